import { type Difference, differences } from "./difference.ts";
import type { Judgement } from "./judgement.ts";
import type { Show } from "./show.ts";
import { textDifference } from "./text-difference.ts";

const differencesShown = 3;

/**
 * Deep equality of JSON: the order of keys does not matter, kinds do (1 is not "1"), 0 is -0, NaN equals nothing, and texts
 * are compared by code unit, so that the composed and the decomposed form of a letter differ (and are told apart).
 */
export function judgeEquals(expected: unknown, actual: unknown, show: Show): Judgement {
  const found = differences(expected, actual, differencesShown + 1);
  const first = found[0];
  if (first === undefined) {
    return { ok: true, actual: show(actual) };
  }
  if (first.pointer === "") {
    return { ok: false, actual: `${show(actual)}${hint(expected, actual)}` };
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
  return `${pointer} is ${show(actual)}, expected ${show(expected)}${hint(expected, actual)}`;
}

/** What two long or nearly equal texts differ in; empty when that is plain to see. */
function hint(expected: unknown, actual: unknown): string {
  if (typeof expected !== "string" || typeof actual !== "string") {
    return "";
  }
  const said = textDifference(expected, actual);
  return said === undefined ? "" : ` (${said})`;
}
