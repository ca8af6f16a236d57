import type { ImageOnce } from "../image-once.ts";
import type { World } from "../world.ts";
import { mockProgram } from "./program.ts";

/** What a mock is started from: the image of the relays, with a program of ours in it. */
export function mockImage(port: number, { networks }: Pick<World, "networks">): ImageOnce {
  return async () => {
    const imageId = await networks.relayImage();
    return {
      template: "mock-http",
      image: imageId,
      imageId,
      entrypoint: ["node", "-e", mockProgram(port)],
      command: [],
      env: {},
      writable: [],
      provenance: {
        packages: [],
        system: [],
        version: null,
        bases: [],
        imageBytes: 0,
        imageId,
      },
      built: false,
      buildMs: 0,
      key: imageId,
    };
  };
}
