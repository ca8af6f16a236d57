import { z } from "zod";
import { environmentName, secretName, text } from "./fields.ts";
import { duration, size } from "./units.ts";

export const imageReference = z
  .string()
  .max(512)
  .regex(
    /^(?:[a-zA-Z0-9]+(?:[._-][a-zA-Z0-9]+)*(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/,
    "is not an image reference; write for example alpine:3.20 or name@sha256:<64 hex digits>",
  );

export const build = z
  .strictObject({
    context: z
      .string()
      .min(1)
      .default(".")
      .describe("Folder sent to the engine, relative to the run file, inside the workspace."),
    dockerfile: z
      .string()
      .min(1)
      .default("Dockerfile")
      .describe("Dockerfile, relative to the context and inside it."),
    target: z.string().min(1).optional().describe("Stage to build; default is the last."),
    args: z.record(environmentName, text).default({}).describe("Build arguments."),
    secrets: z
      .array(secretName)
      .default([])
      .describe(
        "Environment variables handed to `RUN --mount=type=secret,id=NAME`, in no layer and no history; also offered: `ca-certificates`, the host's certificate authorities.",
      )
      .meta({ examples: [["NPM_TOKEN"]] }),
    platform: z
      .string()
      .regex(
        /^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9]+)?$/,
        "is no platform; write for example linux/arm64",
      )
      .optional()
      .describe("Platform to build for; default is the engine's own."),
    timeout: duration(1_000, 24 * 3_600_000)
      .prefault("10m")
      .describe("Time after which the build is stopped."),
    max_context: size(1, 2 ** 40)
      .prefault("200MiB")
      .describe(
        "Largest context that is sent; more is nearly always a forgotten .dockerignore, so a larger one is warned of.",
      ),
  })
  .describe("Builds the image from a Dockerfile in the repository.");

/** Slower than this, a container does not even start in time. */
function rate(what: string) {
  return size(2 ** 16, 2 ** 40)
    .optional()
    .describe(
      `Most that it ${what} in a second, where kernel and engine can; needs an engine on this machine.`,
    );
}

export const limits = z
  .strictObject({
    cpus: z.number().min(0.01).max(512).default(1).describe("Cores, fractions allowed."),
    memory: size(6 * 2 ** 20, 2 ** 40)
      .prefault("512MiB")
      .describe("Memory; swap is off. The engine's minimum is 6MiB."),
    pids: z.int().min(1).max(100_000).default(128).describe("Processes and threads."),
    shm: size(2 ** 16, 2 ** 40)
      .prefault("64MiB")
      .describe("Shared memory, /dev/shm; what is used of it counts as memory."),
    open_files: z
      .int()
      .min(16)
      .max(2 ** 20)
      .optional()
      .describe("Files and sockets that a process may have open; default is the engine's."),
    file_size: size(1, 2 ** 50)
      .optional()
      .describe("Largest file that a process may write; default is no limit."),
    core: size(0, 2 ** 40)
      .prefault("0B")
      .describe("Largest image of its memory that a crashing process may leave."),
    io_weight: z
      .int()
      .min(10)
      .max(1000)
      .optional()
      .describe("Share of the disks against other containers, where kernel and engine can."),
    io_read: rate("reads from the disk"),
    io_write: rate("writes to the disk"),
  })
  .describe("Resource limits of the container.");

export type BuildSpec = z.output<typeof build>;
