import { z } from "zod";
import { json } from "./fields.ts";
import { conditions } from "./judged.ts";

const map = z.record(z.string(), json);

const common = {
  when: conditions
    .default({})
    .describe(
      "JSONPath into the params of what the server asks → what must hold; default is always.",
    ),
  times: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe("Used at most so often; default is always."),
  result: map.optional().describe("The whole result as it is sent."),
  error: z
    .strictObject({
      code: z.int().describe("JSON-RPC error code."),
      message: z.string().describe("Message of the error."),
    })
    .optional()
    .describe("A JSON-RPC error."),
  refuse: z.literal(true).optional().describe("Refused, as a person would who says no."),
  silence: z.literal(true).optional().describe("Never answered."),
} as const;

const outcomes = [
  "text",
  "accept",
  "decline",
  "cancel",
  "result",
  "error",
  "refuse",
  "silence",
] as const;

const oneOutcome =
  "needs exactly one answer: text, accept, decline, cancel, result, error, refuse or silence";

function hasOneOutcome(rule: Readonly<Record<string, unknown>>): boolean {
  return outcomes.filter((outcome) => rule[outcome] !== undefined).length === 1;
}

const samplingRule = z
  .strictObject({
    ...common,
    text: z
      .string()
      .optional()
      .describe("What the model says.")
      .meta({ examples: ["It is sunny."] }),
    model: z.string().min(1).default("scripted").describe("Name of the model beside text."),
  })
  .refine(hasOneOutcome, oneOutcome)
  .describe("One scripted answer to sampling/createMessage.");

const elicitationRule = z
  .strictObject({
    ...common,
    accept: z
      .union([z.literal(true), map])
      .optional()
      .describe("Accepted with these values; true for a URL that was opened.")
      .meta({ examples: [{ name: "Ada" }] }),
    decline: z.literal(true).optional().describe("Declined."),
    cancel: z.literal(true).optional().describe("Cancelled: closed without a choice."),
  })
  .refine(hasOneOutcome, oneOutcome)
  .describe("One scripted answer to elicitation/create.");

const rootsRule = z
  .strictObject(common)
  .refine(hasOneOutcome, oneOutcome)
  .describe("One scripted answer to roots/list.");

const root = z
  .strictObject({
    uri: z
      .string()
      .regex(/^file:\/\//, "must begin with file://")
      .describe("Its URI; file:// only."),
    name: z.string().min(1).optional().describe("Its name."),
  })
  .describe("A folder or file the client offers.");

/** What the server may ask for, with the scripted answers; the first that fits is given. */
export const answers = z
  .strictObject({
    sampling: z
      .union([samplingRule, z.array(samplingRule)])
      .optional()
      .describe("Answers to sampling/createMessage, or one."),
    elicitation: z
      .union([elicitationRule, z.array(elicitationRule)])
      .optional()
      .describe("Answers to elicitation/create, or one."),
    roots: z
      .union([rootsRule, z.array(rootsRule)])
      .optional()
      .describe("Answers to roots/list, or one."),
  })
  .describe("Scripted answers to what the server asks of its client.")
  .meta({ id: "answers" });

export const client = answers
  .extend({
    roots: z
      .array(
        z.union([
          z
            .string()
            .regex(/^file:\/\//, "must begin with file://")
            .transform((uri): z.output<typeof root> => ({ uri })),
          root,
        ]),
      )
      .optional()
      .describe("Roots that are declared and listed.")
      .meta({ examples: [["file:///data"]] }),
    capabilities: map
      .default({})
      .describe("Client capabilities declared besides those that follow from the answers."),
  })
  .describe("What the client declares to this server and answers it.");

export type AnswersSpec = z.output<typeof answers>;
export type ClientSpec = z.output<typeof client>;
export type RuleSpec = Partial<z.output<typeof samplingRule>> &
  Partial<z.output<typeof elicitationRule>>;
