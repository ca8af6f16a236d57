import { withBudget } from "../../clock/index.ts";
import type { Mask } from "../../config/index.ts";
import { nodesAt } from "../expect/json-path.ts";
import { isObject } from "../expect/member.ts";
import { patternOf } from "../expect/pattern.ts";

const masked = "<masked>";

/** A copy of a plain value in which what the masks find is replaced. Throws NOT_JUDGEABLE when one is unsound or too slow. */
export async function mask(value: unknown, masks: readonly Mask[]): Promise<unknown> {
  let result = value;
  for (const one of masks) {
    if ("path" in one) {
      const { nodes } = await nodesAt(one.path, result);
      for (const { location } of nodes) {
        result = replaceAt(result, location);
      }
    } else {
      const before = result;
      const pattern = patternOf(one.pattern, "gu");
      result = withBudget(`mask ${one.pattern}`, () =>
        mapTexts(before, (text) => text.replace(pattern, () => masked)),
      );
    }
  }
  return result;
}

/** A copy of a value with every text in it, keys left out, changed. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map((element) => mapTexts(element, change));
  }
  return isObject(value)
    ? // fromEntries defines own keys, so `__proto__` stays a key like any other.
      Object.fromEntries(
        Object.entries(value).map(([key, member]) => [key, mapTexts(member, change)]),
      )
    : value;
}

/** The way there is copied, the rest shared. What an earlier match has masked already stays so. */
function replaceAt(value: unknown, location: readonly (string | number)[]): unknown {
  const [key, ...rest] = location;
  if (key === undefined) {
    return masked;
  }
  if (Array.isArray(value)) {
    const elements: readonly unknown[] = value;
    return elements.map((element, index) => (index === key ? replaceAt(element, rest) : element));
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
          name,
          name === key ? replaceAt(member, rest) : member,
        ]),
      )
    : value;
}
