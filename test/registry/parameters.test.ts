import fc from "fast-check";
import { expect, test } from "vitest";
import type { GivenParameters } from "../../src/config/index.ts";
import { loadTemplate } from "../../src/registry/index.ts";
import { fillMap, fillParameters } from "../../src/registry/template/fill.ts";
import { checkParameters, judgeParameters } from "../../src/registry/template/parameters.ts";
import { templateFile } from "../../src/registry/template/schema.ts";
import { faultOf, templatesFolder } from "./deps.ts";

const npm = await loadTemplate(templatesFolder, "npm");

function check(given: Record<string, string | number | boolean>): Promise<GivenParameters> {
  return checkParameters(npm, given);
}

test("defaults are filled in, and a parameter without one is absent", async () => {
  expect(await check({ package: "is-odd" })).toEqual({ package: "is-odd", version: "latest" });
});

test("all problems are told at once: missing, unknown with the nearest name, against the pattern", async () => {
  const fault = await faultOf(check({ pakage: "is-odd", version: "1.0 || rm -rf" }));
  expect(fault.code).toBe("TEMPLATE_INVALID");
  expect(fault.message.split("\n")).toHaveLength(3);
  expect(fault.message).toContain(
    'with.pakage: template "npm" has no such parameter; did you mean "package"?',
  );
  expect(fault.message).toContain("with.package: is required");
  expect(fault.message).toContain("with.version: ");
  expect(fault.hint).toContain("package, version, bin");
});

test("a version that YAML read as a number is refused, not turned into another version", async () => {
  expect((await faultOf(check({ package: "is-odd", version: 1.1 }))).message).toContain(
    "put it in quotes",
  );
});

test.each(["constructor", "__proto__", "toString"])("%s is no parameter", async (name) => {
  const given = Object.fromEntries([
    ["package", "is-odd"],
    [name, "x"],
  ]);
  expect((await faultOf(check(given))).message).toContain("has no such parameter");
});

test("what npm could read as an option, a path, an address or a second word is no package and no version", async () => {
  const sound = /^(@[\w.-]+\/)?\w[\w.-]*$/;
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: fc.constantFrom(...Array.from("a1@/.-_: $`;\"'~^\n")), maxLength: 12 }),
      async (text) => {
        const accepted = await check({ package: text }).then(
          () => true,
          () => false,
        );
        expect(accepted && !sound.test(text)).toBe(false);
      },
    ),
  );
  for (const version of [
    "--global",
    "file:../x",
    "git+ssh://h/x",
    "1.0.0 --global",
    "npm:other@1",
    "../x",
    "",
  ]) {
    await expect(check({ package: "is-odd", version })).rejects.toThrow("with.version");
  }
  for (const version of ["latest", "^1.2", "~1.2.3", "2026.8.31", "1.0.0-rc.1+build"]) {
    expect((await check({ package: "is-odd", version }))["version"]).toBe(version);
  }
});

test("a text that names a parameter without a value has no value itself", () => {
  expect(fillParameters("a {{ x }} {{y}}", { x: "1", y: "2" })).toBe("a 1 2");
  expect(fillParameters("{{ x }}", {})).toBeUndefined();
  expect(fillParameters("{{ x }}", { x: "{{ y }}", y: "2" })).toBe("{{ y }}");
});

const shaped = templateFile.parse({
  name: "shaped",
  description: "d",
  image: "a",
  parameters: {
    type: "object",
    properties: {
      level: { type: "string", description: "d", enum: ["debug", "info"] },
      port: { type: "integer", description: "d", minimum: 1, maximum: 65_535 },
      share: { type: "number", description: "d", maximum: 1 },
      title: { type: "string", description: "d", minLength: 2, maxLength: 4 },
      quiet: { type: "boolean", description: "d" },
      module: { type: "string", description: "d" },
      path: { type: "string", description: "d" },
    },
    oneOf: [{ required: ["module"] }, { required: ["path"] }],
  },
});

test.each([
  [{ level: "loud" }, 'must be one of "debug", "info"'],
  [{ port: 70_000 }, "must be an integer at least 1 and at most 65535"],
  [{ port: 1.5 }, "must be an integer at least 1 and at most 65535"],
  [{ share: 1.1 }, "must be a number at most 1"],
  [{ title: "12345" }, "must be a string of at least 2 and at most 4 characters"],
  [{ quiet: "yes" }, "must be a boolean"],
  [{ path: 7 }, "must be a string; put it in quotes"],
])("%j is against its schema", async (given, message) => {
  const { problems } = await judgeParameters(shaped, { module: "m", ...given });
  expect(problems.filter(({ aboutValue }) => aboutValue)).toEqual([
    { parameter: Object.keys(given)[0], message, aboutValue: true },
  ]);
});

test("of parameters that exclude each other exactly one is given", async () => {
  const messages = async (given: GivenParameters) =>
    (await judgeParameters(shaped, given)).problems.map((problem) => problem.message);
  expect(await messages({ module: "m" })).toEqual([]);
  expect(await messages({})).toEqual(["needs one of: module, or path"]);
  expect(await messages({ module: "m", path: "p" })).toEqual([
    "only one of these can be given: module, or path",
  ]);
});

test("a value of YAML is filled in with its type, and left out where a parameter has no value", () => {
  expect(
    fillMap(
      {
        http: { port: "{{ port }}", path: "/{{ a }}" },
        args: ["{{ none }}", "-{{ a }}"],
        b: "{{ none }}",
      },
      { port: 8080, a: "x" },
    ),
  ).toEqual({ http: { port: 8080, path: "/x" }, args: ["-x"] });
});

test("a pattern that never comes to an end is given up", async () => {
  const { properties } = shaped.parameters;
  const slow = { ...properties["title"], type: "string" as const, description: "d" };
  const endless = { ...slow, maxLength: 100, pattern: "(a+)+b" };
  const template = {
    ...shaped,
    parameters: { ...shaped.parameters, properties: { slow: endless } },
  };
  const fault = await faultOf(judgeParameters(template, { slow: "a".repeat(60) }));
  expect(fault.code).toBe("NOT_JUDGEABLE");
  expect(fault.message).toContain("the pattern of a parameter too slow");
});
