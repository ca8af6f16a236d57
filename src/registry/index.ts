// Templates, their parameters, and the images servers are started from: found, pulled or built.
// An unchanged server costs one round trip to the engine.
export { type BaseImage, type BaseOptions, hubBaseImage, provideBase } from "./base/choice.ts";
export { ensureStandIn } from "./base/ensure.ts";
export { localBaseImage } from "./base/local-node.ts";
export type { LocalBaseOptions, StandIn } from "./base/stand-in.ts";
export { standInFor, standIns } from "./base/stand-ins.ts";
export { imageLabels } from "./labels.ts";
export { type PlannedImage, planImage } from "./plan-image.ts";
export { type RegistryDeps, type ResolvedServer, resolveImage } from "./resolve.ts";
export { type RegistrySettings, registrySettings } from "./settings.ts";
export type { PackageRef } from "./supply/packages.ts";
export { type Provenance, provenanceOf } from "./supply/provenance.ts";
export { runFileShelf } from "./template/run-file-shelf.ts";
export {
  loadTemplate,
  type ShelfOptions,
  type TemplateShelf,
  templateNames,
  templateShelf,
} from "./template/shelf.ts";
export type { TemplateSource } from "./template/source.ts";
export type { Template } from "./template/template.ts";
export { type PackageIndexes, packageIndexes } from "./version/indexes.ts";
export { listVersions, type VersionDeps, versionSubject } from "./version/list.ts";
