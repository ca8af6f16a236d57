import type { Clock } from "../clock/index.ts";
import { asFault } from "../fault/index.ts";
import type { Session } from "../mcp/index.ts";

export interface HealthRules {
  readonly interval: number;
  readonly timeout: number;
  /** So many checks in a row make it unhealthy, and healthy again. */
  readonly failures: number;
  readonly successes: number;
}

export interface HealthListeners {
  /** The session of now; undefined: there is nobody to ask just now. */
  readonly session: () => Session | undefined;
  readonly isHealthy: () => boolean;
  /** Called when it becomes unhealthy (with the last cause), and healthy again (null). */
  readonly onChange: (cause: string | null) => void;
}

/**
 * Asks a server on an interval whether it answers, until the signal aborts.
 *
 * Any answer counts, an error too: that it does not know the question is no sign of illness.
 */
export async function checkHealth(
  rules: HealthRules,
  { session, isHealthy, onChange }: HealthListeners,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  let failed = 0;
  let passed = 0;
  for (;;) {
    await clock.sleep(rules.interval, signal).catch(() => undefined);
    const asked = signal.aborted ? undefined : session();
    if (signal.aborted) {
      return;
    }
    if (asked === undefined) {
      continue;
    }
    const cause = await causeOf(asked, rules.timeout, signal);
    if (signal.aborted || session() !== asked) {
      continue;
    }
    failed = cause === null ? 0 : failed + 1;
    passed = cause === null ? passed + 1 : 0;
    if (isHealthy() ? failed >= rules.failures : passed >= rules.successes) {
      onChange(cause);
    }
  }
}

/** Why it does not answer; null when it does. */
async function causeOf(
  session: Session,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<string | null> {
  return session.ping({ timeoutMs, signal, own: true }).then(
    () => null,
    (thrown: unknown) => asFault(thrown).message,
  );
}
