import fc from "fast-check";
import { expect, test } from "vitest";
import { maxDepth, readLine } from "../../src/mcp/reading.ts";
import { scanValue } from "../../src/mcp/scan.ts";

const message = { jsonrpc: "2.0", id: 1, result: { content: [] } };
const line = JSON.stringify(message);

test("no text can make it throw", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("{", "}", "[", "]", '"', "\\", '"jsonrpc":', '"id":1', line),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(readLine(pieces.join("")).kind).toMatch(
        /^(message|batch|glued|unreadable|opening|stray)$/u,
      );
    }),
    { numRuns: 1000 },
  );
});

test("a message alone on its line is that message, whatever its values", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (result) => {
      const given = { jsonrpc: "2.0", id: 7, result };
      expect(readLine(JSON.stringify(given))).toEqual({
        kind: "message",
        message: JSON.parse(JSON.stringify(given)),
      });
    }),
  );
});

test("I61 a message behind junk is found, and the junk is kept", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (junk) => {
      fc.pre(!/[{["]/u.test(junk) && junk.trim() !== "");
      expect(readLine(`${junk}${line}`)).toEqual({
        kind: "glued",
        parts: [{ message, text: line, before: junk }],
        after: "",
      });
    }),
  );
});

test.each([
  ["Server listening on 3000", "stray"],
  ["[INFO] ready", "stray"],
  ["42", "stray"],
  ["null", "stray"],
  ['{"level":30,"msg":"hello","id":4}', "stray"],
  ["[1,2,3]", "stray"],
  ["[]", "stray"],
  ["{", "opening"],
  ["  [ ", "opening"],
  [line, "message"],
  [`  ${line}\t`, "message"],
  ['{"id":1,"result":{}}', "message"],
  [`[${line}]`, "batch"],
  [`${line}${line}`, "glued"],
  [`${line} done`, "glued"],
  [`> ${line}`, "glued"],
])("%s is %s", (text, kind) => {
  expect(readLine(text).kind).toBe(kind);
});

test.each([
  ['{"jsonrpc":"2.0","id":1,"result":{"content":[],}}', /^is no JSON/u],
  ['{"jsonrpc":"2.0","id":1,"result":{"te', /^ends inside a string/u],
  ['{"jsonrpc":"2.0","id":1,"result":{"a":1', /^ends before its last bracket is closed/u],
])("I63 %s is said to be broken, and how", (text, reason) => {
  const reading = readLine(text);
  expect(reading).toMatchObject({ kind: "unreadable", code: "invalid-json" });
  expect(reading.kind === "unreadable" && reading.reason).toMatch(reason);
});

test("I83 nesting is counted before anything is parsed, and three million levels cost no stack", () => {
  const nested = (levels: number): string =>
    `{"jsonrpc":"2.0","id":1,"result":${"[".repeat(levels)}${"]".repeat(levels)}}`;
  expect(readLine(nested(maxDepth - 1)).kind).toBe("message");
  expect(readLine(nested(maxDepth))).toMatchObject({ kind: "unreadable", code: "too-deep" });
  expect(readLine(nested(3_000_000))).toMatchObject({ kind: "unreadable", code: "too-deep" });
});

test("brackets inside strings do not count as nesting", () => {
  const text = JSON.stringify({ jsonrpc: "2.0", id: 1, result: '[{"\\'.repeat(1000) });
  expect(readLine(text).kind).toBe("message");
});

test("I84 a member named __proto__ is data", () => {
  const reading = readLine('{"jsonrpc":"2.0","id":1,"result":{"__proto__":{"polluted":true}}}');
  expect(JSON.stringify(reading)).toContain('"__proto__":{"polluted":true}');
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("the scan ends where the parser would, for any value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.string(), (value, after) => {
      const json = JSON.stringify([value]);
      expect(scanValue(`${json}${after}`, 0, 1000).end).toBe(json.length);
    }),
  );
});
