import type { Clock } from "../../clock/index.ts";
import type { NextRestart, Restarts } from "../../controller/index.ts";
import { asFault, Fault } from "../../fault/index.ts";
import { findingOf } from "../../mcp/index.ts";
import { duration, plural } from "../../text/index.ts";
import type { Chronicle } from "./chronicle.ts";

export interface Returning {
  readonly name: string;
  readonly most: number;
  readonly restarts: Restarts;
  readonly chronicle: Chronicle;
  readonly clock: Clock;
  /** Starts it once. */
  readonly start: (signal: AbortSignal) => Promise<void>;
}

/**
 * Starts a server that has failed again, after the pause of its restart policy, until it is up.
 *
 * Rejects SERVER_NOT_RUNNING when the policy gives up, and with the signal's reason.
 */
export async function comeBack(
  returning: Returning,
  first: NextRestart,
  signal: AbortSignal,
): Promise<void> {
  const { name, most, restarts, chronicle, clock, start } = returning;
  for (let next: NextRestart | undefined = first; ; ) {
    const cause = chronicle.reason ?? "it failed";
    if (next === undefined || next.kind === "crash loop") {
      throw giveUp(returning, cause, next?.count ?? 0);
    }
    const told = `restart ${next.count} of at most ${most} in a row`;
    chronicle.enter("restarting", `${told} in ${duration(next.delayMs)}; ${cause}`);
    chronicle.find(findingOf("restarted", `Server "${name}" is started again: ${cause}`));
    try {
      await clock.sleep(next.delayMs, signal);
    } catch (thrown) {
      chronicle.enter("stopped", asFault(thrown).message);
      throw thrown;
    }
    try {
      await start(signal);
      return;
    } catch (thrown) {
      if (signal.aborted) {
        throw thrown;
      }
      // One that does not even come up has failed, whatever its exit code.
      next = restarts.next(null);
    }
  }
}

function giveUp({ name, chronicle }: Returning, cause: string, count: number): Fault {
  const message = `Server "${name}" is in a crash loop: restarted ${plural(count, "time")} in a row, and again: ${cause}`;
  chronicle.explain(message);
  chronicle.find(findingOf("crash-loop", message));
  return new Fault("SERVER_NOT_RUNNING", message);
}
