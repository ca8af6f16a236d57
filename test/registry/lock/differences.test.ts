import { expect, test } from "vitest";
import type { LockedServer } from "../../../src/registry/index.ts";
import { differencesOf } from "../../../src/registry/lock/differences.ts";

const hash = (digit: string) => `sha256:${digit.repeat(64)}`;

const locked: LockedServer = {
  entry: hash("1"),
  template: "npm",
  pin: {},
  version: "1.0.0",
  platform: "linux/amd64",
  bases: [{ reference: "node:24", digest: hash("2"), id: hash("3") }],
  packages: ["npm:@a/b@1.0.0", "npm:ms@2.0.0", "npm:ms@2.1.0", "npm:zod@4.0.0"],
};

test("nothing is different in what is the same", () => {
  expect(differencesOf(locked, locked)).toEqual([]);
});

test("each thing that became another is named with both", () => {
  const now = {
    ...locked,
    version: "1.0.1",
    platform: "linux/arm64",
    bases: [{ reference: "node:24", digest: hash("4"), id: hash("3") }],
    packages: ["npm:@a/b@1.0.1", "npm:ms@2.1.0", "npm:new@0.1.0"],
  };
  expect(differencesOf(locked, now)).toEqual([
    { what: "platform", locked: "linux/amd64", now: "linux/arm64" },
    { what: "version", locked: "1.0.0", now: "1.0.1" },
    {
      what: "base image",
      locked: "node:24 sha256:222222222222…",
      now: "node:24 sha256:444444444444…",
    },
    { what: "package npm:@a/b", locked: "1.0.0", now: "1.0.1" },
    { what: "package npm:ms", locked: "2.0.0", now: "none" },
    { what: "package npm:new", locked: "none", now: "0.1.0" },
    { what: "package npm:zod", locked: "4.0.0", now: "none" },
  ]);
});

test("a base of the same digest is the same, whatever id an engine gives it; without a digest the id decides", () => {
  const otherId = {
    ...locked,
    bases: [{ reference: "node:24", digest: hash("2"), id: hash("9") }],
  };
  expect(differencesOf(locked, otherId)).toEqual([]);
  const undigested = { ...locked, bases: [{ reference: "node:24", id: hash("9") }] };
  expect(differencesOf(locked, undigested)).toHaveLength(1);
});

test("many packages that differ are counted, not all told", () => {
  const packages = Array.from({ length: 40 }, (_, index) => `npm:p${index}@1.0.0`);
  const differences = differencesOf({ ...locked, packages }, { ...locked, packages: [] });
  expect(differences).toHaveLength(11);
  expect(differences.at(-1)).toMatchObject({ what: "further packages", locked: "30" });
});
