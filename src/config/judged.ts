import { z } from "zod";
import { json } from "./fields.ts";
import { bound, mask, pattern } from "./patterns.ts";
import { type Mask, type ValueType, valueTypes } from "./predicate.ts";

/** Conditions as they are written; a bare value means equals. */
export type JudgedSpec = PredicatesSpec | string | number | boolean | null;

export interface PredicatesSpec {
  readonly equals?: unknown;
  readonly contains?: unknown;
  readonly includes?: unknown;
  readonly starts_with?: string | undefined;
  readonly ends_with?: string | undefined;
  readonly matches?: string | undefined;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
  readonly at_least?: number | undefined;
  readonly at_most?: number | undefined;
  readonly between?: readonly [number, number] | undefined;
  readonly one_of?: readonly unknown[] | undefined;
  readonly exists?: boolean | undefined;
  readonly type?: ValueType | undefined;
  readonly length?: JudgedSpec | undefined;
  readonly schema?: unknown;
  readonly snapshot?:
    | true
    | string
    | { readonly name?: string | undefined; readonly mask: readonly Mask[] }
    | undefined;
  readonly not?: JudgedSpec | undefined;
  readonly each?: JudgedSpec | undefined;
  readonly all_of?: readonly JudgedSpec[] | undefined;
  readonly any_of?: readonly JudgedSpec[] | undefined;
  readonly sequence?: readonly SequenceItemSpec[] | undefined;
}

export type SequenceItemSpec =
  | string
  | {
      readonly method?: JudgedSpec | undefined;
      readonly params?: Readonly<Record<string, JudgedSpec>> | undefined;
    };

const snapshotName = z.string().min(1).max(300);

/** For the predicates that hold predicates. */
const inner: z.ZodType<JudgedSpec> = z.lazy(() => judged);

const sequenceItem: z.ZodType<SequenceItemSpec> = z.union([
  z.string().min(1),
  z
    .strictObject({
      method: inner.optional().describe("What must hold of the method; default is any."),
      params: z
        .record(z.string().regex(/^\$/, "is not a JSONPath, which begins with $"), inner)
        .optional()
        .describe("JSONPath into the params → what must hold there."),
    })
    .refine((value) => Object.keys(value).length > 0, "needs method or params"),
]);

/** In this order among what came; others may stand between. */
export const sequence = z.array(sequenceItem).min(1, "needs at least one method");

const predicates: z.ZodType<PredicatesSpec> = z
  .strictObject({
    equals: json.optional().describe("Deeply equal; numbers and strings are never mixed."),
    contains: json.optional().describe("Substring of a text, or an element of a list."),
    includes: json
      .optional()
      .describe(
        "A map with at least these keys, or a list with at least these elements, at any depth.",
      )
      .meta({ examples: [{ user: { name: "Ada" } }] }),
    starts_with: z.string().optional().describe("The text begins so."),
    ends_with: z.string().optional().describe("The text ends so."),
    matches: pattern
      .optional()
      .describe(
        "Regular expression (ECMAScript, flag u) found anywhere in the text; ^ and $ are its ends and not those of a line.",
      )
      .meta({ examples: ["^Echo: \\w+$"] }),
    above: bound
      .optional()
      .describe("Strictly greater; 500ms is read as milliseconds, 64KiB as bytes.")
      .meta({ examples: [0] }),
    below: bound
      .optional()
      .describe("Strictly less; 500ms is read as milliseconds, 64KiB as bytes.")
      .meta({ examples: ["500ms"] }),
    at_least: bound.optional().describe("Greater or equal."),
    at_most: bound.optional().describe("Less or equal."),
    between: z
      .tuple([bound, bound])
      .refine(([low, high]) => !(low > high), "needs the smaller number first")
      .optional()
      .describe("From the first to the second, both included.")
      .meta({ examples: [["1ms", "2s"]] }),
    one_of: z
      .array(json)
      .min(1, "needs at least one value")
      .optional()
      .describe("Equal to one of these."),
    exists: z.boolean().optional().describe("Whether anything is there; null is something."),
    type: z.enum(valueTypes).optional().describe("Type of the value in JSON."),
    length: inner
      .optional()
      .describe("Length of the text in characters, of the list, or number of keys.")
      .meta({ examples: [3] }),
    schema: z
      .union([z.record(z.string(), json), z.boolean(), z.string().min(1)])
      .optional()
      .describe("Fits this JSON Schema 2020-12; a text is a JSON file beside the run file.")
      .meta({ examples: [{ type: "array", minItems: 1 }] }),
    snapshot: z
      .union([
        z.literal(true),
        snapshotName,
        z.strictObject({
          name: snapshotName.optional().describe("Default is made of scenario, step and place."),
          mask: z
            .array(mask)
            .default([])
            .describe(
              "What is not compared: JSONPaths, and regular expressions between slashes; in quotes where one has [ ] { } or a comma.",
            )
            .meta({ examples: [["$.timestamp", "/[0-9a-f]{8}/"]] }),
        }),
      ])
      .optional()
      .describe("The same as when the snapshot was taken; stored beside the run file."),
    not: inner.optional().describe("This does not hold."),
    each: inner.optional().describe("This holds of every element of the list."),
    all_of: z.array(inner).min(1, "needs at least one").optional().describe("All of these hold."),
    any_of: z.array(inner).min(1, "needs at least one").optional().describe("One of these holds."),
    sequence: sequence.optional().describe("These came in this order; others may stand between."),
  })
  .refine((value) => Object.keys(value).length > 0, "needs at least one predicate")
  .describe("Predicates; all of them must hold.")
  .meta({ id: "predicates" });

/** What a place may be judged by: predicates, or a bare value. */
export const judgedChoices = [predicates, z.string(), z.number(), z.boolean(), z.null()] as const;

export const judged = z.union(judgedChoices).meta({ id: "judged" });

/** JSONPath → what must hold there. */
export const conditions = z
  .record(
    z.string().regex(/^\$/, "is not a JSONPath; JSONPath begins with $, for example $.uri"),
    judged,
  )
  .meta({ examples: [{ "$.uri": { ends_with: ".txt" } }] });

export const predicateNames = [
  "equals",
  "contains",
  "includes",
  "starts_with",
  "ends_with",
  "matches",
  "above",
  "below",
  "at_least",
  "at_most",
  "between",
  "one_of",
  "exists",
  "type",
  "length",
  "schema",
  "snapshot",
  "not",
  "each",
  "all_of",
  "any_of",
  "sequence",
] as const satisfies readonly (keyof PredicatesSpec)[];
