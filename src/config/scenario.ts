import { z } from "zod";
import { listKinds } from "./action.ts";
import { captureReference } from "./captures.ts";
import { duration, parseDurationMs, parseSizeBytes } from "./units.ts";

export const predicateNames = ["equals", "contains", "matches", "above", "below"] as const;

/** A number, a duration read as milliseconds, or a size read as bytes, for `above` and `below`. */
const bound = z.union([
  z.number(),
  z.string().transform((written, context) => {
    const amount = parseDurationMs(written) ?? parseSizeBytes(written);
    if (amount === undefined) {
      context.addIssue(
        "is neither a number, nor a duration such as 500ms, nor a size such as 64KiB",
      );
      return z.NEVER;
    }
    return amount;
  }),
]);

const pattern = z.string().transform((source, context) => {
  try {
    // Captures are filled in later; any letter stands for them here.
    new RegExp(source.replace(captureReference, "x"), "u");
    return source;
  } catch {
    // The engine's own message repeats the pattern, which may have been filled in.
    context.addIssue("is not a regular expression of ECMAScript with the flag u");
    return z.NEVER;
  }
});

const predicates = z
  .strictObject({
    equals: z.json().optional().describe("Deeply equal; numbers and strings are never mixed."),
    contains: z.json().optional().describe("Substring of a string, or an element of an array."),
    matches: pattern
      .optional()
      .describe("Regular expression (ECMAScript, flag u) found anywhere in the text.")
      .meta({ examples: ["^Echo: \\w+$"] }),
    above: bound
      .optional()
      .describe("Strictly greater; 500ms is read as milliseconds, 64KiB as bytes.")
      .meta({ examples: [0] }),
    below: bound
      .optional()
      .describe("Strictly less; 500ms is read as milliseconds, 64KiB as bytes.")
      .meta({ examples: ["500ms"] }),
  })
  .refine((value) => Object.keys(value).length > 0, "needs at least one predicate")
  .describe("Predicates; all of them must hold.");

/** A place's predicates, or a bare value meaning `equals`. */
const judged = z.union([predicates, z.string(), z.number(), z.boolean(), z.null()]);

export const places = {
  text: "All text blocks of the result, joined by newlines.",
  is_error: "Whether the tool result carries isError.",
  error: "Whether the answer is a JSON-RPC error (true or false), or its code and message.",
  "error.code": "Code of the JSON-RPC error.",
  "error.message": "Message of the JSON-RPC error.",
  structured: "structuredContent of the result.",
  duration: "Time from sending the request to its answer, in milliseconds.",
  bytes: "Size of the answer on the wire, in bytes.",
} as const;

const jsonPath = z
  .string()
  .regex(/^\$/, "is not a JSONPath; JSONPath begins with $, for example $.content[0].text");

export const expect = z
  .object(
    // Object.fromEntries forgets the keys; they are those of the table.
    Object.fromEntries(
      Object.entries(places).map(([key, about]) => [key, judged.optional().describe(about)]),
    ) as Record<keyof typeof places, z.ZodOptional<typeof judged>>,
  )
  .extend({
    error: z
      .union([
        z.boolean(),
        z
          .strictObject({
            code: judged.optional().describe(places["error.code"]),
            message: judged.optional().describe(places["error.message"]),
          })
          .refine((value) => Object.keys(value).length > 0, "needs code or message"),
      ])
      .optional()
      .describe(places.error),
  })
  .catchall(judged)
  .describe(
    "Where to look in the answer, and what must hold there. Keys beginning with $ are JSONPath (RFC 9535) into the result.",
  )
  .meta({ examples: [{ text: { contains: "hello" }, duration: { below: "500ms" } }] });

/** Must be a declared one, so it needs no pattern of its own. */
const serverName = z.string();

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
    call: z.string().min(1).optional().describe("Calls the tool of this name."),
    list: z.enum(listKinds).optional().describe("Lists all pages of the kind."),
    ping: z
      .union([z.literal(true), z.null()])
      .optional()
      .describe("Sends a ping (legacy) or server/discover (modern)."),
    with: z
      .record(z.string(), z.json())
      .optional()
      .describe("Arguments of the call; {{ name }} is filled in from captures.")
      .meta({ examples: [{ message: "hello" }] }),
    expect: expect.optional(),
    capture: z
      .record(
        z.string().regex(/^[A-Za-z_]\w*$/, "must be a name of letters, digits and _"),
        jsonPath,
      )
      .default({})
      .describe("Keeps values of the result for later steps: name → JSONPath.")
      .meta({ examples: [{ sum: "$.content[0].text" }] }),
    timeout: duration(1, 3_600_000).prefault("30s").describe("Time for the answer."),
  })
  .describe("One action against a server. Exactly one verb: call, list or ping.");

export const scenario = z
  .strictObject({
    name: z.string().min(1).max(200).describe("Shown in reports; unique."),
    server: serverName
      .optional()
      .describe("Server of the steps that name none; default is the only server."),
    steps: z
      .array(step)
      .min(1, "needs at least one step: nothing would be tested")
      .describe("Done in order; the first one that does not pass ends the scenario."),
  })
  .describe("An ordered list of steps.");

export type StepSpec = z.output<typeof step>;
export type ScenarioSpec = z.output<typeof scenario>;
export type JudgedSpec = z.output<typeof judged>;
