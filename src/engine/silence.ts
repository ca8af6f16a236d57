import type { Clock } from "../clock/index.ts";
import type { Connection } from "./connection.ts";

/** About 0.5 ms of work each. */
const askEveryMs = 2_000;
const stepMs = 250;
/** An engine on a machine with 30 times more to do than it has processors answered within 1.5 s. */
const silentMs = 3_500;

/**
 * Tells when the engine answers again after it has said nothing for more than 3.5 s, and for how long that was, until
 * the signal aborts or our connection is closed.
 *
 * Only time that passed for us, too, counts: a laptop that slept has no silent engine. One that is gone is not silent.
 */
export async function watchSilence(
  connection: Connection,
  clock: Clock,
  onSilence: (ms: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const over = AbortSignal.any([signal, connection.closed]);
  while (!over.aborted) {
    await clock.sleep(askEveryMs, over).catch(() => undefined);
    const answer = new AbortController();
    const waiting = countedWait(clock, AbortSignal.any([over, answer.signal]));
    const answered = await connection
      .json({
        method: "GET",
        path: "/_ping",
        doing: "ask the engine for a sign of life",
        deadlineMs: Number.POSITIVE_INFINITY,
        signal: over,
      })
      .then(
        () => true,
        () => false,
      );
    answer.abort();
    const waitedMs = await waiting;
    if (answered && waitedMs >= silentMs) {
      onSilence(waitedMs);
    }
  }
}

/** Milliseconds until the signal aborts, in steps: whoever does not run does not count. */
async function countedWait(clock: Clock, signal: AbortSignal): Promise<number> {
  for (let waitedMs = 0; ; waitedMs += stepMs) {
    const went = await clock.sleep(stepMs, signal).then(
      () => true,
      () => false,
    );
    if (!went) {
      return waitedMs;
    }
  }
}
