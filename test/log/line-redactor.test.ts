import fc from "fast-check";
import { expect, test } from "vitest";
import { createRedactor } from "../../src/log/index.ts";

const canary = "CANARY-0123456789abcdef";

function through(
  value: string,
  lines: readonly string[],
  flushAfter: readonly number[] = [],
): string[] {
  const released: string[] = [];
  const redactor = createRedactor({ KEY: value }).lines<number>(
    (text, nth) => (released[nth] = text),
  );
  lines.forEach((line, nth) => {
    redactor.push(line, nth);
    if (flushAfter.includes(nth)) {
      redactor.flush();
    }
  });
  redactor.flush();
  return released;
}

test("A27 a secret broken over any lines leaves none of its pieces", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: canary.length - 1 }), { maxLength: 5 }),
      fc.array(fc.lorem(), { maxLength: 3 }),
      (cuts, around) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), canary.length];
        const pieces = places.slice(1).map((end, index) => canary.slice(places[index], end));
        const released = through(canary, [...around, ...pieces, ...around]);
        expect(released).toEqual([...around, ...pieces.map(() => "***"), ...around]);
      },
    ),
  );
});

test("A27 so does one wrapped within longer lines", () => {
  expect(through(canary, ["x CANARY-01", "", "23456789", "abcdef y"])).toEqual([
    "x ***",
    "",
    "***",
    "*** y",
  ]);
});

test("a line is released at once unless its end may begin a secret", () => {
  const released: string[] = [];
  const redactor = createRedactor({ KEY: canary }).lines<undefined>((text) => released.push(text));
  redactor.push("nothing here", undefined);
  expect(released).toEqual(["nothing here"]);
  redactor.push("ends like it: CANARY", undefined);
  expect(redactor.holding).toBe(true);
  expect(released).toHaveLength(1);
  redactor.push("but goes on otherwise", undefined);
  expect(redactor.holding).toBe(false);
  expect(released.slice(1)).toEqual(["ends like it: CANARY", "but goes on otherwise"]);
});

test("A27 what is flushed while held is shown only when it tells less than half, and the rest is still removed", () => {
  expect(through(canary, ["x CANARY-0", "123456789abcdef y"], [0])).toEqual([
    "x CANARY-0",
    "*** y",
  ]);
  expect(through(canary, ["x CANARY-012345678", "9abcdef y"], [0])).toEqual(["x ***", "*** y"]);
});

test("A27 a line that was cut keeps no beginning of a secret at its end", () => {
  const released: string[] = [];
  const redactor = createRedactor({ KEY: canary }).lines<undefined>((text) => released.push(text));
  redactor.push("long CA", undefined, true);
  redactor.push("NARY", undefined);
  redactor.flush();
  expect(released).toEqual(["long ***", "NARY"]);
});

test("very many pieces do not hold lines for ever", () => {
  const redactor = createRedactor({ KEY: canary }).lines<undefined>(() => undefined);
  redactor.push("CANARY", undefined);
  for (let line = 0; line < 2_000; line += 1) {
    redactor.push("", undefined);
  }
  expect(redactor.holding).toBe(false);
});

test("three characters are never too telling, and a short secret is no word across lines", () => {
  expect(through("abcdef", ["x abc"])).toEqual(["x abc"]);
  expect(through("abcdef", ["x abcd"])).toEqual(["x ***"]);
  expect(through("on", ["o", "n"])).toEqual(["o", "n"]);
});
