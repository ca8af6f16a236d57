import fc from "fast-check";
import { expect, test } from "vitest";
import { quote, show } from "../../src/mcp/quote.ts";

test("I65 a quotation is one printable line, whatever the text is", () => {
  const nasty = fc.constantFrom(
    "\n",
    "\r",
    "\u001b[31m",
    "\u0000",
    "\u0085",
    "\u2028",
    "\u202e",
    "\ud800",
    "\ufeff",
    "é",
    "𝄞",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(nasty, fc.string())), (pieces) => {
      const quoted = quote(pieces.join(""));
      expect(quoted).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\ufeff]/u);
      expect(quoted.isWellFormed()).toBe(true);
    }),
  );
});

test("a short text is quoted whole, as JSON would", () => {
  expect(quote('say "hi"')).toBe(String.raw`"say \"hi\""`);
  expect(quote("a\u001b[1mb")).toBe(String.raw`"a\u001b[1mb"`);
});

test("of a long text at most 200 bytes are quoted, and the cut shows", () => {
  expect(quote("x".repeat(200))).toBe(`"${"x".repeat(200)}"`);
  expect(quote("x".repeat(201))).toBe(`"${"x".repeat(200)}"…`);
  expect(quote("é".repeat(150))).toBe(`"${"é".repeat(100)}"…`);
});

test("values other than texts are shown as JSON, cut like texts", () => {
  expect([show("a"), show(7), show({ a: [1] }), show(undefined)]).toEqual([
    '"a"',
    "7",
    '{"a":[1]}',
    "nothing",
  ]);
  expect(show(["x".repeat(500)])).toHaveLength(`"["${"x".repeat(197)}"…`.length + 2);
});
