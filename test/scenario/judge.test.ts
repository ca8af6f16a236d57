import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences, equal } from "../../src/scenario/expect/difference.ts";
import { judgeOne, result, rpcError, text } from "./stub-session.ts";

const toolError = result({ content: [{ type: "text", text: "no such file" }], isError: true });

describe("an answer nobody expected to be an error", () => {
  test("fails when the tool says isError, with its text", async () => {
    const judged = await judgeOne({}, toolError);
    expect(judged).toMatchObject({
      outcome: "failed",
      reason: 'tool error: "no such file"',
      blame: "server",
    });
    expect(judged.verdicts).toMatchObject([
      {
        place: "is_error",
        predicate: "equals",
        ok: false,
        expected: "false",
        actual: "true",
        line: 10,
      },
    ]);
  });

  test("fails on a JSON-RPC error, with its code and message", async () => {
    const judged = await judgeOne({}, rpcError(-32603, "boom"));
    expect(judged.reason).toBe('JSON-RPC error -32603: "boom"');
  });

  test.each([
    rpcError(-32602, "Unknown tool: tool"),
    rpcError(-32602, "Tool tool not found"),
    result({
      content: [{ type: "text", text: "MCP error -32602: Tool tool not found" }],
      isError: true,
    }),
  ])("says that the tool was not found: %j", async (reply) => {
    expect((await judgeOne({}, reply)).reason).toMatch(/^tool not found: tool \(the server says /);
  });

  test("does not take every missing thing for a missing tool", async () => {
    expect((await judgeOne({}, rpcError(-32602, "tool: file not found"))).reason).toMatch(
      /^tool not found/,
    );
    expect((await judgeOne({}, rpcError(-32602, "file not found"))).reason).toMatch(
      /^JSON-RPC error/,
    );
  });

  test("does not take the lack of another tool for its own", async () => {
    const reply = rpcError(-32603, "Tool hammer not found");
    expect((await judgeOne({ call: "echo" }, reply)).reason).toMatch(/^JSON-RPC error/);
    expect((await judgeOne({ call: "hammer" }, reply)).reason).toMatch(/^tool not found: hammer/);
  });

  test("passes when the error was expected", async () => {
    expect((await judgeOne({ expect: { is_error: { equals: true } } }, toolError)).outcome).toBe(
      "passed",
    );
    const reply = rpcError(-32602, "bad");
    expect((await judgeOne({ expect: { error: { equals: true } } }, reply)).outcome).toBe("passed");
    expect(
      (await judgeOne({ expect: { "error.message": { contains: "ba" } } }, reply)).outcome,
    ).toBe("passed");
  });

  test("still fails on a tool error when only a JSON-RPC error was excluded", async () => {
    expect((await judgeOne({ expect: { error: { equals: false } } }, toolError)).outcome).toBe(
      "failed",
    );
  });

  test("fails when the expected error did not come", async () => {
    const judged = await judgeOne({ expect: { "error.code": { equals: -32602 } } }, text("fine"));
    expect(judged.reason).toBe("error.code is no JSON-RPC error; expected -32602");
    expect((await judgeOne({ expect: { is_error: { equals: true } } }, text("fine"))).outcome).toBe(
      "failed",
    );
    const error = await judgeOne(
      { expect: { is_error: { equals: true } } },
      rpcError(-32603, "boom"),
    );
    expect(error.outcome).toBe("failed");
  });
});

const sample = result(
  {
    content: [
      { type: "text", text: "hello" },
      { type: "image", data: "", mimeType: "image/png" },
      { type: "text", text: "world" },
    ],
    structuredContent: { a: { b: [1, 2] }, "odd/key": null },
  },
  120,
  4_000,
);

describe("places and predicates", () => {
  test.each([
    ["text", "equals", "hello\nworld"],
    ["text", "contains", "o\nw"],
    ["text", "matches", "^hel+o$|\\nw"],
    ["text", "matches", "\\p{L}{5}"],
    ["is_error", "equals", false],
    ["error", "equals", false],
    ["structured", "equals", { "odd/key": null, a: { b: [1, 2] } }],
    ["duration", "below", 121],
    ["duration", "above", 119],
    ["bytes", "equals", 4_000],
    ["$.structuredContent.a.b[1]", "equals", 2],
    ["$.content[*].type", "equals", ["text", "image", "text"]],
    ["$.content[*].type", "contains", "image"],
    ["$.structuredContent.a.b", "contains", 2],
    ["$['structuredContent']['odd/key']", "equals", null],
    ["$.content[?@.type=='image'].mimeType", "equals", "image/png"],
  ] as const)("%s %s %j holds", async (place, predicate, expected) => {
    const judged = await judgeOne({ expect: { [place]: { [predicate]: expected } } }, sample);
    expect(judged).toMatchObject({ outcome: "passed", reason: null });
    expect(judged.verdicts).toMatchObject([{ place, predicate, ok: true, line: 20, column: 9 }]);
  });

  test.each([
    ["text", "equals", "hello", /^text is "hello\\nworld"; expected "hello"$/],
    ["text", "contains", "bye", /expected to contain "bye"/],
    ["text", "contains", 5, /is text and contains only text/],
    ["text", "matches", "^world", /expected to match "\^world"/],
    ["is_error", "equals", true, /is_error is false; expected true/],
    [
      "structured",
      "equals",
      { a: { b: [1, "2"] }, "odd/key": null },
      /\/a\/b\/1 is 2, expected "2"/,
    ],
    [
      "structured",
      "equals",
      { a: { b: [1] }, "odd/key": null },
      /\/a\/b\/1 is 2, expected nothing there/,
    ],
    [
      "structured",
      "equals",
      { a: { b: [1, 2] }, c: 1, "odd/key": null },
      /\/c is missing, expected 1/,
    ],
    ["structured", "equals", { a: { b: [1, 2] } }, /\/odd~1key is null, expected nothing there/],
    ["structured", "contains", "a", /neither text nor an array/],
    ["structured", "matches", "a", /not text/],
    ["duration", "below", 120, /^duration is 120; expected less than 120$/],
    ["duration", "above", 120, /^duration is 120; expected more than 120$/],
    ["text", "above", 1, /not a number/],
    ["$.structuredContent.nothing", "equals", null, /nothing found in \{/],
    ["$.structuredContent.a.b", "contains", "2", /is \[1,2\]; expected to contain "2"/],
  ] as const)("%s %s %j does not hold", async (place, predicate, expected, reason) => {
    const judged = await judgeOne({ expect: { [place]: { [predicate]: expected } } }, sample);
    expect(judged.outcome).toBe("failed");
    expect(judged.reason).toMatch(reason);
    expect(judged.verdicts).toMatchObject([{ ok: false }]);
  });

  test("every expectation is judged, also after a false one, and the reason counts them", async () => {
    const judged = await judgeOne(
      { expect: { text: { contains: "x" }, duration: { below: 1 }, bytes: { above: 1 } } },
      sample,
    );
    expect(judged.verdicts.map(({ ok }) => ok)).toEqual([false, false, true]);
    expect(judged.reason).toMatch(/^text is .* \(and 1 more\)$/);
  });

  test("a long value is cut with its length", async () => {
    const judged = await judgeOne({ expect: { text: { equals: "x" } } }, text("y".repeat(100_000)));
    expect(judged.verdicts[0]?.actual).toMatch(/^"y{499}… \(100002 characters in all\)$/);
  });
});

describe("work that may take for ever", () => {
  const victim = `${"a".repeat(40)}!`;

  test("I39 a catastrophic pattern is given up and is the run file's fault, not the server's", async () => {
    const started = performance.now();
    const judged = await judgeOne({ expect: { text: { matches: "(a+)+$" } } }, text(victim));
    expect(judged).toMatchObject({
      outcome: "broken",
      faultCode: "NOT_JUDGEABLE",
      blame: "run file",
    });
    expect(judged.reason).toBe('pattern "(a+)+$" too slow: given up after 100 ms');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("I39 so is a JSONPath that holds one", async () => {
    const path = "$.content[?search(@.text, '(a+)+$')]";
    const judged = await judgeOne({ expect: { [path]: { equals: 1 } } }, text(victim));
    expect(judged).toMatchObject({ outcome: "broken", faultCode: "NOT_JUDGEABLE" });
  });

  test("the same pattern is judged where it is fast", async () => {
    expect((await judgeOne({ expect: { text: { matches: "(a+)+$" } } }, text("aaa"))).outcome).toBe(
      "passed",
    );
  });
});

describe("JSONPath", () => {
  test("I38 an unsound path is said with its place", async () => {
    const judged = await judgeOne({ expect: { "$.content[0": { equals: 1 } } }, text(""));
    expect(judged).toMatchObject({ outcome: "broken", blame: "run file" });
  });
});

const json = fc.jsonValue({ maxDepth: 4 });

describe("equality of JSON", () => {
  test("is reflexive, also on a copy with its keys in another order", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(equal(value, reorder(value))).toBe(true);
      }),
    );
  });

  test("is symmetric", () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(equal(a, b)).toBe(equal(b, a));
      }),
    );
  });

  test("sees one changed leaf and says where", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json, { minKeys: 1 }), json, (object, other) => {
        const [key = ""] = Object.keys(object);
        const changed = Object.fromEntries(
          Object.entries(object).map(([name, value]) => [
            name,
            name === key ? { changed: other } : value,
          ]),
        );
        const pointer = `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        const same = equal(object[key], { changed: other });
        const [first] = differences(object, changed);
        expect(same ? first === undefined : first?.pointer.startsWith(pointer)).toBe(true);
      }),
    );
  });

  test("keeps kinds apart", () => {
    for (const [a, b] of [
      [1, "1"],
      [0, false],
      [null, undefined],
      [[], {}],
      [{}, null],
      ["", []],
      [[1], [1, 1]],
    ]) {
      expect(equal(a, b)).toBe(false);
    }
    expect(equal(0, -0)).toBe(true);
  });
});

function reorder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(reorder);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, reorder(member)]),
      )
    : value;
}
