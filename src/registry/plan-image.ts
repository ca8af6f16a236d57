import type { ServerSpec } from "../config/index.ts";
import { isCurrent, planBuild } from "./build/plan.ts";
import { pinnedRequestOf } from "./lock/pins.ts";
import type { RegistryDeps } from "./resolve.ts";

/** The image that a server's build comes to, known before anything is built. */
export interface PlannedImage {
  readonly reference: string;
  /** Hash of everything the image is made from; the image carries it as a label. */
  readonly key: string;
  /** Whether the engine has it, so that nothing will be built. */
  readonly present: boolean;
}

/** undefined: the server's image is not built but taken from elsewhere. Rejects as `resolveImage` does for bad input. */
export async function planImage(
  spec: ServerSpec,
  deps: Pick<
    RegistryDeps,
    "engine" | "pins" | "templates" | "templatesFolder" | "workspaceRoot" | "runFileFolder"
  >,
): Promise<PlannedImage | undefined> {
  const { template, source } = await pinnedRequestOf(spec, deps);
  if (source.kind === "image") {
    return undefined;
  }
  const { reference, key } = await planBuild(template, source, deps);
  const image = await deps.engine.inspectImage(reference);
  const present = image !== undefined && (await isCurrent(image, key, deps.engine));
  return { reference, key, present };
}
