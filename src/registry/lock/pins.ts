import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ServerSpec } from "../../config/index.ts";
import type { BuildSource } from "../build/content.ts";
import { type ImageRequest, requestOf } from "../request.ts";
import type { RegistryDeps } from "../resolve.ts";
import { templateShelf } from "../template/shelf.ts";
import type { Template } from "../template/template.ts";
import type { Lock, LockedImage, LockedServer } from "./file.ts";

/** What is taken instead of what the run file and the template say. */
export interface Pins {
  /** Parameters of the template. */
  readonly with: Readonly<Record<string, string>>;
  readonly image?: LockedImage;
  readonly bases: readonly LockedImage[];
  /** ISO time; a package manager that can is told that what was published later does not count. */
  readonly asOf?: string;
}

/** Build argument by which npm is told; only a Dockerfile that declares it gets it. */
const npmBefore = "NPM_CONFIG_BEFORE";

export const noPins: Pins = { with: {}, bases: [] };

export function pinsOf({ pin, image, bases, as_of: asOf }: LockedServer): Pins {
  return {
    with: pin,
    bases,
    ...(image !== undefined && { image }),
    ...(asOf !== undefined && { asOf }),
  };
}

/** The time that the build was told, if it was told one. */
export function asOfIn({ source }: ImageRequest): string | undefined {
  return source.kind === "build" ? source.args[npmBefore] : undefined;
}

/** What each server is pinned to by a lock file. */
export function pinsIn({ servers }: Pick<Lock, "servers">): ReadonlyMap<string, Pins> {
  return new Map(Object.entries(servers).map(([name, locked]) => [name, pinsOf(locked)]));
}

/** The request of a server with what is pinned instead of what it says. */
export async function pinnedRequestOf(
  spec: ServerSpec,
  deps: Pick<RegistryDeps, "pins" | "templates" | "templatesFolder">,
): Promise<ImageRequest> {
  const templates = deps.templates ?? (await templateShelf(deps));
  const pins = deps.pins ?? noPins;
  return pinnedRequest(await requestOf(pinnedSpec(spec, pins), templates), pins);
}

/** The server with its parameters pinned. */
function pinnedSpec(spec: ServerSpec, pins: Pins): ServerSpec {
  return spec.template === undefined ? spec : { ...spec, with: { ...spec.with, ...pins.with } };
}

/** The request with its images pinned: those of a registry by digest. One made here has none and is only compared. */
async function pinnedRequest(request: ImageRequest, pins: Pins): Promise<ImageRequest> {
  const { template, source } = request;
  const bases = Object.entries(template.bases).map(([argument, wanted]) => {
    const locked = pins.bases.find(({ reference }) => reference === nameOf(wanted));
    return [argument, locked === undefined ? wanted : byDigest(locked)] as const;
  });
  return {
    ...request,
    template: { ...template, bases: Object.fromEntries(bases) },
    source:
      source.kind === "build"
        ? { ...source, args: { ...source.args, ...(await timeArgument(template, source, pins)) } }
        : { kind: "image", reference: pins.image ? byDigest(pins.image) : source.reference },
  };
}

async function timeArgument(
  template: Template,
  source: BuildSource,
  { asOf }: Pins,
): Promise<Readonly<Record<string, string>>> {
  if (asOf === undefined || source.from === "workspace") {
    return {};
  }
  // A file that is not there is named by the build.
  const dockerfile = join(template.folder, source.dockerfile);
  const text = await readFile(dockerfile, "utf8").catch(() => "");
  return /^ARG NPM_CONFIG_BEFORE$/m.test(text) ? { [npmBefore]: asOf } : {};
}

/** A reference without its digest. */
export function nameOf(reference: string): string {
  return reference.replace(/@sha256:[0-9a-f]+$/, "");
}

function byDigest({ reference, digest }: LockedImage): string {
  return digest === undefined ? reference : `${reference}@${digest}`;
}
