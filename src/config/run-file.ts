import { z } from "zod";
import { name } from "./fields.ts";
import { imagePolicy } from "./image-policy.ts";
import { scenario } from "./scenario.ts";
import { server } from "./server.ts";
import { service } from "./service.ts";
import { templateFolders } from "./templates.ts";
import { duration } from "./units.ts";

const maxServers = 100;
const maxServices = 100;

export const runFile = z
  .strictObject({
    version: z.literal(1).describe("Version of this format."),
    name: z.string().min(1).max(200).optional().describe("Title of the run in reports."),
    timeout: duration(1_000, 86_400_000).prefault("15m").describe("Time for the whole run."),
    templates: templateFolders.optional(),
    image_policy: imagePolicy.optional(),
    servers: z
      .record(name, server)
      .refine(
        (servers) => Object.keys(servers).length > 0,
        "needs at least one server: nothing would be tested",
      )
      .refine(
        (servers) => Object.keys(servers).length <= maxServers,
        `has more than ${maxServers} servers`,
      )
      .describe("The MCP servers, by name."),
    services: z
      .record(name, service)
      .refine(
        (services) => Object.keys(services).length <= maxServices,
        `has more than ${maxServices} services`,
      )
      .default({})
      .describe("Side containers that servers need, by name."),
    scenarios: z
      .array(scenario)
      .min(1, "needs at least one scenario: nothing would be tested")
      .max(10_000)
      .describe("What is done with them."),
  })
  .describe("A run file of Docker MCP Manager.");

export type RunFile = z.output<typeof runFile>;
