import { makeTempFolder, objectLabels } from "../controller/index.ts";
import type { RegistryDeps } from "../registry/index.ts";
import type { Origin, World } from "./world.ts";

/** What the registry needs for a server of this origin; in one place, so that nothing is built without the image policy. */
export async function registryDepsOf(
  origin: Origin,
  world: World,
): Promise<Omit<RegistryDeps, "onProgress" | "signal" | "pins">> {
  return {
    engine: await world.engine(),
    clock: world.clock,
    ...world.registry,
    workspaceRoot: origin.workspace,
    runFileFolder: origin.folder,
    templates: origin.templates,
    imagePolicy: origin.imagePolicy,
    secrets: origin.secrets,
    containerLabels: objectLabels(world.ownership, "image"),
    temporaryFolder: () => makeTempFolder(world.ownership),
  };
}
