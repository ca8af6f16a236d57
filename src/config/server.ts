import { z } from "zod";
import { checkSwitches } from "./checks.ts";
import { client } from "./client.ts";
import { dependsOn } from "./depends-on.ts";
import { endpointFields } from "./endpoint.ts";
import { environmentName, name, noNul, scalar, serverSecret, share, text } from "./fields.ts";
import { hardening } from "./hardening.ts";
import { build, imageReference, limits } from "./image.ts";
import { network } from "./network.ts";
import { stayingUpFields } from "./staying-up.ts";
import { duration, size } from "./units.ts";
import { volume } from "./volume.ts";

/** Every revision of the protocol. */
const revisions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"] as const;

const protocol = z.enum(["auto", "legacy", "modern", ...revisions]);

/** A server as it is written. */
export const serverFields = z
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
    pull: z
      .enum(["always", "missing", "never"])
      .default("missing")
      .describe(
        "When registries are asked for the image, or for the base images when it is built.",
      ),
    platform: z
      .string()
      .regex(/^linux\/[a-z0-9]+(?:\/v\d+)?$/, "is no platform; write for example linux/arm64")
      .optional()
      .describe(
        "Platform to pull the image for; default is the engine's own. Another one needs emulation.",
      )
      .meta({ examples: ["linux/arm64"] }),
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
    ...endpointFields,
    protocol: protocol
      .default("auto")
      .describe(
        "legacy: revisions up to 2025-11-25; modern: 2026-07-28; auto: found out; or one revision.",
      ),
    protocols: z
      .array(protocol)
      .min(1)
      .max(7)
      .refine((all) => new Set(all).size === all.length, "needs each revision only once")
      .optional()
      .describe("Plays the scenarios once for each of them and compares.")
      .meta({ examples: [["legacy", "modern"]] }),
    client: client.prefault({}),
    env: z
      .record(environmentName, text)
      .default({})
      .describe("Environment of the server.")
      .meta({ examples: [{ LOG_LEVEL: "debug" }] }),
    secrets: z
      .array(serverSecret)
      .default([])
      .describe("Environment variables handed on by name; their values are masked everywhere.")
      .meta({ examples: [["API_KEY", { name: "SIGNING_KEY", as: "file" }]] }),
    volumes: z
      .array(volume)
      .default([])
      .describe("Folders and files the server sees beside its image's.")
      .meta({ examples: [[{ host_path: "./data", container_path: "/data" }]] }),
    network: network.prefault({}),
    depends_on: dependsOn,
    limits: limits.prefault({}),
    hardening: hardening.prefault({}),
    ...stayingUpFields,
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
    idle: z
      .strictObject({
        window: duration(100, 600_000).prefault("2s").describe("How long it is watched."),
        cpu: share.prefault("10%").describe("Most processor time, as a share of one core."),
      })
      .prefault({})
      .describe("When the server counts as idle for the check idle_cpu."),
    checks: checkSwitches.prefault({}),
  })
  .describe("An MCP server: exactly one of template, image, build or url says what runs.");

/** A server with what follows from what is written. */
export const server = serverFields.transform((spec) => {
  const transport = spec.transport ?? (spec.url === undefined ? "stdio" : "http");
  const path = spec.http?.path ?? (transport === "sse" ? "/sse" : "/mcp");
  return { ...spec, transport, http: spec.http && { ...spec.http, path } };
});

export type ServerSpec = z.output<typeof server>;
