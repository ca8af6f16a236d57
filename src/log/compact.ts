/** A text without some of its parts, and where its characters stood. */
export interface Compact {
  readonly text: string;
  /** Index in the compact text → index in the original. */
  readonly original: (index: number) => number;
}

/** Takes out every match of a pattern with flag g. */
export function compact(text: string, pattern: RegExp): Compact {
  const starts: number[] = [];
  const removed: number[] = [];
  let sum = 0;
  const kept = text.replace(pattern, (match: string, ...rest: unknown[]) => {
    starts.push((rest.find((part) => typeof part === "number") as number) - sum);
    sum += match.length;
    removed.push(sum);
    return "";
  });
  if (sum === 0) {
    return { text, original: (index) => index };
  }
  return { text: kept, original: (index) => index + (removed[countUpTo(starts, index) - 1] ?? 0) };
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
