import { imageLabels } from "../labels.ts";
import type { LocalBaseOptions, StandIn } from "./stand-in.ts";

/** What is being made now, by reference; what is asked for twice at once is made once. */
const underWay = new WeakMap<LocalBaseOptions["engine"], Map<string, Promise<unknown>>>();

/**
 * Makes sure that the stand-in is on the engine and of its present recipe: one inspection when it is, else it is made.
 *
 * Rejects IMAGE_BUILD_FAILED when this machine cannot make it.
 */
export async function ensureStandIn(
  standIn: StandIn,
  options: LocalBaseOptions,
): Promise<{ readonly built: boolean }> {
  const key = await standIn.key();
  const older = await options.engine.inspectImage(standIn.reference);
  if (older?.labels[imageLabels.key] === key) {
    return { built: false };
  }
  const here = underWay.get(options.engine) ?? new Map<string, Promise<unknown>>();
  underWay.set(options.engine, here);
  const other = here.get(standIn.reference);
  if (other !== undefined) {
    await other;
    return { built: false };
  }
  options.onProgress(`building ${standIn.reference} from ${standIn.madeFrom}`);
  const work = standIn
    .make(key, options)
    .then(() => older && removeReplaced(older.id, options))
    .finally(() => here.delete(standIn.reference));
  here.set(standIn.reference, work);
  await work;
  return { built: true };
}

/** The older image has lost its name to the newer one. One that is still used stays, for `sweep`. */
async function removeReplaced(id: string, { engine, onProgress }: LocalBaseOptions): Promise<void> {
  try {
    if (await engine.removeUnusedImage(id)) {
      onProgress(`removed the image it replaces (${id.slice(7, 19)})`);
    }
  } catch {
    // What was asked for is there; an image too many hinders nobody.
  }
}
