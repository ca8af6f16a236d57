import { createHash } from "node:crypto";
import type { ServerSpec } from "../../config/index.ts";
import type { Engine } from "../../engine/index.ts";
import type { ImageRequest } from "../request.ts";
import { type RegistryDeps, type ResolvedServer, resolveImage } from "../resolve.ts";
import { fillParameters } from "../template/fill.ts";
import type { PackageIndexes } from "../version/indexes.ts";
import { newestVersion } from "../version/newest.ts";
import { parameterValues } from "../version/values.ts";
import { type Difference, differencesOf } from "./differences.ts";
import type { LockedImage, LockedServer } from "./file.ts";
import { asOfIn, nameOf, pinnedRequestOf, pinsOf } from "./pins.ts";

export interface LockDeps extends RegistryDeps {
  readonly indexes: PackageIndexes;
}

/**
 * Builds a server as its part of the run file says now, and tells what that came to.
 *
 * Which version a range or tag names is asked of the package's index: an image once built for `latest` would stay as
 * it is. Rejects as `resolveImage`.
 */
export async function lockServer(spec: ServerSpec, deps: LockDeps): Promise<LockedServer> {
  const request = await pinnedRequestOf(spec, deps);
  const parameter = request.template.version?.parameter;
  const version = parameter === undefined ? undefined : await newestOf(request, spec, deps);
  const pins = {
    with: parameter === undefined || version === undefined ? {} : { [parameter]: version },
    bases: [],
    asOf: new Date(deps.clock.nowMs()).toISOString(),
  };
  return now(spec, { ...deps, pins });
}

/** What a locked server would now be that it was not when it was locked; its image is built or pulled for that. */
export async function driftOf(
  spec: ServerSpec,
  locked: LockedServer,
  deps: RegistryDeps,
): Promise<readonly Difference[]> {
  return differencesOf(locked, await now(spec, { ...deps, pins: pinsOf(locked) }));
}

/** Hash of what an entry says about where its image comes from. */
export function entryHash({ template, with: parameters, image, build }: ServerSpec): string {
  const sorted = Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([template ?? null, sorted, image ?? null, build ?? null]);
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

/** undefined: nobody can tell which version would be installed, so the build does. */
async function newestOf(
  { template }: ImageRequest,
  spec: ServerSpec,
  deps: LockDeps,
): Promise<string | undefined> {
  const values = parameterValues(template, spec.with);
  if (
    template.version === undefined ||
    fillParameters(template.version.name, values) === undefined
  ) {
    return undefined;
  }
  return newestVersion(template, values, deps);
}

/** What a server comes to at this moment. */
async function now(spec: ServerSpec, deps: RegistryDeps): Promise<LockedServer> {
  const request = await pinnedRequestOf(spec, deps);
  const { template, source } = request;
  const { engine } = deps;
  const resolved = await resolveImage(spec, deps);
  const { packages, bases } = resolved.provenance;
  const named = template.version?.name;
  const isPublished =
    named !== undefined &&
    fillParameters(named, parameterValues(template, spec.with)) !== undefined;
  const version = isPublished ? (resolved.version ?? null) : null;
  const parameter = template.version?.parameter;
  // The first package that a template lists is the server's own; built from the repository, it is the repository's.
  const isOwn = !isPublished && resolved.provenance.version !== null;
  const foreign = isOwn ? packages.slice(1) : packages;
  const asOf = asOfIn(request);
  return {
    entry: entryHash(spec),
    template: template.name,
    pin: version === null || parameter === undefined ? {} : { [parameter]: version },
    ...(asOf !== undefined && { as_of: asOf }),
    version,
    platform: platformOf(engine.info),
    ...(source.kind === "image" && {
      image: await imageOf(resolved, engine),
    }),
    bases: bases.map(({ reference, id, digest }) => lockedImage(reference, id, digest)),
    packages: [
      ...new Set(foreign.map(({ type, name, version: exact }) => `${type}:${name}@${exact}`)),
    ].toSorted(),
  };
}

function lockedImage(
  reference: string,
  id: string,
  digest: string | null | undefined,
): LockedImage {
  return { reference: nameOf(reference), ...(digest && { digest }), id };
}

/** The digest of a name is that of the image it means now, which need not be the one that was used. */
async function imageOf(
  { image: reference, imageId: id }: ResolvedServer,
  engine: Engine,
): Promise<LockedImage> {
  const image = await engine.inspectImage(reference);
  return lockedImage(reference, id, image?.id === id ? image.digest : null);
}

/** Engines say the same architecture in two ways. */
const architectures: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64" };

function platformOf({ os, arch }: Engine["info"]): string {
  return `${os}/${architectures[arch] ?? arch}`;
}
