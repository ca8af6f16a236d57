import type { Engine, ImageInfo } from "../../engine/index.ts";
import { asFault } from "../../fault/index.ts";
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

export interface BaseOptions {
  readonly engine: Engine;
  /** Downloads for local base images are kept here. */
  readonly cacheFolder: string;
  /** Network of RUN instructions; default is the engine's own. */
  readonly buildNetwork?: "default" | "host";
  /** How this host reaches registries, by build argument. */
  readonly hostArguments?: Readonly<Record<string, string>>;
  /** false: no registry is asked; default is to try. */
  readonly registryAnswers?: boolean;
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * The base image for `wanted`: on the engine already, else pulled, else its local stand-in, where it has one.
 *
 * A stand-in that is there is used before a registry is asked, and made anew when its recipe changed. What was chosen
 * is said through `onProgress`. Rejects as the pull or the making of the stand-in did.
 */
export async function provideBase(wanted: string, options: BaseOptions): Promise<BaseImage> {
  const { engine, onProgress } = options;
  const present = baseOf(wanted, await engine.inspectImage(wanted));
  if (present !== undefined) {
    onProgress(`base image ${present.reference} is on the engine`);
    return present;
  }
  const standIn = standInFor(wanted);
  if (standIn === undefined) {
    return pulledBase(wanted, options);
  }
  const there = baseOf(standIn.reference, await engine.inspectImage(standIn.reference));
  if (there !== undefined) {
    return currentStandIn(standIn, there, options);
  }
  if (options.registryAnswers !== false) {
    try {
      return await pulledBase(wanted, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      onProgress(
        `${wanted} could not be pulled (${asFault(error).message}); building a local base image instead`,
      );
    }
  }
  await ensureStandIn(standIn, options);
  return needBase(engine, standIn.reference);
}

/** The stand-in made anew when it is of an older recipe; when that fails here, the older one still serves. */
async function currentStandIn(
  standIn: StandIn,
  there: BaseImage,
  options: BaseOptions,
): Promise<BaseImage> {
  try {
    const { built } = await ensureStandIn(standIn, options);
    if (built) {
      return await needBase(options.engine, standIn.reference);
    }
    options.onProgress(`base image ${there.reference} is on the engine`);
  } catch (error) {
    options.signal?.throwIfAborted();
    options.onProgress(
      `${there.reference} is of an older recipe and could not be made anew (${asFault(error).message}); it is used as it is`,
    );
  }
  return there;
}

async function pulledBase(wanted: string, options: BaseOptions): Promise<BaseImage> {
  const { engine, onProgress, signal } = options;
  onProgress(`pulling base image ${wanted}`);
  await engine.pullImage(wanted, onProgress, signal);
  return needBase(engine, wanted);
}

async function needBase(engine: Engine, reference: string): Promise<BaseImage> {
  const base = baseOf(reference, await engine.inspectImage(reference));
  if (base === undefined) {
    throw new Error(`${reference} is not on the engine although it was just brought there`);
  }
  return base;
}

function baseOf(reference: string, image: ImageInfo | undefined): BaseImage | undefined {
  return (
    image && {
      reference,
      id: image.id,
      ...(image.digest !== null && { digest: image.digest }),
    }
  );
}
