import { within } from "../clock/index.ts";
import { sweep } from "../controller/index.ts";
import type { Engine } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";

/** A teardown that hangs on a dead engine must not hold the caller for ever. */
const teardownMs = 60_000;

/** Resolves when all has ended, well or not, or when no more time is given to it. */
export async function settledInTime(work: readonly Promise<unknown>[]): Promise<void> {
  const late = () =>
    new Fault("ENGINE_UNRESPONSIVE", `Teardown took longer than ${teardownMs} ms.`);
  await within(Promise.allSettled(work), teardownMs, late).catch(() => undefined);
}

/** Removes by label what a run still has on the engine; `unstopped` counts when the engine does not list any more. */
export async function sweepRun(
  engine: Engine,
  runId: string,
  unstopped: number,
): Promise<{ readonly removed: number; readonly left: number }> {
  const swept = await sweep(engine, { runId }).catch(() => undefined);
  return { removed: swept?.removed ?? 0, left: swept?.left ?? unstopped };
}
