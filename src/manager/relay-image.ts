import { asFault, Fault } from "../fault/index.ts";
import { hubBaseImage, localBaseImage, provideBase } from "../registry/index.ts";
import type { World } from "./world.ts";

type Providing = Pick<World, "engine" | "registry" | "clock">;
type Progress = (line: string) => void;

/**
 * The image that relays run on, found, pulled or made when the first one asks; a failure is asked again.
 *
 * Whoever asks first hears what takes long about it.
 */
export function relayImageOnce(world: () => Providing): (onProgress?: Progress) => Promise<string> {
  let image: Promise<string> | undefined;
  return (onProgress = () => undefined) => {
    image ??= provide(world(), (line) => onProgress(`relay of the network: ${line}`)).catch(
      (error: unknown) => {
        image = undefined;
        throw error;
      },
    );
    return image;
  };
}

async function provide(world: Providing, say: Progress): Promise<string> {
  const engine = await world.engine();
  const found = await Promise.all(
    [hubBaseImage, localBaseImage].map((name) => engine.inspectImage(name)),
  );
  const isHere = found.some((image) => image !== undefined);
  const { registry, clock } = world;
  try {
    const onProgress = isHere ? () => undefined : say;
    const { id } = await provideBase(hubBaseImage, { ...registry, engine, clock, onProgress });
    return id;
  } catch (error) {
    const { code, message, hint } = asFault(error);
    throw new Fault(
      code,
      `Start the relay, by which servers on a network are reached and reach out: ${message}`,
      { hint, cause: error },
    );
  }
}
