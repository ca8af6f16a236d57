import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Predicate } from "../../src/config/index.ts";
import { expectation, judgeOne, result, text } from "./stub-session.ts";

const sample = result({ structuredContent: { a: 1 } });

function judged(place: string, predicate: Predicate, reply = sample) {
  return judgeOne({ expectations: [expectation(place, predicate)] }, reply);
}

describe("comparing", () => {
  const value = (structuredContent: unknown) => result({ structuredContent });
  const equals = (expected: unknown, actual: unknown) =>
    judged("structured", { name: "equals", value: expected }, value(actual));

  test("I43 keeps numbers and texts apart, takes -0 for 0, and NaN for nothing", async () => {
    expect((await equals(1, "1")).reason).toBe('structured is "1"; expected 1');
    expect((await equals("1", 1)).outcome).toBe("failed");
    expect((await equals(1, 1.0)).outcome).toBe("passed");
    expect((await equals(0, -0)).outcome).toBe("passed");
    expect((await equals(Number.NaN, Number.NaN)).outcome).toBe("failed");
    expect((await equals(0, Number.NaN)).outcome).toBe("failed");
  });

  test("I43 does not see the order of keys, but that of elements", async () => {
    expect((await equals({ a: 1, b: 2 }, { b: 2, a: 1 })).outcome).toBe("passed");
    expect((await equals([1, 2], [2, 1])).outcome).toBe("failed");
  });

  test("I43 tells the composed from the decomposed form of a letter, and says so", async () => {
    const composed = "caf\u00e9";
    const decomposed = "cafe\u0301";
    expect((await equals(composed, composed)).outcome).toBe("passed");
    expect((await equals(composed, decomposed)).reason).toContain(
      "they differ only in the Unicode form",
    );
    expect((await equals({ a: composed }, { a: decomposed })).reason).toContain("Unicode form");
    expect((await equals("cafe", "cafes")).reason).not.toContain("Unicode form");
  });

  test("a difference in a long text is said with its line and column", async () => {
    const long = "line\n".repeat(50);
    const failed = await equals(`${long}one two`, `${long}one too`);
    expect(failed.reason).toContain("first difference at line 51, column 6");
    expect((await equals("a ", "a")).reason).toContain("only in white space around them");
    expect((await equals("ab", "ac")).reason).toBe('structured is "ac"; expected "ab"');
  });

  test("a length counts code points", async () => {
    const length = (count: number): Predicate => ({
      name: "length",
      of: [{ name: "equals", value: count }],
    });
    expect((await judged("text", length(2), text("𝒳é"))).outcome).toBe("passed");
    expect((await judged("text", length(3), text("𝒳é"))).outcome).toBe("failed");
  });

  test("anything includes itself, and what it includes is still included when it grows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), fc.string(), async (json, key) => {
        const includes: Predicate = { name: "includes", value: json };
        expect((await judged("structured", includes, value(json))).outcome).toBe("passed");
        const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
        const grown = isObject ? { [`+${key}`]: 1, ...json } : json;
        expect((await judged("structured", includes, value(grown))).outcome).toBe("passed");
      }),
      { numRuns: 50 },
    );
  });
});

describe("a path", () => {
  test.each(["$.a.b", "$.a[1000000000]", "$.a['__proto__']", "$.a.constructor", "$[999999999]"])(
    "I42 %s that leads nowhere finds nothing",
    async (place) => {
      for (const a of [null, 1, "text", [], {}, [1, 2]]) {
        const failed = await judged(place, { name: "equals", value: null }, result({ a }));
        expect(failed).toMatchObject({ outcome: "failed" });
        expect(failed.reason).toContain("nothing found");
        const exists: Predicate = { name: "exists", value: false };
        expect((await judged(place, exists, result({ a }))).outcome).toBe("passed");
      }
    },
  );

  test("I42 to a key of such a name finds what stands there", async () => {
    const hostile = JSON.parse('{"a":{"__proto__":{"x":1}}}') as unknown;
    const exists: Predicate = { name: "equals", value: 1 };
    expect((await judged("$.a['__proto__'].x", exists, result(hostile))).outcome).toBe("passed");
  });
});

describe("a pattern", () => {
  const matches = (source: string, actual: string) =>
    judged("text", { name: "matches", value: source }, text(actual));

  test.each([
    ["^world$", "hello\nworld", false],
    ["(?m:^world$)", "hello\nworld", true],
    ["HELLO", "hello", false],
    ["(?i:HELLO)", "hello", true],
    ["o.w", "o\nw", false],
    ["(?s:o.w)", "o\nw", true],
    ["(?<=\\$)\\d+", "$42", true],
    ["(?<!\\$)\\b\\d+", "$42", false],
    ["\\p{Lu}\\p{Ll}+", "Ärger", true],
    ["^.$", "𝒳", true],
  ])("I40 %s on %j: %s", async (source, actual, holds) => {
    expect((await matches(source, actual)).outcome).toBe(holds ? "passed" : "failed");
  });

  test("I38 that is none any more is the run file's fault", async () => {
    expect(await matches("(", "x")).toMatchObject({ outcome: "broken", blame: "run file" });
  });

  test.each(["(a+)+$", "(a|aa)+$", "(.*a){25}$", "^(\\w+\\s?)*$"])(
    "I39 %s on a megabyte is given up in time",
    async (source) => {
      const started = performance.now();
      const failed = await matches(source, `${"a".repeat(1_000_000)}!`);
      expect(["broken", "failed"]).toContain(failed.outcome);
      expect(performance.now() - started).toBeLessThan(3_000);
    },
  );
});

describe("a schema", () => {
  const schema = (value: unknown) => judged("structured", { name: "schema", value });

  test.each([
    [{ type: "nothing" }, /is none/],
    [{ $ref: "https://example.com/schema.json" }, /nothing is fetched/],
  ])("I41 %j is the run file's fault", async (value, reason) => {
    const broken = await schema(value);
    expect(broken).toMatchObject({ outcome: "broken", blame: "run file" });
    expect(broken.reason).toMatch(reason);
  });

  test("I41 may refer to itself", async () => {
    const value = { $defs: { tree: { items: { $ref: "#/$defs/tree" } } }, $ref: "#/$defs/tree" };
    expect((await schema(value)).outcome).toBe("passed");
  });
});
