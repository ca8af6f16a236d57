import type { Clock } from "../clock/index.ts";
import type { ImagePolicy, ServerSpec } from "../config/index.ts";
import type { ImageInfo } from "../engine/index.ts";
import type { BaseOptions } from "./base/choice.ts";
import { buildOnce } from "./build/once.ts";
import { type Pins, pinnedRequestOf } from "./lock/pins.ts";
import { provideImage } from "./pull/pull.ts";
import type { ImageRequest } from "./request.ts";
import type { RegistrySettings } from "./settings.ts";
import { judgeImage } from "./supply/image-policy.ts";
import { type Provenance, provenanceOf } from "./supply/provenance.ts";
import type { TemplateShelf } from "./template/shelf.ts";

export interface RegistryDeps extends BaseOptions, RegistrySettings {
  /** Default: the built-in ones. */
  readonly templates?: TemplateShelf;
  /** What a lock file says instead of the run file; default is nothing. */
  readonly pins?: Pins;
  /** Nothing outside it is ever sent to the engine. */
  readonly workspaceRoot: string;
  /** What paths in the run file are relative to. */
  readonly runFileFolder: string;
  readonly clock: Clock;
  /** Which images may be used; default is all. */
  readonly imagePolicy?: ImagePolicy | undefined;
  /** Values of secrets by name; a build gets those it names. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Labels of containers through which images are read; a sweep finds them by these. */
  readonly containerLabels?: Readonly<Record<string, string>>;
  /** Makes a folder that somebody removes when this process is killed; default is one that nobody does. */
  readonly temporaryFolder?: () => string;
}

/** What a server is started from; the image is on the engine. */
export interface ResolvedServer {
  readonly template: string;
  /** Reference to show; create containers from `imageId`. */
  readonly image: string;
  readonly imageId: string;
  /** Replaces the image's entrypoint (and with it the image's command). */
  readonly entrypoint?: readonly string[];
  /** Replaces the image's command. */
  readonly command?: readonly string[];
  /** The template's defaults, overridden by the run file's `env`; secrets are not here. */
  readonly env: Readonly<Record<string, string>>;
  /** Folders besides /tmp that the template says must be writable: in memory, empty at the start. */
  readonly writable: readonly string[];
  /** The user the image names; absent when it names none, which means root. */
  readonly user?: string;
  /** What the image runs on, when that is not what the engine runs on. */
  readonly foreignPlatform?: string;
  /** The exact one that is installed; without a list of packages in the image, the run file's when that is exact. */
  readonly version?: string;
  readonly provenance: Provenance;
  /** Whether this call built the image; false when it was there or another call was building it. */
  readonly built: boolean;
  /** Time spent on building or pulling, waiting included. */
  readonly buildMs: number;
  /** Hash of everything the image depends on; for plain images their id. */
  readonly key: string;
}

/**
 * The image and start of a server: found on the engine, else pulled or built.
 *
 * Rejects TEMPLATE_NOT_FOUND, TEMPLATE_INVALID, PATH_NOT_ALLOWED, IMAGE_NOT_ALLOWED, IMAGE_NOT_FOUND,
 * IMAGE_NOT_PRESENT, IMAGE_PULL_FAILED (_LIMITED, _DENIED, _BROKEN), IMAGE_BUILD_FAILED.
 */
export async function resolveImage(spec: ServerSpec, deps: RegistryDeps): Promise<ResolvedServer> {
  const request = await pinnedRequestOf(spec, deps);
  const started = deps.clock.monotonicMs();
  const { source } = request;
  const found =
    source.kind === "image"
      ? await presentOrPulled(source.reference, spec, deps)
      : await buildOnce(request.template, source, { ...deps, pull: spec.pull });
  const provenance = await provenanceOf(found.image, deps);
  const version = provenance.version ?? request.version;
  return {
    template: request.template.name,
    image: found.reference,
    imageId: found.image.id,
    ...startOf(spec, request, found.image),
    env: { ...request.start.env, ...spec.env },
    writable: request.template.hardening?.writable ?? [],
    ...(found.image.user !== "" && { user: found.image.user }),
    ...foreignPlatformOf(found.image, deps),
    ...(version !== undefined && { version }),
    provenance,
    built: found.built,
    buildMs: found.waited ? deps.clock.monotonicMs() - started : 0,
    key: found.key,
  };
}

async function presentOrPulled(reference: string, spec: ServerSpec, deps: RegistryDeps) {
  judgeImage(deps.imagePolicy, reference);
  const found = await provideImage(reference, spec.pull, deps, spec.platform);
  const { image, pulled } = found;
  return { reference: found.reference, image, built: false, waited: pulled, key: image.id };
}

/** Said aloud, for such a server runs only where the engine's host emulates the platform. */
function foreignPlatformOf(
  { platform }: ImageInfo,
  { engine, onProgress }: RegistryDeps,
): Pick<ResolvedServer, "foreignPlatform"> {
  const own = `${engine.info.os}/${engine.info.arch}`;
  if (platform === own) {
    return {};
  }
  onProgress(`the image is for ${platform}, the engine runs ${own}: it starts only with emulation`);
  return { foreignPlatform: platform };
}

/** The run file's `command` replaces everything; its `args` come after what is there already. */
function startOf(
  spec: ServerSpec,
  request: ImageRequest,
  image: ImageInfo,
): Pick<ResolvedServer, "entrypoint" | "command"> {
  if (spec.command !== undefined) {
    return { entrypoint: spec.command, command: spec.args };
  }
  const { entrypoint, command = entrypoint === undefined ? image.command : [] } = request.start;
  const replaced = request.start.command !== undefined || spec.args.length > 0;
  return {
    ...(entrypoint !== undefined && { entrypoint }),
    ...(replaced && { command: [...command, ...spec.args] }),
  };
}
