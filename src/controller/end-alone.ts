import type { Clock } from "../clock/index.ts";

/** Init and the server. */
const alone = 2;
const firstLookMs = 20;
const slowestLookMs = 100;

interface EndAlone {
  /** How many processes there are now; undefined where that cannot be seen from here. */
  readonly countProcesses: () => number | undefined;
  readonly end: () => void;
  /** How long it is waited for. */
  readonly waitMs: number;
  readonly exited: Promise<unknown>;
}

/**
 * Does `end` for a server that has no process besides itself, and waits until it is gone or its time is over.
 *
 * Such a server can leave nothing behind, so it need not be held up to be looked at, which costs more of the engine
 * than the whole stop: with 30 at once it made them take twice as long. false, and perhaps nothing done yet: it has
 * others, or got one meanwhile, so a closer look is needed.
 */
export async function endsAlone(
  { countProcesses, end, waitMs, exited }: EndAlone,
  clock: Clock,
): Promise<boolean> {
  if (countProcesses() !== alone) {
    return false;
  }
  end();
  const endMs = clock.monotonicMs() + waitMs;
  const gone = new AbortController();
  const stop = () => gone.abort();
  exited.then(stop, stop);
  for (let pauseMs = firstLookMs; ; pauseMs = Math.min(2 * pauseMs, slowestLookMs)) {
    const leftMs = endMs - clock.monotonicMs();
    await clock.sleep(Math.min(pauseMs, Math.max(0, leftMs)), gone.signal).catch(() => undefined);
    if (gone.signal.aborted || leftMs <= pauseMs) {
      return true;
    }
    if ((countProcesses() ?? 0) > alone) {
      return false;
    }
  }
}
