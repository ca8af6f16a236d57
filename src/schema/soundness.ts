import { isObject } from "./checks.ts";
import type { Dialect } from "./dialect.ts";
import { pointerOf, type SchemaProblem } from "./problem.ts";
import { dereference } from "./reference.ts";
import { kindOf, showValue } from "./words.ts";

/** Schemas nested deeper are refused: whoever handles them would exhaust the stack. */
const maxDepth = 200;

type Soundness = (value: unknown) => string | undefined;

const typeNames = ["array", "boolean", "integer", "null", "number", "object", "string"];

const text: Soundness = (value) =>
  typeof value === "string" ? undefined : `is ${kindOf(value)}, not a string`;
const flag: Soundness = (value) =>
  typeof value === "boolean" ? undefined : `is ${kindOf(value)}, not a boolean`;
const list: Soundness = (value) =>
  Array.isArray(value) ? undefined : `is ${kindOf(value)}, not an array`;
const number: Soundness = (value) =>
  typeof value === "number" ? undefined : `is ${kindOf(value)}, not a number`;
const size: Soundness = (value) =>
  Number.isInteger(value) && Number(value) >= 0
    ? undefined
    : `is ${showValue(value)}, not an integer of 0 or more`;
const positive: Soundness = (value) =>
  typeof value === "number" && value > 0
    ? undefined
    : `is ${showValue(value)}, not a number above 0`;
const names: Soundness = (value) =>
  Array.isArray(value) &&
  value.every((name) => typeof name === "string") &&
  new Set(value).size === value.length
    ? undefined
    : `is ${showValue(value)}, not an array of different strings`;
const types: Soundness = (value) => {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const unknown = all.find((type) => !typeNames.some((name) => name === type));
  return all.length > 0 && unknown === undefined && new Set(all).size === all.length
    ? undefined
    : `is ${showValue(value)}, not one or more of ${typeNames.join(", ")}`;
};

/** What the value of each keyword must be; the keywords that hold schemas are below. */
const values: Readonly<Record<string, Soundness>> = {
  type: types,
  required: names,
  enum: list,
  examples: list,
  multipleOf: positive,
  ...each("minimum maximum exclusiveMinimum exclusiveMaximum", number),
  ...each(
    "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains",
    size,
  ),
  ...each("uniqueItems readOnly writeOnly deprecated", flag),
  ...each(
    "title description $comment $ref $schema $id pattern format contentEncoding contentMediaType",
    text,
  ),
};
const holdSchema = new Set(
  "not if then else contains propertyNames additionalProperties unevaluatedItems unevaluatedProperties items additionalItems".split(
    " ",
  ),
);
const holdList = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const holdMap = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "dependentSchemas",
]);

/** The first thing that makes a JSON Schema none; undefined when it is sound. Nothing outside of it is looked at. */
export function defectOf(schema: unknown, dialect: Dialect): SchemaProblem | undefined {
  const path: (string | number)[] = [];
  return inspect(schema);

  function inspect(part: unknown): SchemaProblem | undefined {
    if (typeof part === "boolean") {
      return undefined;
    }
    if (!isObject(part)) {
      return found("", `is ${kindOf(part)}, not a schema (an object or a boolean)`);
    }
    if (path.length > maxDepth) {
      return found("", `nests deeper than ${maxDepth} levels`);
    }
    for (const [word, value] of Object.entries(part)) {
      path.push(word);
      const problem = inspectWord(word, value);
      path.pop();
      if (problem !== undefined) {
        return problem;
      }
    }
    return undefined;
  }

  function inspectWord(word: string, value: unknown): SchemaProblem | undefined {
    const wrong = Object.hasOwn(values, word) ? values[word]?.(value) : undefined;
    if (wrong !== undefined) {
      return found(word, wrong);
    }
    if (
      word === "$ref" &&
      typeof value === "string" &&
      dereference(schema, value).kind === "missing"
    ) {
      return found(word, `points to ${showValue(value)}, which is not there`);
    }
    const isTuple = word === "items" && dialect === "draft-07" && Array.isArray(value);
    if (holdList.has(word) || isTuple) {
      return Array.isArray(value) && value.length > 0
        ? inspectEach([...value.entries()])
        : found(word, `is ${showValue(value)}, not a list of schemas`);
    }
    if (holdMap.has(word)) {
      return isObject(value)
        ? inspectEach(Object.entries(value))
        : found(word, `is ${kindOf(value)}, not an object`);
    }
    return holdSchema.has(word) ? inspect(value) : undefined;
  }

  function inspectEach(
    entries: readonly (readonly [string | number, unknown])[],
  ): SchemaProblem | undefined {
    for (const [key, part] of entries) {
      path.push(key);
      const problem = inspect(part);
      path.pop();
      if (problem !== undefined) {
        return problem;
      }
    }
    return undefined;
  }

  function found(keyword: string, message: string): SchemaProblem {
    return { pointer: pointerOf(path), message, keyword };
  }
}

function each(words: string, soundness: Soundness): Record<string, Soundness> {
  return Object.fromEntries(words.split(" ").map((word) => [word, soundness]));
}
