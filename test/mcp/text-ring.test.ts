import fc from "fast-check";
import { expect, test } from "vitest";
import { TextRing } from "../../src/mcp/text-ring.ts";

const maxTexts = 7;
const maxBytes = 200;

test("whatever is pushed, the newest texts that fit are kept as they were, one of them always", () => {
  const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 90 }), { maxLength: 60 });
  fc.assert(
    fc.property(texts, (pushed) => {
      const ring = new TextRing(maxTexts, maxBytes);
      for (const [index, text] of pushed.entries()) {
        ring.push(text);
        const newest = index + 1;
        expect(ring.at(newest)).toBe(text);
        expect(ring.at(newest + 1)).toBeUndefined();
        expect(ring.at(ring.first - 1)).toBeUndefined();
        expect(newest - ring.first).toBeLessThan(maxTexts);
        for (let number = ring.first; number <= newest; number += 1) {
          expect(ring.at(number)).toBe(pushed[number - 1]);
        }
      }
    }),
  );
});

test("no text is forgotten while all of them fit", () => {
  const ring = new TextRing(1_000, 1024 * 1024);
  for (let number = 1; number <= 1_000; number += 1) {
    ring.push("x".repeat(500) + number);
  }
  expect(ring.first).toBe(1);
  expect(ring.at(1)).toBe(`${"x".repeat(500)}1`);
  ring.push("one more");
  expect(ring.first).toBe(2);
  expect(ring.at(1)).toBeUndefined();
});

test("what fills the block exactly stays whole, and each further text costs one", () => {
  const ring = new TextRing(100, 200);
  for (let number = 1; number <= 25; number += 1) {
    ring.push(String(number).padStart(20));
    expect(ring.first).toBe(Math.max(1, number - 9));
  }
});
