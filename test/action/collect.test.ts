import { execFileSync } from "node:child_process";
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { collectFiles } from "../../src/action/collect.ts";

let root = "";
let outside = "";
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), "collect-"));
  root = join(outside, "report");
  mkdirSync(join(root, "logs"), { recursive: true });
  writeFileSync(join(root, "report.html"), "page");
  writeFileSync(join(root, "logs/server.ndjson"), "line");
  writeFileSync(join(outside, "secret"), "canary");
});
afterEach(() => rmSync(outside, { recursive: true }));

const relative = (files: readonly string[]): string[] =>
  files.map((file) => file.slice(root.length + 1));

test("regular files are collected in order, the record's side files are not", () => {
  writeFileSync(join(root, "run.db"), "");
  writeFileSync(join(root, "run.db-wal"), "");
  writeFileSync(join(root, "run.db-shm"), "");
  expect(relative(collectFiles(root).files)).toEqual([
    "logs/server.ndjson",
    "report.html",
    "run.db",
  ]);
});

test("A31 links, FIFOs and sockets are refused and listed, never followed", () => {
  symlinkSync(join(outside, "secret"), join(root, "config.json"));
  symlinkSync(outside, join(root, "folder"));
  linkSync(join(outside, "secret"), join(root, "hard"));
  execFileSync("mkfifo", [join(root, "pipe")]);
  const { files, refused } = collectFiles(root);
  expect(relative(files)).toEqual(["logs/server.ndjson", "report.html"]);
  expect(refused).toEqual([
    "config.json: a symbolic link",
    "folder: a symbolic link",
    "hard: a hard link",
    "pipe: not a regular file",
  ]);
});

test("A32 odd names become safe ones, each file keeps its content", () => {
  const odd = [
    "a:b",
    "line\nbreak",
    "esc\u001b[0m",
    "-rf",
    "CON:",
    'quote"',
    "star*",
    "back\\slash",
    "dot.",
  ];
  for (const name of odd) {
    writeFileSync(join(root, name), name);
  }
  const { files, refused } = collectFiles(root);
  expect(refused).toEqual([]);
  expect(files).toHaveLength(odd.length + 2);
  for (const name of relative(files)) {
    expect(name).toMatch(/^[A-Za-z0-9._%~/-]+$/);
  }
  const contents = files.map((file) => readFileSync(file, "utf8"));
  expect(contents).toEqual(expect.arrayContaining(odd));
});

test("A32 a name that is not UTF-8 becomes a safe one", () => {
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x66, 0xff, 0xfe])]), "bytes");
  const { files } = collectFiles(root);
  expect(relative(files)).toContain("f%C3%BF%C3%BE");
});

test("A32 two names that become the same are kept apart", () => {
  writeFileSync(join(root, "a%3Ab"), "one");
  writeFileSync(join(root, "a:b"), "two");
  expect(relative(collectFiles(root).files)).toEqual(expect.arrayContaining(["a%3Ab", "a%3Ab-2"]));
});
