import type { Clock } from "../../clock/index.ts";
import { Fault } from "../../fault/index.ts";

/** A signal with an end: it must be ended, so that no timer is left. */
export interface Deadline {
  readonly signal: AbortSignal;
  end(): void;
}

/** Aborts when `signal` does, or as SCENARIO_TIMED_OUT after `timeoutMs`. */
export function withTimeout(
  name: string,
  timeoutMs: number | undefined,
  clock: Clock,
  signal: AbortSignal,
): Deadline {
  const timer = new AbortController();
  const over = new AbortController();
  if (timeoutMs !== undefined) {
    const message = `The scenario "${name}" took longer than its ${timeoutMs} ms`;
    after(timeoutMs, clock, timer.signal, () =>
      over.abort(new Fault("SCENARIO_TIMED_OUT", message)),
    );
  }
  return { signal: AbortSignal.any([signal, over.signal]), end: () => timer.abort() };
}

/** Aborts for the same reason as `signal`, but so much later: time to clear up. */
export function withGrace(graceMs: number, clock: Clock, signal: AbortSignal): Deadline {
  const timer = new AbortController();
  const over = new AbortController();
  function begin(): void {
    after(graceMs, clock, timer.signal, () => over.abort(signal.reason));
  }
  if (signal.aborted) {
    begin();
  } else {
    signal.addEventListener("abort", begin, { once: true, signal: timer.signal });
  }
  return { signal: over.signal, end: () => timer.abort() };
}

function after(ms: number, clock: Clock, signal: AbortSignal, work: () => void): void {
  // Rejects only when it is ended before.
  clock.sleep(ms, signal).then(work, () => undefined);
}
