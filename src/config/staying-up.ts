import { z } from "zod";
import { noNul } from "./fields.ts";
import { duration } from "./units.ts";

/** When a server counts as ready, how its health is watched and what becomes of it when it ends. */

const checks = z.strictObject({
  interval: duration(100, 3_600_000).prefault("10s").describe("Time between two checks."),
  timeout: duration(10, 600_000).prefault("5s").describe("Time for the answer."),
  failures: z
    .int()
    .min(1)
    .max(100)
    .default(3)
    .describe("Checks in a row that must fail until it is unhealthy."),
  successes: z
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe("Checks in a row that must pass until it is healthy again."),
});

const policies = z.enum(["no", "on-failure", "always"]);

const policy = z.strictObject({
  when: policies
    .default("on-failure")
    .describe("on-failure: not when it exits with code 0; always: whenever it ends by itself."),
  most: z
    .int()
    .min(1)
    .max(100)
    .default(5)
    .describe("Restarts in a row; beyond that the server is in a crash loop and stays down."),
  delay: duration(10, 600_000)
    .prefault("200ms")
    .describe("Pause before the first restart; each further one in a row is twice as long."),
  longest_delay: duration(10, 600_000).prefault("10s").describe("Longest pause."),
  steady: duration(100, 3_600_000)
    .prefault("10s")
    .describe("Time up after which restarts are counted anew."),
});

export const stayingUpFields = {
  ready: z
    .strictObject({
      timeout: duration(100, 3_600_000)
        .prefault("30s")
        .describe("Time from start until it answers and everything below holds."),
      log: noNul
        .min(1)
        .max(1_000)
        .optional()
        .describe("A text that a line of its output contains.")
        .meta({ examples: ["listening on"] }),
      port: z
        .int()
        .min(1)
        .max(65_535)
        .optional()
        .describe("A TCP port that something in its container listens on; needs `cat` in it.")
        .meta({ examples: [3000] }),
      http: z
        .string()
        .regex(/^\/[!-~]*$/, "must begin with / and hold no spaces")
        .optional()
        .describe("A path on its HTTP port that answers with a status from 200 to 299.")
        .meta({ examples: ["/healthz"] }),
      exec: z
        .array(noNul)
        .min(1)
        .optional()
        .describe("A command in its container that exits with code 0.")
        .meta({ examples: [["test", "-e", "/tmp/ready"]] }),
    })
    .prefault({})
    .describe("When the server counts as ready, besides its first MCP answer."),
  health: z
    .union([z.literal("image"), checks])
    .optional()
    .describe(
      "Asks the server on an interval whether it answers; image: does the HEALTHCHECK of its image instead. Without it nobody asks.",
    )
    .meta({ examples: ["image"] }),
  restart: z
    .union([policies.transform((when) => policy.parse({ when })), policy])
    .prefault("no")
    .describe(
      "What becomes of a server that ends by itself, or is unhealthy; steps in flight fail, later ones go to the new one.",
    )
    .meta({ examples: ["on-failure"] }),
};
