import { z } from "zod";
import { mayBeSecret } from "./names.ts";
import { duration, size } from "./units.ts";

/** Names of servers and templates: safe in labels, file names and DNS. */
export const name = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9_-]{0,62}$/,
    "must be 1 to 63 characters of a-z, 0-9, - and _, and begin with a letter or digit",
  );

/** Whether a server or template could be called so. */
export function isName(text: string): boolean {
  return name.safeParse(text).success;
}

const environmentName = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]{0,254}$/,
    "must be a name of letters, digits and _, not starting with a digit",
  );

/** A NUL would end the value inside the container. */
const noNul = z.string().regex(/^[^\0]*$/, "must not contain a NUL character");
const scalar = z.union([noNul, z.number(), z.boolean()]);
const text = scalar.transform(String);

const imageReference = z
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
  })
  .describe("Builds the image from a Dockerfile in the repository.");

const volume = z
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

const limits = z
  .strictObject({
    cpus: z.number().min(0.01).max(512).default(1).describe("Cores, fractions allowed."),
    memory: size(6 * 2 ** 20, 2 ** 40)
      .prefault("512MiB")
      .describe("Memory; swap is off. The engine's minimum is 6MiB."),
    pids: z.int().min(1).max(100_000).default(128).describe("Processes and threads."),
  })
  .describe("Resource limits of the container.");

export const checks = {
  stdout_purity: "stdout carries protocol messages only.",
  protocol: "Every message is a JSON-RPC 2.0 message with an id that was asked for, answered once.",
  exit_on_eof: "The server ends when its stdin is closed.",
  exit_on_sigterm: "The server ends on SIGTERM.",
  result_schema: "A tool result has the shape the specification demands.",
} as const;

export const server = z
  .strictObject({
    template: name
      .optional()
      .describe("A template: how to build and start this kind of server.")
      .meta({ examples: ["npm"] }),
    with: z
      .record(z.string(), scalar)
      .default({})
      .describe("Parameters of the template; its README lists them.")
      .meta({ examples: [{ package: "@modelcontextprotocol/server-everything" }] }),
    image: imageReference
      .optional()
      .describe("An image that exists or can be pulled.")
      .meta({ examples: ["alpine:3.20"] }),
    build: z
      .union([
        z
          .string()
          .min(1)
          .transform((context) => build.parse({ context })),
        build,
      ])
      .optional()
      .describe("Builds the image from a Dockerfile; a text is the context.")
      .meta({ examples: ["./server"] }),
    command: z
      .array(noNul)
      .min(1)
      .optional()
      .describe("Program and arguments; replaces what the template or image starts.")
      .meta({ examples: [["node", "server.js"]] }),
    args: z
      .array(text)
      .default([])
      .describe("Arguments added to the template's or image's own.")
      .meta({ examples: [["--verbose", 8]] }),
    transport: z.literal("stdio").default("stdio").describe("How the server is spoken to."),
    protocol: z
      .enum(["auto", "legacy", "modern"])
      .default("auto")
      .describe("legacy: revisions up to 2025-11-25; modern: 2026-07-28; auto: found out."),
    env: z
      .record(environmentName, text)
      .default({})
      .describe("Environment of the server.")
      .meta({ examples: [{ LOG_LEVEL: "debug" }] }),
    secrets: z
      .array(
        environmentName.refine(
          mayBeSecret,
          "is never handed to a server: ACTIONS_* and INPUT_* belong to the runner",
        ),
      )
      .default([])
      .describe("Environment variables handed on by name; their values are masked everywhere.")
      .meta({ examples: [["API_KEY"]] }),
    volumes: z
      .array(volume)
      .default([])
      .describe("Host folders and files the server sees.")
      .meta({ examples: [[{ host_path: "./data", container_path: "/data" }]] }),
    network: z
      .strictObject({
        egress: z
          .enum(["none", "full"])
          .default("none")
          .describe("none: no network at all; full: everything."),
      })
      .prefault({})
      .describe("What the server may reach."),
    limits: limits.prefault({}),
    ready: z
      .strictObject({
        timeout: duration(100, 3_600_000)
          .prefault("30s")
          .describe("Time from start to the first MCP answer."),
      })
      .prefault({})
      .describe("When the server counts as ready."),
    stop: z
      .strictObject({
        eof: duration(0, 600_000)
          .prefault("5s")
          .describe("Time to end by itself after stdin is closed; 0s skips this."),
        sigterm: duration(0, 600_000)
          .prefault("5s")
          .describe("Time to end after SIGTERM, before SIGKILL; 0s skips this."),
      })
      .prefault({})
      .describe("The stop ladder: close stdin, then SIGTERM, then SIGKILL."),
    max_message: size(1024, 2 ** 30)
      .prefault("64MiB")
      .describe("Longest message accepted from the server."),
    checks: z
      .strictObject(
        // Object.fromEntries forgets the keys; they are those of the table.
        Object.fromEntries(
          Object.entries(checks).map(([key, about]) => [
            key,
            z.boolean().default(true).describe(about),
          ]),
        ) as Record<keyof typeof checks, z.ZodDefault<z.ZodBoolean>>,
      )
      .prefault({})
      .describe("Checks made without being asked; each can be switched off."),
  })
  .describe("An MCP server: exactly one of template, image or build says what runs.");

export type ServerSpec = z.output<typeof server>;
export type BuildSpec = z.output<typeof build>;
export type CheckName = keyof typeof checks;
