import { expect, test } from "vitest";
import { parseApk, parseDpkg, parseNodeModules } from "../../src/registry/supply/package-lists.ts";
import { purlOf } from "../../src/registry/supply/purl.ts";

test("Debian's list: what is installed, not what was removed; files of images without a package manager, too", () => {
  const status = `Package: libc6
Status: install ok installed
Version: 2.41-12
Description: GNU C Library
 Package: not-a-field

Package: gone
Status: deinstall ok config-files
Version: 1

Package: tzdata
Version: 2026a-0+deb13u1
`;
  expect(parseDpkg(status)).toEqual([
    { type: "deb", name: "libc6", version: "2.41-12" },
    { type: "deb", name: "tzdata", version: "2026a-0+deb13u1" },
  ]);
  expect(parseDpkg("")).toEqual([]);
});

test("Alpine's list, with licences", () => {
  const installed = "C:Q1abc=\nP:musl\nV:1.2.5-r9\nL:MIT\nF:lib\n\nP:busybox\nV:1.37.0-r12\n";
  expect(parseApk(installed)).toEqual([
    { type: "apk", name: "musl", version: "1.2.5-r9", licence: "MIT" },
    { type: "apk", name: "busybox", version: "1.37.0-r12" },
  ]);
});

test("what npm installed in a folder: scopes, nested and renamed packages; links and anything else are left out", () => {
  const lock = {
    packages: {
      "node_modules/@a/b": { version: "1.0.0", license: "MIT" },
      "node_modules/@a/b/node_modules/c": { version: "2.0.0", license: { type: "MIT" } },
      "node_modules/alias": { name: "real", version: "3.0.0" },
      "node_modules/link": { link: true, resolved: "../x" },
      "node_modules/odd": null,
    },
  };
  expect(parseNodeModules(JSON.stringify(lock))).toEqual([
    { type: "npm", name: "@a/b", version: "1.0.0", licence: "MIT" },
    { type: "npm", name: "c", version: "2.0.0" },
    { type: "npm", name: "real", version: "3.0.0" },
  ]);
  for (const none of ["", "[", "null", '{"packages": 7}', "[]"]) {
    expect(parseNodeModules(none)).toEqual([]);
  }
});

test.each([
  ["npm", "@scope/name", "1.0.0", "pkg:npm/%40scope/name@1.0.0"],
  ["pypi", "Typing_Extensions", "4.0", "pkg:pypi/typing-extensions@4.0"],
  ["golang", "github.com/Acme/x", "v1.2.3", "pkg:golang/github.com/acme/x@v1.2.3"],
  ["maven", "org.acme:tool", "1", "pkg:maven/org.acme/tool@1"],
  ["cargo", "serde", "1.0.1+x", "pkg:cargo/serde@1.0.1%2Bx"],
  ["deb", "libc6", "1:2", "pkg:deb/debian/libc6@1%3A2"],
  ["apk", "musl", "1-r0", "pkg:apk/alpine/musl@1-r0"],
])("the package URL of %s %s", (type, name, version, purl) => {
  expect(purlOf({ type, name, version })).toBe(purl);
});
