import { equal } from "./equal.ts";
import { type Check, fail } from "./run.ts";
import { kindOf, kindsOf, showValue } from "./words.ts";

/** Checks of keywords that look at one value and nothing inside it. Each is given its keyword's value, known to be sound. */
export const valueChecks: Readonly<Record<string, (wanted: never) => Check>> = {
  type: (wanted: string | readonly string[]) => {
    const types = typeof wanted === "string" ? [wanted] : wanted;
    return (value, run) =>
      types.some((type) => isOf(type, value)) ||
      fail(run, "type", `is ${showKind(value)}, not ${kindsOf(types)}`);
  },
  const: (wanted: unknown) => (value, run) =>
    equal(value, wanted) || fail(run, "const", `is ${showValue(value)}, not ${showValue(wanted)}`),
  enum: (wanted: readonly unknown[]) => (value, run) =>
    wanted.some((one) => equal(value, one)) ||
    fail(
      run,
      "enum",
      `is ${showValue(value)}, not one of ${wanted.slice(0, 12).map(showValue).join(", ")}`,
    ),
  minimum: (wanted: number) => number("minimum", (value) => value >= wanted, `less than ${wanted}`),
  maximum: (wanted: number) => number("maximum", (value) => value <= wanted, `more than ${wanted}`),
  exclusiveMinimum: (wanted: number) =>
    number("exclusiveMinimum", (value) => value > wanted, `not more than ${wanted}`),
  exclusiveMaximum: (wanted: number) =>
    number("exclusiveMaximum", (value) => value < wanted, `not less than ${wanted}`),
  multipleOf: (wanted: number) =>
    number(
      "multipleOf",
      (value) => Number.isInteger(value / wanted),
      `not a multiple of ${wanted}`,
    ),
  minLength: (wanted: number) =>
    text("minLength", (length) => length >= wanted, `shorter than ${wanted}`),
  maxLength: (wanted: number) =>
    text("maxLength", (length) => length <= wanted, `longer than ${wanted}`),
  minItems: (wanted: number) => (value, run) =>
    !Array.isArray(value) ||
    value.length >= wanted ||
    fail(run, "minItems", `has ${value.length} elements, fewer than ${wanted}`),
  maxItems: (wanted: number) => (value, run) =>
    !Array.isArray(value) ||
    value.length <= wanted ||
    fail(run, "maxItems", `has ${value.length} elements, more than ${wanted}`),
  minProperties: (wanted: number) => (value, run) =>
    !isObject(value) ||
    Object.keys(value).length >= wanted ||
    fail(run, "minProperties", `has fewer than ${wanted} members`),
  maxProperties: (wanted: number) => (value, run) =>
    !isObject(value) ||
    Object.keys(value).length <= wanted ||
    fail(run, "maxProperties", `has more than ${wanted} members`),
  required: (wanted: readonly string[]) => (value, run) => {
    if (!isObject(value)) {
      return true;
    }
    const missing = wanted.find((key) => !Object.hasOwn(value, key));
    return missing === undefined || fail(run, "required", `has no ${showValue(missing)}`);
  },
};

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case "object":
      return isObject(value);
    case "array":
      return Array.isArray(value);
    case "null":
      return value === null;
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

/** An integer was wanted perhaps: a number is shown, all else is named. */
function showKind(value: unknown): string {
  return typeof value === "number" ? String(value) : kindOf(value);
}

function number(keyword: string, good: (value: number) => boolean, otherwise: string): Check {
  return (value, run) =>
    typeof value !== "number" || good(value) || fail(run, keyword, `is ${value}, ${otherwise}`);
}

function text(keyword: string, good: (length: number) => boolean, otherwise: string): Check {
  return (value, run) => {
    if (typeof value !== "string") {
      return true;
    }
    const length = lengthOf(value);
    return good(length) || fail(run, keyword, `has ${length} characters, is ${otherwise}`);
  };
}

/** Code points, not code units, and without an array of them. */
function lengthOf(value: string): number {
  let length = 0;
  for (const _ of value) {
    length += 1;
  }
  return length;
}
