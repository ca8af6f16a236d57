import type { Engine } from "../../engine/index.ts";
import { asFault, Fault } from "../../fault/index.ts";
import {
  type PullDeps,
  type PulledImage,
  type PullPolicy,
  presentImage,
  pullImage,
} from "../pull/pull.ts";
import { ensureStandIn } from "./ensure.ts";
import type { StandIn } from "./stand-in.ts";
import { standInFor } from "./stand-ins.ts";

/** Docker Hub's image that templates of Node.js are built on. */
export const hubBaseImage = "node:24-bookworm-slim";

/** A base image that is on the engine. */
export interface BaseImage {
  readonly reference: string;
  readonly id: string;
  /** The registry's digest of it; absent for one made here. */
  readonly digest?: string;
}

export interface BaseOptions extends PullDeps {
  readonly engine: Engine;
  /** Downloads for local base images are kept here. */
  readonly cacheFolder: string;
  /** Network of RUN instructions; default is the engine's own. */
  readonly buildNetwork?: "default" | "host";
  /** How this host reaches registries, by build argument. */
  readonly hostArguments?: Readonly<Record<string, string>>;
  /** Makes a folder that somebody removes when this process is killed. */
  readonly temporaryFolder?: () => string;
  /** When registries are asked; default is missing. */
  readonly pull?: PullPolicy;
}

/**
 * The base image for `wanted`: on the engine already, else pulled, else its local stand-in, where it has one.
 *
 * A stand-in that is there is used before a registry is asked, and made anew when its recipe changed; the policy
 * `always` asks the registry first, `never` none. What was chosen is said through `onProgress`. Rejects as the pull
 * or the making of the stand-in did.
 */
export async function provideBase(wanted: string, options: BaseOptions): Promise<BaseImage> {
  const { onProgress, pull = "missing" } = options;
  const standIn = standInFor(wanted);
  if (pull !== "always") {
    const present =
      (await presentImage(wanted, options)) ?? (await presentStandIn(standIn, options));
    if (present !== undefined) {
      onProgress(`base image ${present.reference} is on the engine`);
      return baseOf(present);
    }
  }
  if (pull !== "never") {
    try {
      return baseOf(await pullImage(wanted, options));
    } catch (error) {
      options.signal?.throwIfAborted();
      if (standIn === undefined) {
        throw error;
      }
      onProgress(
        `${wanted} could not be pulled (${asFault(error).message}); a local base image takes its place`,
      );
    }
  }
  if (standIn === undefined) {
    throw new Fault(
      "IMAGE_NOT_PRESENT",
      `Base image ${wanted} is not on the engine, and \`pull: never\` keeps it from being pulled`,
    );
  }
  await ensureStandIn(standIn, options);
  return baseOf(await needImage(standIn.reference, options));
}

/** The stand-in that is there, made anew when it is of an older recipe; when that fails here, the older one still serves. */
async function presentStandIn(
  standIn: StandIn | undefined,
  options: BaseOptions,
): Promise<PulledImage | undefined> {
  const image = standIn && (await options.engine.inspectImage(standIn.reference));
  if (standIn === undefined || image === undefined) {
    return undefined;
  }
  const { reference } = standIn;
  try {
    const { built } = await ensureStandIn(standIn, options);
    return built ? await needImage(reference, options) : { reference, image };
  } catch (error) {
    options.signal?.throwIfAborted();
    options.onProgress(
      `${reference} is of an older recipe and could not be made anew (${asFault(error).message}); it is used as it is`,
    );
    return { reference, image };
  }
}

async function needImage(reference: string, { engine }: BaseOptions): Promise<PulledImage> {
  const image = await engine.inspectImage(reference);
  if (image === undefined) {
    throw new Error(`${reference} is not on the engine although it was just made there`);
  }
  return { reference, image };
}

function baseOf({ reference, image }: PulledImage): BaseImage {
  const { id, digest } = image;
  return { reference, id, ...(digest !== null && { digest }) };
}
