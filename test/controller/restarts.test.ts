import { expect, test } from "vitest";
import { createRestarts, type RestartPolicy } from "../../src/controller/index.ts";

function restartsOf(changes: Partial<RestartPolicy>) {
  let nowMs = 0;
  const clock = { nowMs: () => nowMs, monotonicMs: () => nowMs, sleep: () => Promise.resolve() };
  const policy = {
    when: "on-failure",
    most: 4,
    delayMs: 100,
    longestDelayMs: 350,
    steadyMs: 10_000,
  } as const;
  const restarts = createRestarts({ ...policy, ...changes }, clock);
  return {
    /** It was up for so long and ended. */
    end: (exitCode: number | null, upMs: number) => {
      restarts.up();
      nowMs += upMs;
      return restarts.next(exitCode);
    },
  };
}

test("no restarts nothing, on-failure not what ends with 0, always everything", () => {
  expect(restartsOf({ when: "no" }).end(1, 0)).toBeUndefined();
  expect(restartsOf({ when: "on-failure" }).end(0, 0)).toBeUndefined();
  expect(restartsOf({ when: "on-failure" }).end(null, 0)).toMatchObject({ kind: "restart" });
  expect(restartsOf({ when: "always" }).end(0, 0)).toMatchObject({ kind: "restart" });
});

test("each pause in a row is twice as long up to the longest, and after the last it is a crash loop", () => {
  const { end } = restartsOf({});
  const delays = [1, 2, 3, 4].map(() => {
    const next = end(1, 10);
    return next?.kind === "restart" ? next.delayMs : undefined;
  });
  expect(delays).toEqual([100, 200, 350, 350]);
  expect(end(1, 10)).toEqual({ kind: "crash loop", count: 4 });
});

test("who was up long enough begins a new row", () => {
  const { end } = restartsOf({ most: 1 });
  expect(end(1, 10)).toMatchObject({ count: 1 });
  expect(end(1, 10_000)).toMatchObject({ kind: "restart", count: 1 });
  expect(end(1, 9_999)).toMatchObject({ kind: "crash loop" });
});
