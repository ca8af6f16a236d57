/** Part of a text, end exclusive. */
export type Range = readonly [start: number, end: number];

const replacement = "***";

/**
 * The text with every range replaced by `***`; ranges that touch become one.
 *
 * A JSON escape cut in two by the beginning of a range goes with it, so JSON stays JSON.
 */
export function mask(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) {
    return text;
  }
  const sorted = ranges.toSorted(([a], [b]) => a - b);
  let result = "";
  let shown = 0;
  let index = 0;
  while (index < sorted.length) {
    const [start, firstEnd] = sorted[index] ?? [0, 0];
    let end = firstEnd;
    for (index += 1; index < sorted.length && (sorted[index]?.[0] ?? 0) <= end; index += 1) {
      end = Math.max(end, sorted[index]?.[1] ?? 0);
    }
    result += text.slice(shown, Math.max(shown, escapeStart(text, start))) + replacement;
    shown = end;
  }
  return result + text.slice(shown);
}

/** Where the JSON escape begins that `start` stands inside of; `start` when it is in none. */
function escapeStart(text: string, start: number): number {
  let index = start - 1;
  for (let digits = 0; digits < 3 && /[0-9a-f]/i.test(text.charAt(index)); digits += 1) {
    index -= 1;
  }
  if (text.charAt(index) === "u" && endsWithOddBackslashes(text, index)) {
    return index - 1;
  }
  return endsWithOddBackslashes(text, start) ? start - 1 : start;
}

function endsWithOddBackslashes(text: string, end: number): boolean {
  let first = end;
  while (text.charAt(first - 1) === "\\") {
    first -= 1;
  }
  return (end - first) % 2 === 1;
}
