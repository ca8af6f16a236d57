import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { breaches, type Plan, roomOf, type Sources } from "./architecture/breaches.ts";

/** Which rooms a room may import. A room stands below everything it imports, so arrows only point up this list. */
const arrows = table({
  fault: "",
  clock: "fault",
  schema: "fault clock",
  text: "fault",
  config: "fault text schema",
  record: "fault",
  product: "fault",
  engine: "fault clock",
  mcp: "fault clock schema",
  registry: "fault clock schema text config engine",
  controller: "fault clock engine record",
  log: "fault clock record mcp",
  resource: "fault clock engine record",
  scenario: "fault clock schema config mcp record",
  report: "fault text record",
  draft: "fault text config record schema",
  api: "fault clock text config record",
  manager:
    "fault clock text config record product engine mcp registry controller log resource scenario report api",
  command:
    "fault clock schema text config record product engine registry controller log report draft api manager",
  action: "fault clock text api config record report registry controller engine",
});

/** The entries, with the other entries each may start. `cli-run.ts` is a part of the entry `cli`. */
const entries = table({
  main: "cache",
  post: "",
  daemon: "reaper",
  cli: "reaper",
  reaper: "",
  cache: "",
});

/** Packages that only these rooms know. */
const packages = table({
  dockerode: "engine",
  "@grpc/": "engine",
  "@cyclonedx/": "registry",
  "dockerfile-ast": "registry",
  "node:sqlite": "record",
  ajv: "schema",
  "ajv-formats": "schema",
  tokenx: "mcp scenario",
  "@modelcontextprotocol/": "mcp api",
  "@actions/": "action",
});

const plan: Plan = { arrows, entries, packages };

const door = "// A room.\n";

describe("src", () => {
  const root = fileURLToPath(new URL("../src/", import.meta.url));
  const paths = globSync("**/*.ts", { cwd: root }).map((path) => path.replaceAll("\\", "/"));
  const sources = Object.fromEntries(
    paths.sort().map((path) => [path, readFileSync(`${root}${path}`, "utf8")]),
  );

  test("follows the table of rooms and arrows", () => {
    expect(breaches(plan, sources)).toEqual([]);
  });

  test("has every room of the table", () => {
    expect(new Set(paths.map(roomOf).filter((room) => room !== undefined))).toEqual(
      new Set(Object.keys(arrows)),
    );
  });
});

test("arrows only point to rooms further up in the table", () => {
  const rooms = Object.keys(arrows);
  for (const [room, targets] of Object.entries(arrows)) {
    expect(rooms.slice(0, rooms.indexOf(room)), room).toEqual(expect.arrayContaining([...targets]));
  }
});

describe("a breach is found:", () => {
  const cases: [string, Sources, string[]][] = [
    [
      "an arrow that is not listed",
      { "fault/index.ts": `${door}import { x } from "../engine/index.ts";\nx();\n` },
      ["fault/index.ts imports engine: no arrow fault → engine"],
    ],
    [
      "an arrow by a type import",
      {
        "fault/index.ts": `${door}import type { X } from "../engine/index.ts";\nexport type Y = X;\n`,
      },
      ["fault/index.ts imports engine: no arrow fault → engine"],
    ],
    [
      "an arrow by an inline type import",
      { "fault/index.ts": `${door}export type Y = import("../engine/index.ts").X;\n` },
      ["fault/index.ts imports engine: no arrow fault → engine"],
    ],
    [
      "an arrow by export-from",
      { "fault/index.ts": `${door}export { x } from "../engine/index.ts";\n` },
      ["fault/index.ts imports engine: no arrow fault → engine"],
    ],
    [
      "an arrow by a dynamic import",
      { "fault/index.ts": `${door}export const x = () => import("../engine/index.ts");\n` },
      ["fault/index.ts imports engine: no arrow fault → engine"],
    ],
    [
      "a dynamic import of a computed path",
      { "fault/index.ts": `${door}export const x = (p: string) => import(p);\n` },
      ["fault/index.ts imports a path that is not a literal"],
    ],
    [
      "a room's inside imported by another room",
      { "clock/index.ts": `${door}export { x } from "../fault/codes.ts";\n` },
      ["clock/index.ts imports fault/codes.ts, which is not the room's door"],
    ],
    [
      "a room's inside imported by an entry",
      { "main.ts": 'import { x } from "./fault/codes.ts";\nx();\n' },
      ["main.ts imports fault/codes.ts, which is not the room's door"],
    ],
    [
      "an index of a folder inside another room taken for its door",
      { "main.ts": 'import { x } from "./report/html/index.ts";\nx();\n' },
      ["main.ts imports report/html/index.ts, which is not the room's door"],
    ],
    ["an unknown room", { "utils/index.ts": door }, ["utils/ is not a room of the table"]],
    [
      "an import of an unknown room",
      { "clock/index.ts": `${door}export { x } from "../utils/index.ts";\n` },
      ["clock/index.ts imports utils: no arrow clock → utils"],
    ],
    ["a room without a door", { "clock/a.ts": "" }, ["clock/ has no door (index.ts)"]],
    [
      "a door that exports *",
      { "clock/index.ts": `${door}export * from "./clock.ts";\n` },
      ["clock/index.ts is a door and must export by name, not *"],
    ],
    [
      "a door without its opening comment",
      { "clock/index.ts": 'export { x } from "./clock.ts";\n' },
      ["clock/index.ts must open with 1 to 3 comment lines, has 0"],
    ],
    [
      "a file that is too long",
      { "main.ts": "//\n".repeat(301) },
      ["main.ts has 301 lines, more than 300"],
    ],
    ["a file beside the entries", { "tool.ts": "" }, ["tool.ts is neither in a room nor an entry"]],
    [
      "an entry imported by a room",
      { "manager/index.ts": `${door}export { x } from "../main.ts";\n` },
      ["manager/index.ts imports the entry main.ts"],
    ],
    [
      "an entry imported by another entry",
      { "post.ts": 'import { x } from "./main.ts";\nx();\n' },
      ["post.ts imports the entry main.ts"],
    ],
    [
      "a package in a room that must not know it",
      { "manager/index.ts": `${door}import Docker from "dockerode";\nDocker();\n` },
      ["manager/index.ts imports dockerode, which only engine may"],
    ],
    [
      "an import from outside src",
      { "main.ts": 'import { x } from "../test/x.ts";\nx();\n' },
      ["main.ts imports ../test/x.ts, which is outside src"],
    ],
  ];
  test.each(cases)("%s", (_, sources, expected) => {
    expect(breaches(plan, sources)).toEqual(expected);
  });
});

test("a file of 300 lines, a listed arrow and an entry's own part are in order", () => {
  expect(
    breaches(plan, {
      "main.ts": "//\n".repeat(300),
      "clock/index.ts": `${door}export { x } from "../fault/index.ts";\nexport { y } from "./y.ts";\n`,
      "cli.ts":
        'import { x } from "./clock/index.ts";\nimport { y } from "./cli-run.ts";\nx(y);\nawait import("./reaper.ts");\n',
      "cli-run.ts": "",
    }),
  ).toEqual([]);
});

function table(rows: Readonly<Record<string, string>>): Plan["arrows"] {
  return Object.fromEntries(
    Object.entries(rows).map(([name, words]) => [name, words.split(" ").filter(Boolean)]),
  );
}
