import { describe, expect, test } from "vitest";
import { argumentsOf, linesOf, load, minimal } from "./loading.ts";

const step = (line: string) => minimal({ step: line });

describe("aliases, tags and size", () => {
  test("an anchor and its alias are accepted", () => {
    const text = minimal({ server: "env: &e { A: x }" }).replace(
      "scenarios:",
      "  b: { image: c, env: *e }\nscenarios:",
    );
    const loaded = load(text.replace("- call: echo", "- call: echo\n        server: a"));
    expect(loaded.runFile.servers["b"]?.env).toEqual({ A: "x" });
  });

  test("an alias means the last anchor of its name above it", () => {
    const given = argumentsOf(step("with: { a: &x 1, b: *x, c: &x 2, d: *x }"));
    expect(given).toEqual({ a: 1, b: 1, c: 2, d: 2 });
    expect(linesOf(step("with: { a: *x, b: &x 1 }"))).toEqual([
      "9:20 the alias *x has no anchor above it",
    ]);
  });

  test("I10 a bomb of aliases is refused with one problem before it grows", () => {
    let bomb = "with:\n  l0: &l0 [a, a, a, a, a, a, a, a, a, a]\n";
    for (let level = 1; level < 9; level += 1) {
      bomb += `  l${level}: &l${level} [${Array.from({ length: 10 }, () => `*l${level - 1}`).join(", ")}]\n`;
    }
    const before = process.cpuUsage();
    expect(linesOf(step(bomb.trimEnd()))).toEqual([
      expect.stringMatching(/^\d+:\d+ aliases make it more than 50000 values$/),
    ]);
    expect(cpuMs(before)).toBeLessThan(2_000);
  });

  test("I11 an alias inside of what it means is refused", () => {
    expect(linesOf(step("with: &x { b: *x }"))).toEqual(["9:23 the alias *x contains itself"]);
    expect(linesOf(step("with: { l: &l [1, { m: *l }] }"))).toEqual([
      expect.stringContaining("the alias *l contains itself"),
    ]);
    expect(linesOf(step("with: { a: &a [&b [*a, *b]] }"))).toHaveLength(2);
  });

  test.each(["[", "{a: ", "- ", "? ", "- [", '{"a":['])(
    "I12 100 000 times %j is refused before anything is built",
    (part) => {
      const before = process.cpuUsage();
      expect(linesOf(part.repeat(Math.min(100_000, Math.floor(250_000 / part.length))))).toEqual([
        expect.stringMatching(/^1:\d+ nested more than 64 levels deep$/),
      ]);
      expect(cpuMs(before)).toBeLessThan(2_000);
    },
  );

  test("I12 65 levels are refused and 64 are read", () => {
    const nested = (levels: number) =>
      step(`with: { n: ${"[".repeat(levels)}${"]".repeat(levels)} }`);
    // Root, scenarios, scenario, steps, step, with.
    expect(load(nested(64 - 6)).scenarios).toHaveLength(1);
    expect(linesOf(nested(65 - 6))).toEqual([
      expect.stringMatching(/^9:\d+ nested more than 64 levels deep$/),
    ]);
    const block = Array.from({ length: 70 }, (_, level) => `${" ".repeat(level)}k:\n`).join("");
    expect(linesOf(block)).toEqual([expect.stringContaining("nested more than 64 levels deep")]);
  });

  test("I13 many keys are read in linear time", () => {
    const pairs = Array.from({ length: 16_000 }, (_, nth) => `k${nth}: 1`).join(", ");
    const before = process.cpuUsage();
    const given = argumentsOf(step(`with: { ${pairs} }`));
    expect(Object.keys(given)).toHaveLength(16_000);
    expect(cpuMs(before)).toBeLessThan(4_000);
  });

  test("I13 more keys than 20 000 are refused while still tokens, and so is a file above 256 KiB", () => {
    expect(linesOf(step(`with: { l: [${"1,".repeat(100_000)}] }`))).toEqual([
      expect.stringContaining("more than 20000 keys and list items"),
    ]);
    const keys = Array.from({ length: 100_000 }, (_, nth) => `k${nth}: 1`).join("\n");
    expect(linesOf(keys)).toEqual(["1:1 the run file is larger than 256 KiB"]);
  });

  test("I13 a file of nothing but mistakes is given up early", () => {
    const before = process.cpuUsage();
    for (const part of ["]", "}\n"]) {
      expect(linesOf(part.repeat(250_000 / part.length))[0]).toMatch(/^1:1 not YAML/);
    }
    for (const part of ["&a ", "*a ", "?\n"]) {
      expect(linesOf(part.repeat(Math.floor(250_000 / part.length)))).toEqual([
        expect.stringContaining("more than 20000 keys and list items"),
      ]);
    }
    expect(cpuMs(before)).toBeLessThan(5_000);
  });

  test("I37 10 000 servers are refused with one message", () => {
    const servers = Array.from({ length: 5_000 }, (_, i) => `  s${i}: { image: b }`).join("\n");
    expect(
      linesOf(
        `version: 1\nservers:\n${servers}\nscenarios: [{ name: x, server: s1, steps: [{ ping: }] }]\n`,
      ),
    ).toEqual([expect.stringContaining("servers has more than 100 servers")]);
  });

  test.each([
    "!!js/function",
    "!!binary",
    "!!set",
    "!custom",
    "!<tag:yaml.org,2002:str>",
    "!",
    "!!str",
  ])("A45 the tag %s is refused, and no warning with the text is printed", async (tag) => {
    const warnings: Error[] = [];
    const keep = (warning: Error) => warnings.push(warning);
    process.on("warning", keep);
    const lines = linesOf(step(`with: { a: ${tag} "::error::x" }`));
    await new Promise(setImmediate);
    process.off("warning", keep);
    expect(lines).toEqual(["9:20 YAML tags (words beginning with !) are not allowed"]);
    expect(warnings).toEqual([]);
  });

  test("A45 an exclamation mark inside of text is no tag", () => {
    const given = argumentsOf(step('with: { a: hello!, b: "!x", c: a !b }'));
    expect(given).toEqual({ a: "hello!", b: "!x", c: "a !b" });
  });

  test("A45 directives are refused", () => {
    expect(linesOf(`%YAML 1.1\n---\n${minimal()}`)).toEqual([
      "1:1 YAML directives (lines beginning with %) are not allowed",
    ]);
  });
});

function cpuMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
