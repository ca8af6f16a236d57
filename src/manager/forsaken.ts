import { existsSync } from "node:fs";
import type { Clock } from "../clock/index.ts";
import { isOwnerAlive } from "../controller/index.ts";

/** Three small reads each time: nothing that could be measured beside an idle manager. */
const lookMs = 1_000;

/** Without these nobody will come to end a manager. */
export interface Ties {
  /** Token of the process that runs the job; null where there is none to be seen. */
  readonly job: string | null;
  /** A file of the run's folder. */
  readonly file: string;
  /** How long the labels of what was made say that somebody may still need it. */
  readonly leaseMs: number;
}

/**
 * Resolves with the reason when nobody will end this manager any more: the runner that had the job is gone, the
 * run's folder was removed under it, or its lease has run out. Never, once the signal is aborted.
 */
export async function untilForsaken(
  { job, file, leaseMs }: Ties,
  clock: Clock,
  signal: AbortSignal,
): Promise<string> {
  const endMs = clock.monotonicMs() + leaseMs;
  for (;;) {
    await clock.sleep(lookMs, signal);
    if (job !== null && !isOwnerAlive(job)) {
      return "the process that ran the job is gone";
    }
    if (!existsSync(file)) {
      return `${file} is gone, and with it the folder of the run`;
    }
    if (clock.monotonicMs() >= endMs) {
      return `its lease of ${leaseMs / 3_600_000} h has run out`;
    }
  }
}
