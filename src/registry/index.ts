// Templates, their parameters, and the images servers are started from: found, pulled or built.
// An unchanged server costs one round trip to the engine.
export { type BaseImage, type BaseOptions, hubBaseImage, provideBase } from "./base/choice.ts";
export { ensureStandIn } from "./base/ensure.ts";
export { localBaseImage } from "./base/local-node.ts";
export type { LocalBaseOptions, StandIn } from "./base/stand-in.ts";
export { standInFor, standIns } from "./base/stand-ins.ts";
export { imageLabels } from "./labels.ts";
export { lockIfThere, neededLock } from "./lock/beside.ts";
export { type Difference } from "./lock/differences.ts";
export {
  type Lock,
  type LockedServer,
  lockFileOf,
  lockText,
  readLock,
} from "./lock/file.ts";
export { driftOf, entryHash, type LockDeps, lockServer } from "./lock/lock-server.ts";
export { noPins, type Pins, pinsIn } from "./lock/pins.ts";
export { type PlannedImage, planImage } from "./plan-image.ts";
export { parseMirror } from "./pull/mirror.ts";
export type { PullPolicy } from "./pull/pull.ts";
export { type RegistryDeps, type ResolvedServer, resolveImage } from "./resolve.ts";
export { type RegistrySettings, registrySettings } from "./settings.ts";
export type { PackageRef } from "./supply/packages.ts";
export { type Provenance, provenanceOf } from "./supply/provenance.ts";
export { sbomOf } from "./supply/sbom.ts";
export { templatesPage } from "./template/reference-page.ts";
export { type TemplateText, writeTemplate } from "./template/register.ts";
export { runFileSchema } from "./template/run-file-schema.ts";
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
export { type TemplateView, viewTemplates } from "./template/view.ts";
export type { IndexKind } from "./version/clients.ts";
export { type PackageIndexes, packageIndexes } from "./version/indexes.ts";
export { listVersions, type VersionDeps, versionSubject } from "./version/list.ts";
export { parameterValues } from "./version/values.ts";
