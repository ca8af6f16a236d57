import { withBudget } from "../clock/index.ts";
import type { PredicateName } from "../config/index.ts";
import { Fault } from "../fault/index.ts";
import { type Difference, differences, equal } from "./difference.ts";
import type { Show } from "./show.ts";

/** Whether a predicate holds; `actual` is the value seen, as text for people. */
export interface Judgement {
  readonly ok: boolean;
  readonly actual: string;
}

const differencesShown = 3;

/**
 * Applies a predicate to a value.
 *
 * A value of a kind that the predicate cannot look into does not satisfy it. Throws NOT_JUDGEABLE when a
 * pattern is too slow.
 */
export function judge(
  predicate: PredicateName,
  expected: unknown,
  actual: unknown,
  show: Show,
): Judgement {
  const isNumber = (holds: (number: number, bound: number) => boolean) =>
    judgeBound(actual, show, (number) => typeof expected === "number" && holds(number, expected));
  const judgements: Partial<Record<PredicateName, () => Judgement>> = {
    equals: () => judgeEquals(expected, actual, show),
    contains: () => judgeContains(expected, actual, show),
    matches: () => judgeMatches(expected, actual, show),
    above: () => isNumber((number, bound) => number > bound),
    below: () => isNumber((number, bound) => number < bound),
  };
  const judgement = judgements[predicate];
  if (judgement === undefined) {
    throw new Fault("NOT_JUDGEABLE", `The predicate ${predicate} cannot be judged yet`);
  }
  return judgement();
}

function judgeEquals(expected: unknown, actual: unknown, show: Show): Judgement {
  const found = differences(expected, actual, differencesShown + 1);
  const first = found[0];
  if (first === undefined || first.pointer === "") {
    return { ok: first === undefined, actual: show(actual) };
  }
  const shown = found.slice(0, differencesShown).map((difference) => describe(difference, show));
  const more = found.length > differencesShown ? "; and more" : "";
  return { ok: false, actual: `${show(actual)} (${shown.join("; ")}${more})` };
}

function describe(difference: Difference, show: Show): string {
  const { pointer, expected, actual } = difference;
  if (!("actual" in difference)) {
    return `${pointer} is missing, expected ${show(expected)}`;
  }
  if (!("expected" in difference)) {
    return `${pointer} is ${show(actual)}, expected nothing there`;
  }
  return `${pointer} is ${show(actual)}, expected ${show(expected)}`;
}

function judgeContains(expected: unknown, actual: unknown, show: Show): Judgement {
  if (Array.isArray(actual)) {
    return { ok: actual.some((element) => equal(expected, element)), actual: show(actual) };
  }
  if (typeof actual !== "string") {
    return { ok: false, actual: `${show(actual)}, neither text nor an array` };
  }
  return typeof expected === "string"
    ? { ok: actual.includes(expected), actual: show(actual) }
    : { ok: false, actual: `${show(actual)}, which is text and contains only text` };
}

function judgeMatches(expected: unknown, actual: unknown, show: Show): Judgement {
  if (typeof actual !== "string") {
    return { ok: false, actual: `${show(actual)}, not text` };
  }
  const source = String(expected);
  const ok = withBudget(`pattern ${show(source)}`, () => new RegExp(source, "u").test(actual));
  return { ok, actual: show(actual) };
}

function judgeBound(actual: unknown, show: Show, holds: (number: number) => boolean): Judgement {
  return typeof actual === "number"
    ? { ok: holds(actual), actual: show(actual) }
    : { ok: false, actual: `${show(actual)}, not a number` };
}
