import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadRunFile } from "../../src/config/index.ts";
import { problemsWithFiles, requestOf, withSteps } from "./loading.ts";

const workspace = mkdtempSync(join(tmpdir(), "schemas-"));
afterAll(() => rmSync(workspace, { recursive: true }));

const withSchema = (schema: string) =>
  withSteps(`- call: a\n  expect: { structured: { schema: ${schema} } }`);
const problems = (text: string) => problemsWithFiles(text, workspace);

async function schemaOf(text: string) {
  const { scenarios } = await loadRunFile(requestOf(text, { workspace }));
  const predicate = scenarios[0]?.steps[0]?.expectations[0]?.predicate;
  return predicate?.name === "schema" ? predicate.value : undefined;
}

function write(name: string, text: string): string {
  writeFileSync(join(workspace, name), text);
  return name;
}

describe("a schema that cannot judge is refused before any start, at its line", () => {
  test.each([
    ["{ type: strng }", "is no JSON Schema"],
    ["{ required: a }", "is no JSON Schema"],
    ["{ properties: { a: { minimum: x } } }", 'at "/properties/a/minimum"'],
    ["{ pattern: '(' }", "the schema cannot be used"],
    ["{ $ref: 'https://example.com/schema.json' }", "nothing is fetched"],
    ["{ $schema: 'http://json-schema.org/draft-03/schema' }", "names the dialect"],
    ["5", "expected"],
  ])("I41 %s: %s", async (schema, message) => {
    expect(await problems(withSchema(schema))).toEqual([
      expect.stringMatching(/^mcp-manager\.yml:9 /),
    ]);
    expect((await problems(withSchema(schema)))[0]).toContain(message);
  });

  test("I41 wherever it stands, all at once", async () => {
    const bad = "{ schema: { type: x } }";
    const text = withSteps(
      `
- call: a
  expect:
    structured: { not: ${bad} }
    $.a: { each: { any_of: [1, ${bad}] } }
    notifications: [{ params: { $.b: ${bad} } }]
  answers: { sampling: { when: { $.c: ${bad} }, text: x } }
- wait_for: { method: m, where: { $.d: ${bad} } }
`,
      `image: a\nclient: { elicitation: { when: { $.e: ${bad} }, decline: true } }`,
    );
    const lines = (await problems(text)).map((problem) => problem.split(" ")[0]);
    expect(lines).toEqual([5, 11, 12, 13, 14, 15].map((line) => `mcp-manager.yml:${line}`));
  });

  test("I41 data that looks like one is not looked at", async () => {
    const text = withSteps(`
- call: a
  with: { schema: { type: x } }
  expect: { structured: { equals: { schema: { type: x } } } }
`);
    await expect(loadRunFile(requestOf(text, { workspace }))).resolves.toBeDefined();
  });
});

describe("a schema that can judge", () => {
  test("I41 may refer to itself and have words of others", async () => {
    const cyclic =
      '{ $defs: { n: { properties: { next: { $ref: "#/$defs/n" } } } }, $ref: "#/$defs/n", x-mine: 1 }';
    expect(await schemaOf(withSchema(cyclic))).toMatchObject({ $ref: "#/$defs/n", "x-mine": 1 });
    expect(await schemaOf(withSchema("true"))).toBe(true);
  });

  test("I41 may be a JSON file in the workspace, read when the run file is", async () => {
    const file = write("user.json", '{"type":"object","required":["name"]}');
    expect(await schemaOf(withSchema(file))).toEqual({ type: "object", required: ["name"] });
  });

  test.each([
    ["broken.json", "{", 'the schema "broken.json" is not JSON'],
    ["list.json", "[]", "is an array, not a schema"],
    ["bad.json", '{"type":"x"}', 'the schema "bad.json" is no JSON Schema'],
    ["large.json", `{"x":"${"a".repeat(2 ** 20)}"}`, "is larger than 1048576 bytes (1 MiB)"],
  ])("I41 but not the file %s", async (name, text, message) => {
    expect(await problems(withSchema(write(name, text)))).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test("I41 nor one outside or absent", async () => {
    expect(await problems(withSchema("../x.json"))).toEqual([
      expect.stringContaining("lies outside the workspace"),
    ]);
    expect(await problems(withSchema("none.json"))).toEqual([
      expect.stringContaining("does not exist"),
    ]);
  });
});
