import type { Clock } from "../../clock/index.ts";

const patienceMs = 500;
const pauseMs = 20;

/** Says whether to look again, after a pause; no longer than half a second after it was asked first. */
export function createPatience(clock: Clock, signal: AbortSignal): () => Promise<boolean> {
  let deadline: number | undefined;
  return async () => {
    const nowMs = clock.monotonicMs();
    deadline ??= nowMs + patienceMs;
    if (nowMs >= deadline || signal.aborted) {
      return false;
    }
    await clock.sleep(pauseMs, signal).catch(() => undefined);
    return true;
  };
}
