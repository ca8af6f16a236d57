import type { Engine, ImageInfo } from "../../engine/index.ts";
import { asFault } from "../../fault/index.ts";
import { ensureLocalBaseImage, localBaseImage } from "./local-node.ts";

/** Docker Hub's image that templates are built on. */
export const hubBaseImage = "node:24-bookworm-slim";

/** A base image that is on the engine. */
export interface BaseImage {
  readonly reference: string;
  readonly id: string;
}

export interface BaseOptions {
  readonly engine: Engine;
  /** Downloads for the local base image are kept here. */
  readonly cacheFolder: string;
  /** false: no registry is asked; default is to try. */
  readonly registryAnswers?: boolean;
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** The base image for `wanted` that is on the engine already: itself, else its local stand-in. */
async function presentBase(engine: Engine, wanted: string): Promise<BaseImage | undefined> {
  const references = wanted === hubBaseImage ? [wanted, localBaseImage] : [wanted];
  const found = await Promise.all(
    references.map(async (each) => baseOf(each, await engine.inspectImage(each))),
  );
  return found.find((base) => base !== undefined);
}

/**
 * The base image for `wanted`: on the engine already, else pulled, else (for Docker Hub's node image) built locally.
 *
 * What was chosen is said through `onProgress`. Rejects as the pull or the local build did.
 */
export async function provideBase(wanted: string, options: BaseOptions): Promise<BaseImage> {
  const { engine, onProgress, signal } = options;
  const present = await presentBase(engine, wanted);
  if (present !== undefined) {
    onProgress(`base image ${present.reference} is on the engine`);
    return present;
  }
  const pulled = await pulledBase(wanted, options);
  if (pulled !== undefined) {
    return pulled;
  }
  await ensureLocalBaseImage({
    engine,
    cacheFolder: options.cacheFolder,
    onProgress,
    ...(signal && { signal }),
  });
  return needBase(engine, localBaseImage);
}

/** undefined: no registry answered, and a local stand-in can be built. */
async function pulledBase(wanted: string, options: BaseOptions): Promise<BaseImage | undefined> {
  const { engine, onProgress, signal } = options;
  const hasStandIn = wanted === hubBaseImage;
  if (hasStandIn && options.registryAnswers === false) {
    return undefined;
  }
  try {
    onProgress(`pulling base image ${wanted}`);
    await engine.pullImage(wanted, onProgress, signal);
    return await needBase(engine, wanted);
  } catch (error) {
    if (!hasStandIn || signal?.aborted) {
      throw error;
    }
    onProgress(
      `${wanted} could not be pulled (${asFault(error).message}); building a local base image instead`,
    );
    return undefined;
  }
}

async function needBase(engine: Engine, reference: string): Promise<BaseImage> {
  const base = baseOf(reference, await engine.inspectImage(reference));
  if (base === undefined) {
    throw new Error(`${reference} is not on the engine although it was just brought there`);
  }
  return base;
}

function baseOf(reference: string, image: ImageInfo | undefined): BaseImage | undefined {
  return image && { reference, id: image.id };
}
