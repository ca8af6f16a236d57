import { withBudget } from "../../clock/index.ts";
import type { Predicate } from "../../config/index.ts";
import { equal } from "./difference.ts";
import type { Judgement } from "./judgement.ts";
import { isObject } from "./member.ts";
import type { Show } from "./show.ts";

type Bound = Extract<Predicate, { name: "above" | "below" | "at_least" | "at_most" | "between" }>;
type ValueType = Extract<Predicate, { name: "type" }>["value"];

/** A number against its bounds; both ends of `between` count. Text is never read as a number. */
export function judgeBound(bound: Bound, actual: unknown, show: Show): Judgement {
  return typeof actual === "number"
    ? { ok: isWithin(bound, actual), actual: show(actual) }
    : { ok: false, unfit: true, actual: `${show(actual)}, not a number` };
}

function isWithin(bound: Bound, number: number): boolean {
  switch (bound.name) {
    case "above":
      return number > bound.value;
    case "below":
      return number < bound.value;
    case "at_least":
      return number >= bound.value;
    case "at_most":
      return number <= bound.value;
    case "between":
      return number >= bound.value[0] && number <= bound.value[1];
    default:
      return bound satisfies never;
  }
}

export function judgeType(type: ValueType, actual: unknown, show: Show): Judgement {
  return { ok: isOfType(type, actual), actual: show(actual) };
}

function isOfType(type: ValueType, value: unknown): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    case "boolean":
    case "number":
    case "string":
      return typeof value === type;
    default:
      return type satisfies never;
  }
}

/**
 * Whether an object or list has at least what is expected, at any depth.
 *
 * Every expected key must be there and include what is expected of it; every expected element must be included by some
 * element of the list, in any order. Anything else must be equal.
 */
export function judgeIncludes(expected: unknown, actual: unknown, show: Show): Judgement {
  // Lists in lists are compared each with each, so the work is limited as that of a pattern.
  const missing = withBudget("includes", () => firstMissing(expected, actual, ""));
  return missing === undefined
    ? { ok: true, actual: show(actual) }
    : { ok: false, actual: `${show(actual)} (${missing})` };
}

function firstMissing(expected: unknown, actual: unknown, pointer: string): string | undefined {
  if (isObject(expected) && isObject(actual)) {
    for (const [key, value] of Object.entries(expected)) {
      const place = `${pointer}/${key}`;
      const missing = Object.hasOwn(actual, key)
        ? firstMissing(value, actual[key], place)
        : `${place} is missing`;
      if (missing !== undefined) {
        return missing;
      }
    }
    return undefined;
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const lost = expected.findIndex(
      (value) => !actual.some((element) => firstMissing(value, element, "") === undefined),
    );
    return lost === -1 ? undefined : `${pointer}/${lost} is in no element`;
  }
  return equal(expected, actual) ? undefined : `${pointer === "" ? "the whole" : pointer} differs`;
}
