import type { ByteChannel } from "./byte-channel.ts";

/** Time given to the output of one server before everyone else in this process has a turn. */
const turnMs = 20;
/** The clock is looked at after so many bytes: lines made to be costly to read take 20 ms for them. */
const pieceBytes = 8 * 1024;

interface Piece {
  readonly bytes: Uint8Array;
  readonly receivedMs: number;
}

export interface PacedReading {
  /** Hands over at once what is held back. */
  drain(): void;
}

/**
 * Hands each chunk to `take` with the time it came; a channel that sends more than a turn's work is paused until the
 * event loop has come round. One that cannot be paused is taken as fast as it sends: nothing piles up here.
 */
export function readPaced(
  channel: ByteChannel,
  nowMs: () => number,
  take: (bytes: Uint8Array, receivedMs: number) => void,
): PacedReading {
  let held: Piece[] = [];
  let spentMs = 0;
  let resting = false;

  function takeTimed({ bytes, receivedMs }: Piece, startedMs: number): void {
    take(bytes, receivedMs);
    spentMs += nowMs() - startedMs;
  }

  function work(): void {
    let next = 0;
    while (next < held.length && spentMs < turnMs) {
      const piece = held[next];
      next += 1;
      if (piece !== undefined) {
        takeTimed(piece, nowMs());
      }
    }
    held = held.slice(next);
    if (spentMs >= turnMs) {
      channel.pause?.();
    }
    rest();
  }

  /** Gives everyone else a turn, once the time spent in this one is worth counting. */
  function rest(): void {
    if (resting || (spentMs < 0.5 && held.length === 0)) {
      return;
    }
    resting = true;
    setImmediate(() => {
      resting = false;
      spentMs = 0;
      if (held.length > 0) {
        work();
      }
      if (held.length === 0) {
        channel.resume?.();
      }
    });
  }

  channel.onData((chunk) => {
    const receivedMs = nowMs();
    if (channel.pause === undefined || channel.resume === undefined) {
      take(chunk, receivedMs);
      return;
    }
    if (held.length === 0 && chunk.length <= pieceBytes && spentMs < turnMs) {
      takeTimed({ bytes: chunk, receivedMs }, receivedMs);
      rest();
      return;
    }
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      held.push({ bytes: chunk.subarray(at, at + pieceBytes), receivedMs });
    }
    work();
  });

  return {
    drain: () => {
      const rest = held;
      held = [];
      for (const { bytes, receivedMs } of rest) {
        take(bytes, receivedMs);
      }
    },
  };
}
