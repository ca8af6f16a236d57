import { hubBaseImage, provideBase } from "../registry/index.ts";
import type { World } from "./world.ts";

/** The image that relays run on, found, pulled or made when the first one asks; a failure is asked again. */
export function relayImageOnce(
  world: () => Pick<World, "engine" | "registry" | "clock">,
): () => Promise<string> {
  let image: Promise<string> | undefined;
  return () => {
    image ??= provide(world()).catch((error: unknown) => {
      image = undefined;
      throw error;
    });
    return image;
  };
}

async function provide({
  engine,
  registry,
  clock,
}: Pick<World, "engine" | "registry" | "clock">): Promise<string> {
  const { id } = await provideBase(hubBaseImage, {
    ...registry,
    engine: await engine(),
    clock,
    onProgress: () => undefined,
  });
  return id;
}
