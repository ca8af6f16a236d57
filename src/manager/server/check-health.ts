import type { Clock } from "../../clock/index.ts";
import { asFault } from "../../fault/index.ts";
import type { HealthRules } from "./health-plan.ts";

/** How one server is asked. */
export interface Probe {
  /** Who is asked: what one says of itself does not count for another. */
  readonly of: unknown;
  /** Rejects with what is wrong. */
  ask(timeoutMs: number, signal: AbortSignal): Promise<unknown>;
}

export interface HealthListeners {
  /** How it is asked now; undefined: there is nobody to ask just now. */
  readonly probe: () => Probe | undefined;
  readonly isHealthy: () => boolean;
  /** Called when it becomes unhealthy (with the last cause), and healthy again (null). */
  readonly onChange: (cause: string | null) => void;
}

/** Asks a server on an interval whether it is well, until the signal aborts. */
export async function checkHealth(
  rules: HealthRules,
  { probe, isHealthy, onChange }: HealthListeners,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  let failed = 0;
  let passed = 0;
  for (;;) {
    await clock.sleep(rules.interval, signal).catch(() => undefined);
    const asked = signal.aborted ? undefined : probe();
    if (signal.aborted) {
      return;
    }
    if (asked === undefined) {
      continue;
    }
    const cause = await causeOf(asked, rules.timeout, signal);
    if (signal.aborted || probe()?.of !== asked.of) {
      continue;
    }
    failed = cause === null ? 0 : failed + 1;
    passed = cause === null ? passed + 1 : 0;
    if (isHealthy() ? failed >= rules.failures : passed >= rules.successes) {
      onChange(cause);
    }
  }
}

/** What is wrong; null: nothing. */
async function causeOf(
  probe: Probe,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<string | null> {
  return probe.ask(timeoutMs, signal).then(
    () => null,
    (thrown: unknown) => asFault(thrown).message,
  );
}
