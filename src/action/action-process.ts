import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What main and post may touch of their process. */
export interface ActionProcess {
  readonly environment: Environment;
  readonly version: string;
  readonly managerEntry: string;
  /** Program of the process that speaks to the cache service. */
  readonly cacheEntry: string;
  /** Folder of the built-in templates. */
  readonly templates: string;
  readonly execPath: string;
  readonly userId: number | undefined;
  /** The process that started this one: the runner's, which has the whole job. */
  readonly parentPid: number;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  readonly write: (text: string) => void;
  readonly clock: Clock;
}

/** A variable that every runner sets. */
export function runnerVariable(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === "") {
    throw new Fault("USAGE", `${name} is not set: this is the action of a GitHub runner.`, {
      hint: "Elsewhere, use the command line: `docker-mcp-manager run`.",
    });
  }
  return value;
}

/** Settles with `work`; once cancelled, no later than `graceMs` after that, and then with INTERRUPTED. */
export async function untilCancelled<T>(
  work: Promise<T>,
  own: Pick<ActionProcess, "signal" | "clock">,
  graceMs = 0,
): Promise<T> {
  const settled = new AbortController();
  const cancelled = async (): Promise<never> => {
    await aborted(own.signal, settled.signal);
    await own.clock.sleep(graceMs, settled.signal);
    throw interruption();
  };
  // What loses the race is looked at by nobody.
  const guard = cancelled();
  guard.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, guard]);
  } finally {
    settled.abort();
  }
}

export function interruption(): Fault {
  return new Fault("INTERRUPTED", "The job was cancelled.");
}

function aborted(signal: AbortSignal, given: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener("abort", () => resolve(), { once: true, signal: given });
  });
}
