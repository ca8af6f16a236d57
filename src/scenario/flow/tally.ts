import type { Attempt } from "./attempt.ts";

/** What the attempts at a step came to, in their order; the attempts themselves are not kept. */
export interface Tally {
  readonly done: number;
  readonly passed: number;
  /** The first that did not pass. */
  readonly bad: Attempt | undefined;
  /** The last that passed. */
  readonly good: Attempt | undefined;
  readonly durationsMs: readonly number[];
}

/** Gathers attempts that may end in any order; `index` is the order in which they were begun. */
export function createTally(): { add(index: number, attempt: Attempt): void; tally(): Tally } {
  let passed = 0;
  let bad: readonly [number, Attempt] | undefined;
  let good: readonly [number, Attempt] | undefined;
  const durationsMs: number[] = [];
  return {
    add(index, attempt) {
      durationsMs.push(attempt.durationMs);
      if (attempt.outcome === "passed") {
        passed += 1;
        good = good === undefined || good[0] < index ? [index, attempt] : good;
      } else {
        bad = bad === undefined || bad[0] > index ? [index, attempt] : bad;
      }
    },
    tally: () => ({
      done: durationsMs.length,
      passed,
      bad: bad?.[1],
      good: good?.[1],
      durationsMs,
    }),
  };
}

/** "min 3 ms, median 5 ms, max 9 ms" of at least one duration. */
export function durationsNote(durationsMs: readonly number[]): string {
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const at = (index: number): string => `${Number((sorted[index] ?? 0).toPrecision(3))} ms`;
  const median = Math.floor((sorted.length - 1) / 2);
  return `min ${at(0)}, median ${at(median)}, max ${at(sorted.length - 1)}`;
}
