import { z } from "zod";
import { forEach, perRow } from "./for-each.ts";
import { serverName, step, trials } from "./step.ts";
import { duration } from "./units.ts";

export const scenario = z
  .strictObject({
    name: z.string().min(1).max(200).describe("Shown in reports; unique."),
    server: serverName
      .optional()
      .describe("Server of the steps that name none; default is the only server."),
    tags: z
      .array(z.string().regex(/^[\w.-]{1,63}$/, "must be 1 to 63 letters, digits, points, - and _"))
      .default([])
      .describe("Words to choose scenarios by.")
      .meta({ examples: [["smoke"]] }),
    only: z
      .boolean()
      .default(false)
      .describe("While one scenario says true, those that do not are skipped."),
    isolation: z
      .enum(["shared", "fresh"])
      .default("shared")
      .describe("shared: the session of the run; fresh: its servers are started for it alone."),
    timeout: duration(1, 86_400_000)
      .optional()
      .describe("Time for setup and steps; teardown is done all the same."),
    trials: trials
      .optional()
      .describe("The whole scenario is done so often; the share that passes decides."),
    for_each: forEach.optional().describe(perRow),
    setup: z
      .array(step)
      .default([])
      .describe("Done first; when one does not pass, the scenario is broken."),
    steps: z
      .array(step)
      .min(1, "needs at least one step: nothing would be tested")
      .describe("Done in order; the first one that does not pass ends the scenario."),
    teardown: z
      .array(step)
      .default([])
      .describe(
        "Done last, whatever came before; each of them, also after one that does not pass.",
      ),
  })
  .describe("An ordered list of steps.");

export type ScenarioSpec = z.output<typeof scenario>;
