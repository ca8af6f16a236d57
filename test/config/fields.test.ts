import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Document } from "yaml";
import { jsonSchema } from "../../src/config/index.ts";
import { everything } from "./everything.ts";
import { linesOf, load, minimal, problemsOf } from "./loading.ts";

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) {
    return [path];
  }
  const below = Array.isArray(value)
    ? value.flatMap((item, nth) => pathsOf(item, [...path, nth]))
    : Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

/** As much of the run file as the value at `path` needs around it, and its path in there: a small file loads sooner. */
function around(path: Path): { file: object; path: Path } {
  const [section, key, phase, nth, ...below] = path;
  const [scenario] = everything.scenarios;
  if (section === "servers" && typeof key === "string") {
    const server = (everything.servers as Record<string, unknown>)[key];
    const scenarios = [{ name: "one", steps: [{ ping: true }] }];
    const { services } = everything;
    return { file: { version: 1, services, servers: { [key]: server }, scenarios }, path };
  }
  if (section === "services") {
    const { services } = everything;
    const servers = { npm: { image: "a" } };
    const scenarios = [{ name: "one", steps: [{ ping: true }] }];
    return { file: { version: 1, services, servers, scenarios }, path };
  }
  if (
    section === "scenarios" &&
    scenario !== undefined &&
    typeof nth === "number" &&
    phase !== "for_each"
  ) {
    const { setup: _, steps: __, teardown: ___, ...rest } = scenario;
    const steps = (scenario as unknown as Record<string, unknown[]>)[String(phase)] ?? [];
    const servers = { npm: { image: "a" }, made: { image: "b" }, web: everything.servers.web };
    const file = { version: 1, servers, scenarios: [{ ...rest, steps: [steps[nth]] }] };
    return { file, path: ["scenarios", 0, "steps", 0, ...below] };
  }
  return { file: everything, path };
}

/** The run file with the value at `path` replaced, as JSON with the value on one line, and the line it is on. */
function withValue(at: Path, value: unknown): { text: string; line: number } {
  const { file, path } = around(at);
  const lines = JSON.stringify(replaced(file, path, mark), null, 1).split("\n");
  const line = lines.findIndex((content) => content.includes(mark)) + 1;
  return { text: lines.join("\n").replace(`"${mark}"`, JSON.stringify(value)), line };
}

const mark = "MARK";

/** Three of the values, other ones for each field: all of them at all fields take a minute. */
function valuesOf(turn: number): readonly unknown[] {
  return values.filter((_, nth) => (nth + turn) % values.length < 3);
}

/** A copy with another value at `path`. */
function replaced(file: unknown, path: Path, value: unknown): unknown {
  const [key, ...below] = path;
  if (key === undefined) {
    return value;
  }
  const copy = (Array.isArray(file) ? [...file] : { ...(file as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaced(copy[key], below, value);
  return copy;
}

const allowed = new Ajv2020({ strict: false }).compile(jsonSchema());
const values = [null, true, -7.25, "x y!", [], [{}], { zz: 1 }] as const;

test("a run file with every field is accepted, by the published schema too", () => {
  expect(load(new Document(everything).toString()).scenarios[0]?.steps).toHaveLength(18);
  expect(allowed(everything)).toBe(true);
});

describe("I22 a value of the wrong type", () => {
  test("I22 at any field gives one problem, on that field's line", () => {
    const wrong = pathsOf(everything)
      .flatMap((path, turn) => valuesOf(turn).map((value) => ({ path, value })))
      .filter(({ path, value }) => !allowed(replaced(everything, path, value)));
    expect(wrong.length).toBeGreaterThan(300);
    for (const { path, value } of wrong) {
      const { text, line } = withValue(path, value);
      const there = problemsOf(text).filter((problem) => problem.line === line);
      // A map may have several mistakes: an unknown key and no known one.
      const most = typeof value === "object" && value !== null ? 5 : 1;
      const message = `${path.join(".")}: ${JSON.stringify(value)}`;
      expect(there.length, message).toBeGreaterThan(0);
      expect(there.length, message).toBeLessThanOrEqual(most);
    }
  });

  test("I22 at several fields gives a problem for each", () => {
    const scalars = pathsOf(everything).filter(
      (path) => typeof path.at(-1) === "string" && !allowed(replaced(everything, path, [{}])),
    );
    const leaves = scalars.filter((path) => typeof at(path) !== "object");
    fc.assert(
      fc.property(fc.subarray(leaves, { minLength: 1, maxLength: 15 }), (paths) => {
        const document = new Document(structuredClone(everything));
        for (const path of paths) {
          document.setIn(path, document.createNode([{}], { flow: true }));
        }
        const lines = document.toString({ lineWidth: 0 }).split("\n");
        const expected = lines.flatMap((content, nth) =>
          content.includes("[ {} ]") ? [nth + 1] : [],
        );
        const found = new Set(
          problemsOf(document.toString({ lineWidth: 0 })).map(({ line }) => line),
        );
        expect(expected.filter((line) => !found.has(line))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("I22 says what is allowed, and what was there", () => {
    expect(
      linesOf(minimal({ server: "limits: { cpus: many }\nprotocol: newest\nargs: x" })),
    ).toEqual([
      '5:21 servers.a.limits.cpus: expected a number from 0.01 to 512, got "many"',
      '6:15 servers.a.protocol: expected one of auto, legacy, modern, 2024-11-05, 2025-03-26, 2025-06-18, 2025-11-25, 2026-07-28, got "newest"',
      '7:11 servers.a.args: expected a list, got "x"',
    ]);
  });

  test("I22 long values are cut, line breaks and control characters are escaped", () => {
    const [line] = linesOf(
      minimal({ server: `transport: "\\e[31m::error::\\n${"x".repeat(500)}"` }),
    );
    expect(line).toContain(String.raw`"\u001b[31m::error::\n`);
    expect(line?.length).toBeLessThan(200);
  });
});

describe("I21 unknown keys", () => {
  test.each([
    ["comand", "command"],
    ["Command", "command"],
    ["limit", "limits"],
    ["enviroment", undefined],
    ["zzz", undefined],
  ])("I21 %s: did you mean %s", (key, nearest) => {
    const [problem, ...others] = problemsOf(minimal({ server: `${key}: [x]` }));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      line: 5,
      column: 5,
      message: `unknown key "${key}" in servers.a`,
    });
    expect(problem?.hint).toContain("Allowed here: template, with, image");
    expect(/Did you mean "(.*)"/.exec(problem?.hint ?? "")?.[1]).toBe(nearest);
  });

  test("I21 at every level, all at once", () => {
    const text = minimal({
      head: "nme: x",
      server: "limits: { cpu: 1 }",
      step: "exepct: {}\nexpect: { txt: a, text: { contians: a } }",
    });
    expect(linesOf(text)).toEqual([
      '2:1 unknown key "nme" in the run file',
      '6:15 unknown key "cpu" in servers.a.limits',
      '11:9 unknown key "exepct" in scenarios[0].steps[0]',
      '12:19 unknown place "txt" in expect',
      '12:35 unknown key "contians" in scenarios[0].steps[0].expect.text',
    ]);
  });

  test("I21 a misspelt verb is one problem", () => {
    expect(linesOf(minimal().replace("call:", "cal:"))).toEqual([
      '8:9 unknown key "cal" in scenarios[0].steps[0]',
    ]);
  });

  test("a map to compare with needs equals, and the hint says so", () => {
    const [problem, ...others] = problemsOf(minimal({ step: "expect: { structured: { a: 1 } }" }));
    expect(others).toEqual([]);
    expect(problem?.hint).toContain("write equals: before it");
  });
});

function at(path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown>)[key],
    everything,
  );
}
