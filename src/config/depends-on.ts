import { z } from "zod";
import { name } from "./fields.ts";

/** What may be waited for. */
const conditions = z.enum(["started", "healthy", "completed"]);

export type Condition = z.output<typeof conditions>;

/** Names of servers and services that must be there first, each with what is waited for. */
export const dependsOn = z
  .union([
    z.record(name, conditions),
    z
      .array(name)
      .transform((names) => Object.fromEntries(names.map((each) => [each, "up" as const]))),
  ])
  .transform((waits): Readonly<Record<string, Condition | "up">> => waits)
  .prefault({})
  .describe(
    "Servers and services that come first. started: its container runs; healthy: its health check passes, for a server that it is ready; completed: it exited with code 0. A list waits until each is healthy, or has started where nothing checks it.",
  )
  .meta({ examples: [{ db: "healthy" }] });
