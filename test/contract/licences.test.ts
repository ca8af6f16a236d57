import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { licencesOf } from "../../.github/scripts/licences.mjs";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "licences-"));
  writeFileSync(join(root, "package.json"), '{ "name": "ours", "version": "1.0.0" }');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function addPackage(name: string, manifest: Record<string, unknown>, licence?: string): string {
  const folder = join(root, "node_modules", name);
  mkdirSync(join(folder, "esm"), { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name, version: "1.2.3", ...manifest }),
  );
  // As many packages do to say which kind of module a folder holds.
  writeFileSync(join(folder, "esm/package.json"), '{ "type": "module" }');
  if (licence !== undefined) {
    writeFileSync(join(folder, "LICENSE.md"), licence);
  }
  return join(folder, "esm/index.js");
}

test("the text of every bundled package is in the file once, and ours is not", async () => {
  const modules = [
    addPackage("b", { license: "MIT" }, "The text of b"),
    addPackage("@scope/a", { license: "ISC" }, "The text of a"),
    join(root, "build/main.js"),
  ];
  const { text, packages } = await licencesOf([...modules, modules[0] ?? ""], root);
  expect(packages).toEqual(["@scope/a@1.2.3", "b@1.2.3"]);
  expect(text.match(/The text of [ab]/g)).toEqual(["The text of a", "The text of b"]);
  expect(text).not.toContain("ours");
});

test("a package that only names a known licence gets its standard text with its author", async () => {
  const modules = [addPackage("c", { license: "ISC", author: { name: "Ada" } })];
  const { text } = await licencesOf(modules, root);
  expect(text).toContain("c@1.2.3 (ISC)\n\nCopyright Ada\n\nPermission to use, copy");
});

test("a package without any licence is refused by name", async () => {
  await expect(licencesOf([addPackage("d", {})], root)).rejects.toThrow(
    "d@1.2.3 is bundled, but has no licence file and its licence (none stated) no known text.",
  );
});

test("an empty licence file does not count", async () => {
  await expect(licencesOf([addPackage("e", { license: "EULA" }, " \n")], root)).rejects.toThrow(
    "e@1.2.3 is bundled, but has no licence file and its licence (EULA) no known text.",
  );
});
