import type { Found } from "./found.ts";
import { isObject } from "./member.ts";

/**
 * Code points of a text, elements of a list, keys of an object; for a JSONPath that may match several values the number
 * of matches. Undefined for what has no length.
 */
export function lengthOf(found: Found): number | undefined {
  if (found.each !== undefined) {
    return found.each.length;
  }
  if (!found.found) {
    return undefined;
  }
  const { value } = found;
  if (typeof value === "string") {
    return codePoints(value);
  }
  if (Array.isArray(value)) {
    return value.length;
  }
  return isObject(value) ? Object.keys(value).length : undefined;
}

/** Counted without making a list of them: a text may have 64 MB. */
function codePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; count += 1) {
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
  }
  return count;
}
