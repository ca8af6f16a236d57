import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeLine } from "../../src/mcp/decode.ts";

test("I64 the first byte that is no UTF-8 is named, in any bytes", () => {
  const lead = fc.constantFrom(
    0x41,
    0x80,
    0xbf,
    0xc1,
    0xc2,
    0xe0,
    0xa0,
    0xed,
    0x9f,
    0xef,
    0xbb,
    0xbd,
    0xf0,
    0x90,
    0xf4,
    0x8f,
    0xff,
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(lead, fc.integer({ min: 0, max: 255 })), { maxLength: 30 }),
      (list) => {
        const bytes = Buffer.from(list);
        const { invalidAt } = decodeLine(bytes);
        expect(invalidAt === undefined).toBe(isUtf8(bytes));
        if (invalidAt !== undefined) {
          expect(isUtf8(bytes.subarray(0, invalidAt))).toBe(true);
          const longer = [1, 2, 3, 4].map((length) => bytes.subarray(0, invalidAt + length));
          expect(longer.some((prefix) => prefix.length > invalidAt && isUtf8(prefix))).toBe(false);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test("text in any script comes through unchanged", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!text.startsWith("\uFEFF"));
      expect(decodeLine(Buffer.from(text))).toEqual({ text, bom: false, invalidAt: undefined });
    }),
  );
});

test("I62 a byte order mark is taken off and told", () => {
  expect(decodeLine(Buffer.from("\uFEFF{}"))).toEqual({
    text: "{}",
    bom: true,
    invalidAt: undefined,
  });
});

test("a real U+FFFD is no invalid byte", () => {
  expect(decodeLine(Buffer.from("a\uFFFDb")).invalidAt).toBeUndefined();
});
