import { z } from "zod";
import { name, noNul } from "./fields.ts";
import { size } from "./units.ts";

/** What a volume is made of; exactly one is said. */
export const volumeKinds = ["host_path", "volume", "tmpfs"] as const;

export const volume = z
  .strictObject({
    host_path: noNul
      .min(1)
      .optional()
      .describe(
        "Folder or file inside the workspace, relative to the run file; it must exist. Outside of the workspace it needs leave.",
      ),
    volume: name
      .optional()
      .describe(
        "A volume of the run: empty at first, shared by the servers that name it, gone with the run.",
      )
      .meta({ examples: ["cache"] }),
    seed: noNul
      .min(1)
      .optional()
      .describe("Folder inside the workspace whose files a volume of the run has at first.")
      .meta({ examples: ["./fixtures"] }),
    tmpfs: size(4096, 2 ** 40)
      .optional()
      .describe("Memory of this size: empty at each start; what is in it counts as memory."),
    container_path: noNul
      .regex(
        /^\/(?!\/*$)(?!(?:.*\/)?\.\.?(?:\/|$))/,
        "must be an absolute path other than /, without . and .. in it",
      )
      .describe("Where the server sees it; an absolute path other than /."),
    read_only: z
      .boolean()
      .optional()
      .describe(
        "Whether the server is kept from writing to it; default is true for the host's files and false for the rest.",
      ),
  })
  .describe("Files the server sees: exactly one of host_path, volume and tmpfs says whose.")
  .transform((spec) => ({
    ...spec,
    read_only: spec.read_only ?? (spec.volume === undefined && spec.tmpfs === undefined),
  }));
