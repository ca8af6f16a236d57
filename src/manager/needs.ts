import type { Condition, ServerSpec } from "../config/index.ts";
import { asFault, Fault } from "../fault/index.ts";

/** Resolves when all is there that comes first, at once when it was already. Rejects DEPENDENCY_FAILED for what failed, also later. */
export type Needs = (signal: AbortSignal) => Promise<void>;

/** What can be waited for. Starts it, if nobody did. */
export type WaitFor = (
  name: string,
  condition: Condition | "up",
  signal: AbortSignal,
) => Promise<void>;

/** Waits for everything that `depends_on` names, at the same time; `who` begins the message of what is in vain. */
export function needsOf(who: string, dependsOn: ServerSpec["depends_on"], waitFor: WaitFor): Needs {
  return async (signal) => {
    const waits = Object.entries(dependsOn).map(async ([name, condition]) => {
      try {
        await orAborted(waitFor(name, condition, signal), signal);
      } catch (thrown) {
        signal.throwIfAborted();
        throw new Fault("DEPENDENCY_FAILED", `${who} needs ${asFault(thrown).message}`, {
          cause: thrown,
        });
      }
    });
    await Promise.all(waits);
  };
}

/** Ends the waiting, not what is waited for: others may wait for it, too. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    signal.throwIfAborted();
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
