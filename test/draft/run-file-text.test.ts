import fc from "fast-check";
import { expect, test } from "vitest";
import { type DraftScenario, runFileText, serverText } from "../../src/draft/run-file-text.ts";
import { unwritable } from "../../src/draft/yaml.ts";
import { anyText, load } from "../config/loading.ts";

const servers = serverText("one", { image: "alpine:3.20" });

function scenario(changes: Partial<DraftScenario> = {}): DraftScenario {
  const steps = [{ comments: [], keys: { call: "echo" } }];
  return { name: "first", comments: [], steps, ...changes };
}

function draft(...scenarios: readonly DraftScenario[]): string {
  return runFileText({ comments: [], servers, scenarios });
}

function textOf(value: unknown): string {
  const steps = [{ comments: [], keys: { call: "echo", with: { value } } }];
  return draft(scenario({ steps }));
}

const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    anyText({ maxLength: 20 }),
    fc.constantFrom(
      "$",
      "${x}",
      "$${x}",
      "$$",
      "{{",
      "}}",
      "{{ }}",
      "- a",
      "# b",
      ": ",
      "yes",
      "1.0",
      "|",
      "~",
      '"\n$',
      "",
    ),
    fc.jsonValue({ maxDepth: 0 }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(anyText({ maxLength: 8 }), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

test("whatever a server takes as arguments is read back as it was drafted", () => {
  fc.assert(
    fc.property(json, (value) => {
      fc.pre(unwritable(value) === undefined);
      const action = load(textOf(value)).scenarios[0]?.steps[0]?.action;
      expect(action).toMatchObject({ verb: "call", target: "echo" });
      const read: unknown = JSON.parse(JSON.stringify(action));
      expect(read).toEqual({
        verb: "call",
        target: "echo",
        // JSON has no -0.
        arguments: JSON.parse(JSON.stringify({ value })) as unknown,
      });
    }),
    { numRuns: 50 },
  );
});

test("a value that needs quotes and an escape stands below its key", () => {
  const action = load(textOf("(\n!")).scenarios[0]?.steps[0]?.action;
  expect(action).toMatchObject({ arguments: { value: "(\n!" } });
});

test.each([
  ["{{ name }}", /filled in/],
  [{ a: [{ b: "x {{name}} y" }] }, /filled in/],
  [JSON.parse('{"__proto__": 1}'), /__proto__/],
  [{ "<<": 1 }, /<</],
  [-34160353588623790, /held exactly/],
])("what a run file cannot say is found out before it is written: %j", (value, reason) => {
  expect(unwritable(value)).toMatch(reason);
  expect(() => load(textOf(value))).toThrow(/problem/);
});

test("a comment is one line of comment, whatever a server says", () => {
  const hostile = "a\nscenarios: []\r\u2028x: y\u0085\u001b[31m" + "z".repeat(1_000);
  const steps = [{ comments: [hostile], keys: { call: "echo" } }];
  const text = runFileText({
    comments: [hostile],
    servers,
    scenarios: [
      scenario({ comments: [hostile], steps }),
      scenario({ name: "second", comments: [hostile], steps, out: hostile }),
    ],
  });
  expect(load(text).scenarios.map(({ name }) => name)).toEqual(["first"]);
  expect(text.split(/[\n\r\u2028\u0085]/).filter((line) => line.length > 260)).toEqual([]);
});

test("two tools of one name are two scenarios, also where only case differs", () => {
  const long = "n".repeat(300);
  const names = ["a", "A", "a", long, long, ""];
  const read = load(draft(...names.map((name) => scenario({ name })))).scenarios;
  expect(read.map(({ name }) => (name.length > 20 ? name.slice(-8) : name))).toEqual([
    "a",
    "A (2)",
    "a (3)",
    "nnnnnnnn",
    "nnnn (2)",
    "unnamed",
  ]);
});

test("the first line is the one by which editors find the schema", () => {
  expect(draft(scenario()).split("\n")[0]).toMatch(
    /^# yaml-language-server: \$schema=https:\/\/\S+\.json$/,
  );
});
