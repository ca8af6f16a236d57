import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { jsonSchema, referencePage } from "../../src/config/index.ts";
import { load, minimal } from "./loading.ts";

describe("a loaded step", () => {
  test("has its expectations one by one, in the order written, each with its place", () => {
    const step = [
      "expect:",
      "  $.a: null",
      "  is_error: false",
      "  text: { contains: x,",
      "    matches: ^x$ }",
      "  structured: { equals: { a: [1] } }",
      "  error: { message: m, code: { below: 0 } }",
    ].join("\n");
    const { expectations } = load(minimal({ step })).scenarios[0]?.steps[0] ?? {};
    expect(expectations).toEqual([
      { place: "$.a", predicate: { name: "equals", value: null }, at: { line: 10, column: 16 } },
      {
        place: "is_error",
        predicate: { name: "equals", value: false },
        at: { line: 11, column: 21 },
      },
      { place: "text", predicate: { name: "contains", value: "x" }, at: { line: 12, column: 29 } },
      { place: "text", predicate: { name: "matches", value: "^x$" }, at: { line: 13, column: 22 } },
      {
        place: "structured",
        predicate: { name: "equals", value: { a: [1] } },
        at: { line: 14, column: 33 },
      },
      {
        place: "error.message",
        predicate: { name: "equals", value: "m" },
        at: { line: 15, column: 29 },
      },
      { place: "error.code", predicate: { name: "below", value: 0 }, at: { line: 15, column: 47 } },
    ]);
  });

  test.each([true, false])("error: %s is a place of its own", (expected) => {
    const { expectations } =
      load(minimal({ step: `expect: { error: ${expected} }` })).scenarios[0]?.steps[0] ?? {};
    expect(expectations).toEqual([
      {
        place: "error",
        predicate: { name: "equals", value: expected },
        at: { line: 9, column: 26 },
      },
    ]);
  });

  test("has a name, its own or verb and target", () => {
    const names = (steps: string) =>
      load(minimal().replace("- call: echo", steps)).scenarios[0]?.steps.map(({ name }) => name);
    expect(
      names("- call: echo\n      - list: tools\n      - ping:\n      - { name: x, ping: true }"),
    ).toEqual(["call echo", "list tools", "ping", "x"]);
  });

  test("and its scenario know their line", () => {
    const [scenario] = load(minimal()).scenarios;
    expect(scenario).toMatchObject({ name: "one", at: { line: 6, column: 5 } });
    expect(scenario?.steps[0]).toMatchObject({ at: { line: 8, column: 9 }, timeoutMs: 30_000 });
  });

  test("without expect has no expectations", () => {
    expect(load(minimal()).scenarios[0]?.steps[0]?.expectations).toEqual([]);
  });
});

describe("locate", () => {
  const loaded = load(minimal({ server: "limits:\n  cpus: 2\nenv: { A: x }" }));

  test.each<[(string | number)[], number, number]>([
    [[], 1, 1],
    [["servers", "a"], 3, 3],
    [["servers", "a", "image"], 4, 12],
    [["servers", "a", "limits"], 5, 5],
    [["servers", "a", "limits", "cpus"], 6, 13],
    [["servers", "a", "limits", "memory"], 5, 5],
    [["servers", "a", "env", "A"], 7, 15],
    [["scenarios", 0, "steps", 0, "call"], 11, 15],
    [["nowhere", "at", 5], 1, 1],
  ])("%j is at %d:%d", (path, line, column) => {
    expect(loaded.locate(path)).toEqual({ line, column });
  });
});

describe("what is published", () => {
  const root = jsonSchema();

  test("every field of the schema has a description", () => {
    const without: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) {
        return;
      }
      const fields =
        "properties" in node
          ? Object.entries(node.properties as Record<string, { description?: string }>)
          : [];
      for (const [key, field] of fields) {
        if (!field.description?.endsWith(".")) {
          without.push(`${path}.${key}`);
        }
      }
      for (const [key, below] of Object.entries(node)) {
        visit(below, `${path}/${key}`);
      }
    };
    visit(root, "");
    expect(without).toEqual([]);
  });

  test("the schema is valid JSON Schema 2020-12 and says who it is", () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
    expect(() => ajv.compile(root)).not.toThrow();
    expect(root).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Docker MCP Manager run file",
    });
    expect(JSON.stringify(root)).toMatch(/"\$id":"https:[^"]*\/mcp-manager\.schema\.json"/);
  });

  test("the schema refuses what the loader refuses: two verbs, two kinds, an unknown place", () => {
    const allowed = new Ajv2020({ strict: false }).compile(root);
    const judge = (text: string) => allowed(parse(text));
    expect(judge(minimal())).toBe(true);
    expect(judge(minimal({ step: 'expect: { "$.x": 1, text: x }' }))).toBe(true);
    expect(judge(minimal({ step: "list: tools" }))).toBe(false);
    expect(judge(minimal({ server: "build: ." }))).toBe(false);
    expect(judge(minimal({ step: "expect: { txet: x }" }))).toBe(false);
    expect(judge(minimal({ server: "comand: [x]" }))).toBe(false);
  });

  test("the reference names every field, and its example is a valid run file", () => {
    const page = referencePage();
    const example = /```yaml\n([^]*?)```/.exec(page)?.[1] ?? "";
    expect(load(example).scenarios[0]?.steps).toHaveLength(3);
    for (const key of [
      "container_path",
      "max_message",
      "exit_on_sigterm",
      "error.code",
      "contains",
      "sigterm",
    ]) {
      expect(page).toContain(`| \`${key}\` |`);
    }
    expect(page).toContain("| `memory` | a size from 6MiB to 1024GiB, such as 512MiB | `512MiB` |");
  });
});
