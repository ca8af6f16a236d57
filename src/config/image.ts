import { z } from "zod";
import { environmentName, noNul, secretName, text } from "./fields.ts";
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

export const volume = z
  .strictObject({
    host_path: noNul
      .min(1)
      .describe("Folder or file inside the workspace, relative to the run file. It must exist."),
    container_path: noNul
      .regex(
        /^\/(?!\/*$)(?!(?:.*\/)?\.\.?(?:\/|$))/,
        "must be an absolute path other than /, without . and .. in it",
      )
      .describe("Where the server sees it; an absolute path other than /."),
    read_only: z.boolean().default(true).describe("Whether the server is kept from writing to it."),
  })
  .describe("A host folder or file the server sees.");

export const limits = z
  .strictObject({
    cpus: z.number().min(0.01).max(512).default(1).describe("Cores, fractions allowed."),
    memory: size(6 * 2 ** 20, 2 ** 40)
      .prefault("512MiB")
      .describe("Memory; swap is off. The engine's minimum is 6MiB."),
    pids: z.int().min(1).max(100_000).default(128).describe("Processes and threads."),
  })
  .describe("Resource limits of the container.");

export type BuildSpec = z.output<typeof build>;
