import type { Clock } from "../clock/index.ts";
import type { ObjectStore } from "../engine/index.ts";
import { sweep } from "./sweep.ts";

const pauseMs = 300;
const wantedEmpty = 2;

/**
 * Removes everything of a run until two looks in a row, 300 ms apart, find nothing: what the engine was still
 * creating when the manager died turns up in between. Never rejects; `left` is what the last look found.
 */
export async function reap(
  store: ObjectStore,
  runId: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<{ readonly removed: number; readonly left: number }> {
  let removed = 0;
  let left = 0;
  for (let empty = 0; empty < wantedEmpty && !signal.aborted; ) {
    // An engine that does not answer now may answer again.
    const report = await sweep(store, { runId }).catch(() => undefined);
    removed += report?.removed ?? 0;
    left = report?.left ?? left;
    const nothing = report?.objects.length === 0;
    empty = nothing ? empty + 1 : 0;
    const allGone = report !== undefined && report.left === 0 && !nothing;
    if (!allGone && empty < wantedEmpty) {
      await clock.sleep(pauseMs, signal).catch(() => undefined);
    }
  }
  return { removed, left };
}
