import { asFault, Fault } from "../../fault/index.ts";

/** Work that any number of callers wait for together. */
export interface Joint {
  /** Waits for it; rejects with the signal's reason when this caller leaves, and others still wait. */
  join(signal: AbortSignal): Promise<void>;
  /** Calls it off for all. */
  abort(reason: Error): void;
  /** Whether it was called off, so that nobody new should join. */
  readonly isOff: boolean;
  /** Resolves when it has ended, well or not. */
  readonly ended: Promise<void>;
}

/** Begins work that goes on until it has ended or the last caller who waits for it has left. */
export function createJoint(work: (signal: AbortSignal) => Promise<void>): Joint {
  const off = new AbortController();
  const result = work(off.signal);
  let waiting = 0;
  return {
    async join(signal) {
      waiting += 1;
      const left = Promise.withResolvers<never>();
      function leave(): void {
        waiting -= 1;
        if (waiting === 0) {
          // The last one hears how the work ends, so that nothing of it goes on behind its back.
          off.abort(givenUp(signal.reason));
        } else {
          left.reject(signal.reason);
        }
      }
      if (signal.aborted) {
        leave();
      }
      signal.addEventListener("abort", leave, { once: true });
      try {
        await Promise.race([result, left.promise]);
      } finally {
        signal.removeEventListener("abort", leave);
      }
    },
    abort: (reason) => off.abort(reason),
    get isOff() {
      return off.signal.aborted;
    },
    ended: result.then(
      () => undefined,
      () => undefined,
    ),
  };
}

/** What clients leave with is theirs: a timeout of their own, a cancelled request. It is no bug of ours. */
function givenUp(reason: unknown): Fault {
  const { message } = asFault(reason);
  return reason instanceof Fault
    ? reason
    : new Fault("INTERRUPTED", `The last who waited for it has left: ${message}`);
}
