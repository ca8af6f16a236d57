import fc from "fast-check";
import { expect, test } from "vitest";
import { createRecentLines } from "../../src/log/recent-lines.ts";

test("lines since a mark are those added after it", () => {
  const recent = createRecentLines(10, 1_000);
  recent.add("before");
  const mark = recent.mark();
  expect(recent.since(mark)).toEqual([]);
  recent.add("one");
  recent.add("two");
  expect(recent.since(mark)).toEqual(["one", "two"]);
});

test("what is not kept any more is said with its number", () => {
  const recent = createRecentLines(2, 1_000);
  const mark = recent.mark();
  for (const line of ["a", "b", "c"]) {
    recent.add(line);
  }
  expect(recent.since(mark)).toEqual(["[1 earlier lines are not kept]", "b", "c"]);
});

test("whatever is added, the newest lines are given, within both limits", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 8 }), { maxLength: 60 }),
      fc.nat(60),
      (lines, from) => {
        const recent = createRecentLines(5, 20);
        for (const line of lines.slice(0, from)) {
          recent.add(line);
        }
        const mark = recent.mark();
        const later = lines.slice(from);
        for (const line of later) {
          recent.add(line);
        }
        const given = recent.since(mark);
        const lost = /^\[(\d+) earlier/.exec(given[0] ?? "");
        const kept = lost === null ? given : given.slice(1);
        expect(kept).toEqual(later.slice(Number(lost?.[1] ?? 0)));
        expect(kept.length).toBeLessThanOrEqual(5);
        expect(kept.length === 1 || kept.join("").length <= 20).toBe(true);
      },
    ),
  );
});
