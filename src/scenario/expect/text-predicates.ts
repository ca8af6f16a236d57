import { withBudget } from "../../clock/index.ts";
import { equal } from "./difference.ts";
import type { Judgement } from "./judgement.ts";
import { patternOf } from "./pattern.ts";
import type { Show } from "./show.ts";

/** A substring of a text, or an element of a list. */
export function judgeContains(expected: unknown, actual: unknown, show: Show): Judgement {
  if (Array.isArray(actual)) {
    return { ok: actual.some((element) => equal(expected, element)), actual: show(actual) };
  }
  if (typeof actual !== "string") {
    return { ok: false, unfit: true, actual: `${show(actual)}, neither text nor an array` };
  }
  return typeof expected === "string"
    ? { ok: actual.includes(expected), actual: show(actual) }
    : {
        ok: false,
        unfit: true,
        actual: `${show(actual)}, which is text and contains only text`,
      };
}

/** How a text begins or ends. */
export function judgeEdge(
  edge: "starts_with" | "ends_with",
  expected: unknown,
  actual: unknown,
  show: Show,
): Judgement {
  if (typeof actual !== "string" || typeof expected !== "string") {
    return { ok: false, unfit: true, actual: `${show(actual)}, not text` };
  }
  const ok = edge === "starts_with" ? actual.startsWith(expected) : actual.endsWith(expected);
  return { ok, actual: show(actual) };
}

/**
 * A regular expression of ECMAScript, flag u and no other, found anywhere in a text.
 *
 * So `^` and `$` stand for the text's ends and not for those of its lines, `.` for no line break; `(?ims: )` changes that
 * for a part. Throws NOT_JUDGEABLE when it is too slow, or no pattern any more once captures were filled in.
 */
export function judgeMatches(source: string, actual: unknown, show: Show): Judgement {
  if (typeof actual !== "string") {
    return { ok: false, unfit: true, actual: `${show(actual)}, not text` };
  }
  const pattern = patternOf(source, "u");
  const ok = withBudget(`pattern ${show(source)}`, () => pattern.test(actual));
  return { ok, actual: show(actual) };
}
