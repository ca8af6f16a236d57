import { describe, expect, test } from "vitest";
import type { Predicate } from "../../src/config/index.ts";
import { expectation, judgeOne, result } from "./stub-session.ts";

const list = { names: ["ada", "bob", "eve"], ages: [36, 7, 7], none: [], name: "ada", n: 5 };
const sample = result({
  content: [{ type: "text", text: "hello\nworld" }],
  structuredContent: list,
});

function judged(place: string, predicate: Predicate, reply = sample) {
  return judgeOne({ expectations: [expectation(place, predicate)] }, reply);
}

const at = (name: string) => `$.structuredContent.${name}`;

const pairs: readonly [string, Predicate, Predicate, RegExp][] = [
  [
    "text",
    { name: "starts_with", value: "hello\n" },
    { name: "starts_with", value: "world" },
    /^text is "hello\\nworld"; expected to start with "world"$/,
  ],
  [
    "text",
    { name: "ends_with", value: "world" },
    { name: "ends_with", value: "hello" },
    /expected to end with "hello"$/,
  ],
  [
    at("n"),
    { name: "at_least", value: 5 },
    { name: "at_least", value: 6 },
    /is 5; expected at least 6$/,
  ],
  [at("n"), { name: "at_most", value: 5 }, { name: "at_most", value: 4 }, /expected at most 4$/],
  [
    at("n"),
    { name: "between", value: [5, 6] },
    { name: "between", value: [6, 7] },
    /is 5; expected from 6 to 7$/,
  ],
  [
    at("n"),
    { name: "between", value: [4, 5] },
    { name: "between", value: [3, 4] },
    /expected from 3 to 4$/,
  ],
  [
    at("name"),
    { name: "one_of", value: ["bob", "ada"] },
    { name: "one_of", value: ["bob", 5] },
    /is "ada"; expected one of \["bob",5\]$/,
  ],
  [
    at("name"),
    { name: "exists", value: true },
    { name: "exists", value: false },
    /is "ada"; expected nothing there$/,
  ],
  [
    at("nobody"),
    { name: "exists", value: false },
    { name: "exists", value: true },
    /is nothing found in .*; expected something there$/,
  ],
  [
    at("n"),
    { name: "type", value: "integer" },
    { name: "type", value: "string" },
    /is 5; expected the type string$/,
  ],
  [
    at("names"),
    { name: "type", value: "array" },
    { name: "type", value: "object" },
    /expected the type object$/,
  ],
  [
    "structured",
    { name: "type", value: "object" },
    { name: "type", value: "null" },
    /expected the type null$/,
  ],
  [
    at("names"),
    { name: "length", of: [{ name: "equals", value: 3 }] },
    { name: "length", of: [{ name: "above", value: 3 }] },
    /is of length 3; expected a length of more than 3$/,
  ],
  [
    "structured",
    { name: "length", of: [{ name: "equals", value: 5 }] },
    { name: "length", of: [{ name: "equals", value: 4 }] },
    /is of length 5; expected a length of 4$/,
  ],
  [
    at("ages"),
    {
      name: "each",
      of: [
        { name: "type", value: "integer" },
        { name: "above", value: 6 },
      ],
    },
    { name: "each", of: [{ name: "below", value: 30 }] },
    /is 36 at element 0; expected each element less than 30$/,
  ],
  [
    at("none"),
    { name: "each", of: [{ name: "type", value: "string" }] },
    { name: "not", of: [{ name: "each", of: [{ name: "type", value: "string" }] }] },
    /is \[\]; expected not each element the type string$/,
  ],
  [
    "text",
    { name: "not", of: [{ name: "contains", value: "bye" }] },
    { name: "not", of: [{ name: "contains", value: "hello" }] },
    /expected not to contain "hello"$/,
  ],
  [
    "text",
    {
      name: "not",
      of: [
        { name: "contains", value: "hello" },
        { name: "contains", value: "x" },
      ],
    },
    {
      name: "not",
      of: [
        { name: "contains", value: "hello" },
        { name: "ends_with", value: "d" },
      ],
    },
    /expected not to contain "hello" and to end with "d"$/,
  ],
  [
    "text",
    {
      name: "all_of",
      of: [[{ name: "contains", value: "h" }], [{ name: "contains", value: "w" }]],
    },
    {
      name: "all_of",
      of: [[{ name: "contains", value: "h" }], [{ name: "contains", value: "z" }]],
    },
    /expected \(to contain "h"\) and \(to contain "z"\)$/,
  ],
  [
    "text",
    { name: "any_of", of: [[{ name: "equals", value: 1 }], [{ name: "contains", value: "w" }]] },
    { name: "any_of", of: [[{ name: "equals", value: 1 }], [{ name: "contains", value: "z" }]] },
    /expected \(1\) or \(to contain "z"\)$/,
  ],
  [
    "structured",
    { name: "includes", value: { names: ["eve", "ada"], n: 5 } },
    { name: "includes", value: { names: ["eve", "zoe"] } },
    /\(\/names\/1 is in no element\); expected to include/,
  ],
  [
    "structured",
    { name: "includes", value: {} },
    { name: "includes", value: { nobody: null } },
    /\(\/nobody is missing\)/,
  ],
  [
    "structured",
    { name: "schema", value: { properties: { n: { type: "integer" } }, required: ["n"] } },
    { name: "schema", value: { properties: { n: { type: "string" } } } },
    /\/n .*; expected to match its schema$/,
  ],
];

describe("each predicate holds of what it should, and of nothing else:", () => {
  test.each(pairs)("%s %j", async (place, holds, fails, reason) => {
    expect(await judged(place, holds)).toMatchObject({ outcome: "passed", reason: null });
    const failed = await judged(place, fails);
    expect(failed).toMatchObject({ outcome: "failed", blame: "server" });
    expect(failed.reason).toMatch(reason);
    expect(failed.verdicts).toMatchObject([
      { place, predicate: fails.name, ok: false, line: 20, column: 9 },
    ]);
  });
});

describe("what cannot be judged does not hold, and neither does its negation:", () => {
  test.each<[string, Predicate, RegExp]>([
    ["text", { name: "above", value: 1 }, /not a number/],
    [at("n"), { name: "contains", value: "5" }, /neither text nor an array/],
    [at("n"), { name: "matches", value: "5" }, /not text/],
    [at("n"), { name: "starts_with", value: "5" }, /not text/],
    [at("n"), { name: "length", of: [{ name: "above", value: 0 }] }, /which has no length/],
    [at("n"), { name: "each", of: [{ name: "equals", value: 5 }] }, /not a list/],
    [at("nobody"), { name: "equals", value: 5 }, /nothing found/],
    [at("nobody"), { name: "each", of: [] }, /nothing found/],
    [at("n"), { name: "sequence", items: [] }, /not a list of messages/],
    ["$.nothing", { name: "any_of", of: [[{ name: "equals", value: 1 }]] }, /nothing found/],
  ])("%s %j", async (place, predicate, reason) => {
    for (const tried of [predicate, { name: "not", of: [predicate] } as const]) {
      const failed = await judged(place, tried);
      expect(failed.outcome).toBe("failed");
      expect(failed.reason).toMatch(reason);
    }
  });

  test("but one alternative that holds is enough, and one that does not is judged first", async () => {
    const unfit: Predicate = { name: "above", value: 1 };
    const holds: Predicate = { name: "contains", value: "hello" };
    const fails: Predicate = { name: "contains", value: "bye" };
    expect((await judged("text", { name: "any_of", of: [[unfit], [holds]] })).outcome).toBe(
      "passed",
    );
    // "Not a number, and not this text either" is false whatever the number would say.
    expect((await judged("text", { name: "not", of: [unfit, fails] })).outcome).toBe("passed");
    expect((await judged("text", { name: "not", of: [unfit, holds] })).outcome).toBe("failed");
  });

  test("a double negation is the thing itself", async () => {
    const not = (of: Predicate): Predicate => ({ name: "not", of: [of] });
    for (const [place, holds, fails] of pairs) {
      expect((await judged(place, not(not(holds)))).outcome).toBe("passed");
      expect((await judged(place, not(not(fails)))).outcome).toBe("failed");
    }
  });
});

describe("a JSONPath that may match several values", () => {
  const names = (values: readonly string[]) => result({ tools: values.map((name) => ({ name })) });

  test("is a list for each and length, however many it matches", async () => {
    for (const values of [[], ["a"], ["a", "b"]]) {
      const reply = names(values);
      const length: Predicate = { name: "length", of: [{ name: "equals", value: values.length }] };
      expect((await judged("$.tools[*].name", length, reply)).outcome).toBe("passed");
      const each: Predicate = { name: "each", of: [{ name: "type", value: "string" }] };
      expect((await judged("$.tools[*].name", each, reply)).outcome).toBe("passed");
    }
  });

  test("equals its one value and the list of it, and nothing where it matches nothing", async () => {
    for (const value of ["a", ["a"]]) {
      const equals: Predicate = { name: "equals", value };
      expect((await judged("$.tools[*].name", equals, names(["a"]))).outcome).toBe("passed");
      expect((await judged("$.tools[*].name", equals, names([]))).outcome).toBe("failed");
      expect((await judged("$.tools[*].name", equals, names(["b"]))).outcome).toBe("failed");
    }
  });
});
