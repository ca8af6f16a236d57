import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { loadRunFile } from "../../src/config/index.ts";
import { problemsWithFiles, requestOf, withSteps } from "./loading.ts";

const top = mkdtempSync(join(tmpdir(), "rows-"));
const workspace = join(top, "work");
afterAll(() => rmSync(top, { recursive: true }));

function write(path: string, text: string | Buffer): string {
  const file = join(workspace, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return path;
}

const loaded = async (text: string) => loadRunFile(requestOf(text, { workspace }));
const forEach = (written: string) => withSteps(`- { call: a, for_each: ${written} }`);
const problems = (text: string) => problemsWithFiles(text, workspace);

/** Rows of the first scenario's steps, when the CSV file has this text. */
async function csv(text: string) {
  const { scenarios } = await loaded(forEach(`{ csv: ${write("rows.csv", text)} }`));
  return scenarios[0]?.steps.map(({ row }) => row);
}

describe("rows written in the run file", () => {
  test("make one step of each, with its label", async () => {
    const text = withSteps(`
- call: add
  name: add up
  with: { a: "{{ a }}", b: "{{ row.b }}" }
  for_each: [{ a: 1, b: x }, { a: 2, b: y }, { a: 1, b: z }]
`);
    const { scenarios } = await loaded(text);
    expect(scenarios[0]?.steps.map(({ name, row, rowLabel }) => [name, row, rowLabel])).toEqual([
      ["add up [1]", { a: 1, b: "x" }, "1"],
      ["add up [2]", { a: 2, b: "y" }, "2"],
      ["add up [1 #2]", { a: 1, b: "z" }, "1 #2"],
    ]);
  });

  test("of a scenario make one scenario of each; those of a step come on top", async () => {
    const text = `${withSteps("- { call: a, for_each: [{ y: 1 }, { y: 2 }] }\n- ping:")}    for_each: [{ name: first, x: [1] }, { name: second, x: [2] }]\n`;
    const { scenarios } = await loaded(text);
    expect(scenarios.map(({ name, row }) => [name, row])).toEqual([
      ["one [first]", { name: "first", x: [1] }],
      ["one [second]", { name: "second", x: [2] }],
    ]);
    expect(scenarios[1]?.steps.map(({ name, row }) => [name, row])).toEqual([
      ["call a [1]", { name: "second", x: [2], y: 1 }],
      ["call a [2]", { name: "second", x: [2], y: 2 }],
      ["ping", { name: "second", x: [2] }],
    ]);
  });

  test("give each snapshot a key of its own", async () => {
    const text = withSteps(
      "- { call: a, for_each: [{ n: 1 }, { n: 2 }], expect: { text: { snapshot: true }, $.b: { snapshot: mine } } }",
    );
    const { scenarios } = await loaded(text);
    const keys = scenarios[0]?.steps.flatMap(({ expectations }) =>
      expectations.map(({ predicate }) => predicate.name === "snapshot" && predicate.key),
    );
    expect(keys).toEqual([
      "one › call a [1] › text",
      "mine [1]",
      "one › call a [2] › text",
      "mine [2]",
    ]);
  });

  test.each([
    ["[{ a: 1 }, { b: 1 }]", 'row 2 lacks "a", unlike the first'],
    ["[{ a: 1 }, { a: 1, b: 1 }]", 'row 2 has "b", unlike the first'],
    ["[{}]", "has no columns"],
    ["[]", "needs at least one row"],
  ])("%s is refused: %s", async (rows, message) => {
    expect(await problems(forEach(rows))).toEqual([expect.stringContaining(message)]);
  });

  test("are the only ones whose columns have names", async () => {
    const text = withSteps(`
- call: a
  with: { x: "{{ row.b }}", y: "{{ c }}", z: "{{ row.a }} {{ a }}" }
  for_each: [{ a: 1 }]
- call: a
  with: { x: "{{ row.a }}" }
- call: a
  for_each: [{ a: 1 }]
  capture: { a: $.x }
`);
    expect(await problems(text)).toEqual([
      "mcp-manager.yml:9 {{ row.b }} names no column of a for_each",
      "mcp-manager.yml:9 {{ c }} names no capture of an earlier step of this scenario",
      "mcp-manager.yml:12 {{ row.a }} names no column of a for_each",
      'mcp-manager.yml:15 the capture "a" has the name of a column of for_each',
    ]);
  });
});

describe("rows of a CSV file", () => {
  test("are typed where that changes nothing, and text in quotes", async () => {
    expect(
      await csv('\ufeffa,b,"c, d"\r\n1,true,x\r\n"2",007,"l1\nl2 ""q"""\r\n1e5,-0.5,\r\n'),
    ).toEqual([
      { a: 1, b: true, "c, d": "x" },
      { a: "2", b: "007", "c, d": 'l1\nl2 "q"' },
      { a: "1e5", b: -0.5, "c, d": "" },
    ]);
  });

  test("any values come back as they were written in quotes", async () => {
    const cell = fc.string({ maxLength: 8 }).filter((text) => !/[\0\ud800-\udfff]/.test(text));
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const text = ["a,b", ...rows.map((row) => row.map(quoted).join(","))].join("\n");
        expect(await csv(text)).toEqual(rows.map(([a, b]) => ({ a, b })));
      }),
      { numRuns: 50 },
    );
  });

  test("that are ragged are all named, each with the line of its file", async () => {
    const file = write("data/ragged.csv", "a,b\n1,2\n3\n4,5\n6,7,8\n");
    expect(await problems(forEach(`{ csv: ${file} }`))).toEqual([
      "data/ragged.csv:3 the row has 1 cells, but there are 2 columns",
      "data/ragged.csv:5 the row has 3 cells, but there are 2 columns",
    ]);
  });

  test.each([
    ["a,a\n1,2\n", 'has two columns called "a"'],
    ["a,\n1,2\n", "has a column without a name"],
    ["a,b\n", "has no rows"],
    ["", "has no columns"],
    ["__proto__,b\n1,2\n", "the name __proto__ is not allowed for a column"],
    ['a,b\n1,"2\n', "is not CSV"],
    ['a,b\n1,2"3"\n', "is not CSV"],
  ])("A43 %j is refused: %s", async (text, message) => {
    expect(await problems(forEach(`{ csv: ${write("bad.csv", text)} }`))).toEqual([
      expect.stringMatching(new RegExp(`^bad\\.csv:\\d+ ${message.replaceAll(/[()]/g, "\\$&")}`)),
    ]);
    expect("polluted" in {}).toBe(false);
  });
});

describe("rows of a JSON file", () => {
  test("keep their types", async () => {
    const rows = [
      { a: 1, b: { c: [null] } },
      { a: "1", b: true },
    ];
    const file = write("rows.json", JSON.stringify(rows));
    const { scenarios } = await loaded(forEach(`{ json: ${file} }`));
    expect(scenarios[0]?.steps.map(({ row }) => row)).toEqual(rows);
  });

  test.each([
    ["{", "is not JSON"],
    ["{}", "is not a list of maps"],
    ["[]", "is not a list of maps"],
    ["[1]", "its element 0 is not a map"],
    ['[{"a":1},{"a":1,"b":2}]', 'its element 1 has "b"'],
    ['[{"__proto__":{"polluted":1}}]', "the name __proto__ is not allowed"],
  ])("A43 %s is refused: %s", async (text, message) => {
    expect(await problems(forEach(`{ json: ${write("bad.json", text)} }`))).toEqual([
      expect.stringContaining(`bad.json:1 ${message}`),
    ]);
    expect("polluted" in {}).toBe(false);
  });
});

describe("a file the run file names", () => {
  test("is read from the folder of the run file", async () => {
    write("deep/rows.csv", "a\n1\n");
    const request = requestOf(forEach("{ csv: rows.csv }"), { workspace, file: "deep/run.yml" });
    expect((await loadRunFile(request)).scenarios[0]?.steps).toHaveLength(1);
  });

  test("lies inside the workspace, also after its links, and exists as a regular file", async () => {
    writeFileSync(join(top, "outside.csv"), "a\n1\n");
    write("folder/x.csv", "a\n1\n");
    symlinkSync(join(top, "outside.csv"), join(workspace, "link.csv"));
    symlinkSync("folder/x.csv", join(workspace, "inner.csv"));
    const why = async (path: string) => problems(forEach(`{ csv: "${path}" }`));
    expect(await why("../outside.csv")).toEqual([
      expect.stringContaining("lies outside the workspace"),
    ]);
    expect(await why("/etc/passwd")).toEqual([
      expect.stringContaining("lies outside the workspace"),
    ]);
    expect(await why("link.csv")).toEqual([expect.stringContaining("leads outside the workspace")]);
    expect(await why("none.csv")).toEqual(['mcp-manager.yml:8 the file "none.csv" does not exist']);
    expect(await why("folder")).toEqual([
      expect.stringContaining("is not a regular file but a folder"),
    ]);
    expect((await loaded(forEach("{ csv: inner.csv }"))).scenarios).toHaveLength(1);
  });

  test("is UTF-8 and not larger than 16 MiB", async () => {
    write("latin.csv", Buffer.from("a\n\xe9\n", "latin1"));
    write("large.csv", Buffer.alloc(16 * 2 ** 20 + 1, "a"));
    expect(await problems(forEach("{ csv: latin.csv }"))).toEqual([
      expect.stringContaining("is not UTF-8"),
    ]);
    expect(await problems(forEach("{ csv: large.csv }"))).toEqual([
      expect.stringContaining("is larger than 16777216 bytes (16 MiB)"),
    ]);
  });
});

describe("too many steps", () => {
  const limit = "the run file comes to more than 10000 steps with the rows of for_each";

  test("of a file with a million rows are refused with the limit, without reading all of them", async () => {
    write("million.csv", `a\n${"1\n".repeat(1_000_000)}`);
    const before = process.cpuUsage();
    expect(await problems(forEach("{ csv: million.csv }"))).toEqual([
      expect.stringContaining(limit),
    ]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_200);
  });

  test("by rows of a scenario times rows of its steps are refused, one less is not", async () => {
    const rows = (count: number) =>
      `[${Array.from({ length: count }, (_, n) => `{ n: ${n} }`).join(", ")}]`;
    const text = (steps: number) =>
      `${withSteps(`- { call: a, for_each: ${rows(steps)} }`)}    for_each: ${rows(100).replaceAll("n:", "m:")}\n`;
    expect(await problems(text(101))).toEqual([expect.stringContaining(limit)]);
    expect((await loaded(text(100))).scenarios).toHaveLength(100);
  });
});
