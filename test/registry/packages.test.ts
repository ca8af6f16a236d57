import { expect, test } from "vitest";
import { parsePackages } from "../../src/registry/supply/packages.ts";

test("a list of packages is read line by line, with the licence where there is one", () => {
  expect(parsePackages("npm\t@scope/server\t1.2.3\tMIT\npypi\tmcp\t1.0\r\n\n")).toEqual([
    { type: "npm", name: "@scope/server", version: "1.2.3", licence: "MIT" },
    { type: "pypi", name: "mcp", version: "1.0" },
  ]);
});

test("lines that an image may not say are left out: no version, no type, control characters, endless fields", () => {
  const lines = [
    "npm\tno-version",
    "NPM\tupper\t1",
    "\tno-type\t1",
    "npm\tbell\u0007\t1",
    "npm\tline\u2028break\t1",
    `npm\t${"x".repeat(501)}\t1`,
    "npm\tgood\t1",
  ];
  expect(parsePackages(lines.join("\n"))).toEqual([{ type: "npm", name: "good", version: "1" }]);
  expect(parsePackages("npm\ta\t1\n".repeat(60_000))).toHaveLength(50_000);
});
