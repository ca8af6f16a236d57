import type { Position } from "./tree.ts";

export const valueTypes = [
  "string",
  "number",
  "integer",
  "boolean",
  "null",
  "array",
  "object",
] as const;
export type ValueType = (typeof valueTypes)[number];

/** One condition on a value. `of` holds further ones: a list of them must hold altogether. */
export type Predicate =
  | {
      /** `includes`: an object or array that has at least this, at any depth. */
      readonly name: "equals" | "contains" | "starts_with" | "ends_with" | "includes";
      readonly value: unknown;
    }
  /** A regular expression of ECMAScript, flag u. */
  | { readonly name: "matches"; readonly value: string }
  /** Durations are milliseconds here, sizes bytes. */
  | { readonly name: "above" | "below" | "at_least" | "at_most"; readonly value: number }
  /** Both ends count. */
  | { readonly name: "between"; readonly value: readonly [number, number] }
  | { readonly name: "one_of"; readonly value: readonly unknown[] }
  | { readonly name: "exists"; readonly value: boolean }
  | { readonly name: "type"; readonly value: ValueType }
  /** Of the length of a text (code points), of a list, or of the number of keys. */
  | { readonly name: "length"; readonly of: readonly Predicate[] }
  /** A JSON Schema 2020-12; one in a file was read when the run file was loaded. */
  | { readonly name: "schema"; readonly value: unknown }
  | { readonly name: "snapshot"; readonly key: string; readonly mask: readonly Mask[] }
  /** `not`: not all of them hold. `each`: all hold of every element. */
  | { readonly name: "not" | "each"; readonly of: readonly Predicate[] }
  | { readonly name: "all_of" | "any_of"; readonly of: readonly (readonly Predicate[])[] }
  /** In this order among the notifications, others may stand between. */
  | { readonly name: "sequence"; readonly items: readonly SequenceItem[] };

export type PredicateName = Predicate["name"];

export interface SequenceItem {
  readonly method: readonly Predicate[];
  /** Places are JSONPath into the params. */
  readonly params: readonly Expectation[];
}

/** What a snapshot does not compare: the values at a JSONPath, or what a regular expression (flags gu) finds in any text. */
export type Mask = { readonly path: string } | { readonly pattern: string };

/** One thing that must hold of a step's result. */
export interface Expectation {
  /** A key of the table of places, `content[N].…`, or a JSONPath into the result. */
  readonly place: string;
  readonly predicate: Predicate;
  readonly at: Position;
}
