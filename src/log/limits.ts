/** How much of one server's output is kept; beyond it lines are counted, not kept. */
export interface OutputLimits {
  /** Of one line of stdout or stderr. */
  readonly lineBytes: number;
  /** Of one wire message. */
  readonly messageBytes: number;
  /** Of all lines that are no messages. */
  readonly logBytes: number;
  readonly logLines: number;
  /** Of all wire messages, both directions. */
  readonly wireBytes: number;
  readonly wireMessages: number;
}

export const defaultOutputLimits: OutputLimits = {
  lineBytes: 64 * 1024,
  messageBytes: 256 * 1024,
  logBytes: 50 * 1024 * 1024,
  logLines: 200_000,
  wireBytes: 200 * 1024 * 1024,
  wireMessages: 200_000,
};

/** Admits items until a number of them or of bytes is reached, then nothing any more. */
export interface Quota {
  admits(bytes: number): boolean;
  readonly full: boolean;
  /** Items refused so far. */
  readonly refused: number;
}

export function createQuota(mostItems: number, mostBytes: number): Quota {
  let items = 0;
  let sum = 0;
  let refused = 0;
  return {
    admits(bytes) {
      if (refused > 0 || items >= mostItems || sum + bytes > mostBytes) {
        refused += 1;
        return false;
      }
      items += 1;
      sum += bytes;
      return true;
    },
    get full() {
      return refused > 0;
    },
    get refused() {
      return refused;
    },
  };
}
