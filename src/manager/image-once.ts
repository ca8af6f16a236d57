import type { ServerSpec } from "../config/index.ts";
import { noPins, type Pins, type ResolvedServer, resolveImage } from "../registry/index.ts";
import { registryDepsOf } from "./registry-deps.ts";
import { warnOfFlaws } from "./warn-of-flaws.ts";
import type { Origin, World } from "./world.ts";

/** Finds or builds the image of a server; all containers of it get the same one. */
export type ImageOnce = (
  progress: (line: string) => void,
  signal: AbortSignal,
) => Promise<ResolvedServer>;

export function createImageOnce(
  spec: ServerSpec,
  origin: Origin,
  world: World,
  pins: Pins = noPins,
): ImageOnce {
  let known: Promise<ResolvedServer> | undefined;
  return (progress, signal) => {
    known ??= resolve(spec, origin, world, pins, progress, signal).catch((thrown: unknown) => {
      known = undefined;
      throw thrown;
    });
    return known;
  };
}

async function resolve(
  spec: ServerSpec,
  origin: Origin,
  world: World,
  pins: Pins,
  onProgress: (line: string) => void,
  signal: AbortSignal,
): Promise<ResolvedServer> {
  const deps = await registryDepsOf(origin, world);
  warnOfFlaws(deps.engine, onProgress);
  return resolveImage(spec, {
    ...deps,
    pins,
    signal,
    onProgress,
  });
}
