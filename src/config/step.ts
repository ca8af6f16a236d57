import { z } from "zod";
import { answers } from "./client.ts";
import { expect } from "./expect.ts";
import { headers, json, share } from "./fields.ts";
import { forEach, perRow } from "./for-each.ts";
import { duration } from "./units.ts";
import { verbFields } from "./verbs.ts";

const most = 10_000;
const times = z.int().min(1).max(most);

const jsonPath = z
  .string()
  .regex(/^\$/, "is not a JSONPath; JSONPath begins with $, for example $.content[0].text");

const retry = z
  .union([
    times,
    z.strictObject({
      times: times.describe("Most attempts in all."),
      delay: duration(0, 3_600_000).prefault("1s").describe("Time between two attempts."),
      until: expect
        .optional()
        .describe(
          "What must hold for the attempts to end; `expect` then judges that one answer. Default is that all of `expect` holds.",
        ),
    }),
  ])
  .transform((spec) =>
    typeof spec === "number" ? { times: spec, delay: 1_000, until: undefined } : spec,
  );

export const trials = z
  .union([
    times,
    z.strictObject({
      times: times.describe("How many attempts."),
      pass_rate: share.prefault("100%").describe("Least share of them that must pass."),
    }),
  ])
  .transform((spec) => (typeof spec === "number" ? { times: spec, pass_rate: 1 } : spec));

/** Must be a declared one, so it needs no pattern of its own. */
export const serverName = z.string();

export const step = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe("Shown in reports; default is verb and target."),
    server: serverName
      .optional()
      .describe("Server of this step; default is the scenario's, then the only server."),
    ...verbFields,
    with: json
      .optional()
      .describe(
        "Arguments of call and prompt, params of request and notify; {{ name }} is filled in from captures and rows.",
      )
      .meta({ examples: [{ message: "hello" }] }),
    expect: expect.optional().describe("What must hold; see the places and predicates below."),
    capture: z
      .record(
        z.string().regex(/^[A-Za-z_]\w*$/, "must be a name of letters, digits and _"),
        jsonPath,
      )
      .default({})
      .describe("Keeps values of the result for later steps: name → JSONPath.")
      .meta({ examples: [{ sum: "$.content[0].text" }] }),
    timeout: duration(1, 3_600_000).prefault("30s").describe("Time for the answer."),
    task: z
      .union([
        z.literal(true),
        z.strictObject({
          ttl: duration(1, 86_400_000).optional().describe("How long the server keeps the task."),
          wait: z
            .boolean()
            .default(true)
            .describe("Whether the step's result is that of the task; else it is the task itself."),
        }),
      ])
      .optional()
      .describe("Calls the tool as a task."),
    meta: z.record(z.string(), json).optional().describe("Added to _meta of the params."),
    headers: headers.optional().describe("HTTP headers of this request."),
    cancel_after: duration(0, 3_600_000)
      .optional()
      .describe("Cancels the request after so long; the server must stop working and not answer."),
    progress: z
      .boolean()
      .optional()
      .describe("Asks for progress; default is whether expect looks at it."),
    input: z
      .enum(["auto", "manual"])
      .default("auto")
      .describe(
        "auto: when the server asks for input, it is answered from the scripted answers; manual: what it asks for is the result.",
      ),
    answers: answers
      .optional()
      .describe("Scripted answers during this step, before those of the server."),
    fault: z
      .union([
        z.enum(["drop_response", "duplicate"]),
        z.strictObject({
          delay: duration(1, 3_600_000).describe("The request is sent so much later."),
        }),
      ])
      .optional()
      .describe(
        "What is done on the wire. drop_response: the answer is thrown away and the request times out; duplicate: the request is sent twice.",
      )
      .meta({ examples: ["duplicate", { delay: "500ms" }] }),
    repeat: times.optional().describe("Done so often; every time must pass."),
    parallel: z
      .int()
      .min(1)
      .max(1_000)
      .optional()
      .describe("How many are done at the same time; without repeat or trials, once each."),
    retry: retry
      .optional()
      .describe("Tried again until it passes, at most so often; that it was is reported.")
      .meta({ examples: [3, { times: 5, delay: "200ms" }] }),
    trials: trials
      .optional()
      .describe("Done so often; the share that passes decides.")
      .meta({ examples: [{ times: 10, pass_rate: "80%" }] }),
    for_each: forEach.optional().describe(perRow),
  })
  .describe("One action against a server. Exactly one verb says what it does.")
  .meta({ id: "step" });

export type StepSpec = z.output<typeof step>;
