import fc from "fast-check";
import { expect, test } from "vitest";
import { loadTemplate } from "../../src/registry/index.ts";
import { checkParameters, fillParameters } from "../../src/registry/template/parameters.ts";
import { faultOf, templatesFolder } from "./deps.ts";

const npm = await loadTemplate(templatesFolder, "npm");

function check(
  given: Record<string, string | number | boolean>,
): Promise<Readonly<Record<string, string>>> {
  return (async () => checkParameters(npm, given))();
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

test("what npm could read as an option, a path, an address or a second word is no package and no version", () => {
  const sound = /^(@[\w.-]+\/)?\w[\w.-]*$/;
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from("a1@/.-_: $`;\"'~^\n")), maxLength: 12 }),
      (text) => {
        let accepted = true;
        try {
          checkParameters(npm, { package: text });
        } catch {
          accepted = false;
        }
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
    expect(() => checkParameters(npm, { package: "is-odd", version })).toThrow("with.version");
  }
  for (const version of ["latest", "^1.2", "~1.2.3", "2026.8.31", "1.0.0-rc.1+build"]) {
    expect(checkParameters(npm, { package: "is-odd", version })["version"]).toBe(version);
  }
});

test("a text that names a parameter without a value has no value itself", () => {
  expect(fillParameters("a {{ x }} {{y}}", { x: "1", y: "2" })).toBe("a 1 2");
  expect(fillParameters("{{ x }}", {})).toBeUndefined();
  expect(fillParameters("{{ x }}", { x: "{{ y }}", y: "2" })).toBe("{{ y }}");
});
