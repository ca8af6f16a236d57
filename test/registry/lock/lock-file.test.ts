import { expect, test } from "vitest";
import {
  type LockedServer,
  lockFileOf,
  lockText,
  neededLock,
  readLock,
} from "../../../src/registry/index.ts";
import { faultOf, scratch } from "../deps.ts";

const hash = (digit: string) => `sha256:${digit.repeat(64)}`;

const server: LockedServer = {
  entry: hash("1"),
  template: "npm",
  pin: { version: "1.10" },
  version: "1.10",
  platform: "linux/amd64",
  bases: [{ reference: "node:24-bookworm-slim", digest: hash("2"), id: hash("3") }],
  packages: ["npm:@a/b@1.10", "npm:zod@4.0.0"],
};

test("a lock file reads back as it was written, whatever the order of the servers", async () => {
  const text = await lockText({ b: server, a: { ...server, version: null, pin: {} } });
  expect(text).toBe(await lockText({ a: { ...server, version: null, pin: {} }, b: server }));
  const read = await readLock("mcp-manager.lock.yml", text);
  expect(read.servers).toEqual({ a: { ...server, version: null, pin: {} }, b: server });
  const lines = text.split("\n");
  expect(lines[read.at("b").line - 1]).toMatch(/^ {4}entry/);
});

test.each([
  ["mcp-manager.yml", "mcp-manager.lock.yml"],
  [".github/mcp-manager.yaml", ".github/mcp-manager.lock.yml"],
  ["own", "own.lock.yml"],
])("the lock file of %s is %s", (file, locked) => {
  expect(lockFileOf(file)).toBe(locked);
});

test.each([
  ["version: 2\nservers: {}", /^f:1:10: version: /],
  ["version: 1\nservers: {}\nmore: 1", /^f:1:1: lock file: .*more/],
  [
    "version: 1\nservers:\n  a:\n    entry: sha256:12",
    /^f:4:12: servers\.a\.entry: must be sha256:/m,
  ],
  ["version: 1\nservers: [", /^f:2:/],
  ["version: 1\nservers: &a {}\nx: *a", /^f:/],
])("a lock file such as %j is refused, each problem at its place", async (text, reason) => {
  const fault = await faultOf(readLock("f", text));
  expect(fault).toMatchObject({ code: "LOCK_INVALID", exitCode: 2 });
  expect(fault.message).toMatch(reason);
});

test("every problem of a lock file is named at once", async () => {
  const text = (await lockText({ a: server }))
    .replace("linux/amd64", "linux")
    .replace(hash("3"), "3");
  const { problems } = await faultOf(readLock("f", text));
  expect(problems).toHaveLength(2);
});

test("I26 an image reference in a lock file cannot be an option or lead elsewhere", async () => {
  for (const reference of ["--privileged", "-v", "a b", "node:24\nevil"]) {
    const bases = [{ reference, id: hash("3") }];
    const text = await lockText({ a: { ...server, bases } });
    expect((await faultOf(readLock("f", text))).message).toContain("must be an image reference");
  }
});

test("a locked run without a lock file says how to write it", async () => {
  const folder = await scratch();
  const fault = await faultOf(Promise.resolve().then(() => neededLock(folder, "mcp-manager.yml")));
  expect(fault).toMatchObject({ code: "LOCK_NOT_FOUND" });
  expect(`${fault.message} ${fault.hint}`).toMatch(
    /There is no mcp-manager\.lock\.yml.*docker-mcp-manager lock/,
  );
});
