import type { Engine } from "../../engine/index.ts";
import { imageLabels } from "../labels.ts";
import type { LocalBaseOptions, StandIn } from "./stand-in.ts";

/** What is being made now, by reference; what is asked for twice at once is made once. */
const underWay = new WeakMap<LocalBaseOptions["engine"], Map<string, Promise<void>>>();

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
  if (await isCurrent(standIn, key, options.engine)) {
    return { built: false };
  }
  const here = underWay.get(options.engine) ?? new Map<string, Promise<void>>();
  underWay.set(options.engine, here);
  const other = here.get(standIn.reference);
  if (other !== undefined) {
    await other;
    return { built: false };
  }
  options.onProgress(`building ${standIn.reference} from ${standIn.madeFrom}`);
  const work = standIn.make(key, options).finally(() => here.delete(standIn.reference));
  here.set(standIn.reference, work);
  await work;
  return { built: true };
}

async function isCurrent(
  standIn: StandIn,
  key: string,
  engine: Pick<Engine, "inspectImage">,
): Promise<boolean> {
  return (await engine.inspectImage(standIn.reference))?.labels[imageLabels.key] === key;
}
