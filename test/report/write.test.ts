import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeReports } from "../../src/report/index.ts";
import { newRecord, startMs, temporaryFolder } from "./fixture.ts";
import { fillHostileRun } from "./hostile-run.ts";
import { fillSmallRun } from "./small-run.ts";

function allFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

test("all files of the artifact are written, and are those that are named", async () => {
  const { record, read } = newRecord();
  fillSmallRun(record);
  const folder = temporaryFolder();
  const files = await writeReports(folder, read());
  expect([...files].toSorted()).toEqual(allFiles(folder));
  expect(files).toEqual(
    expect.arrayContaining([
      "report.html",
      "report.json",
      "junit.xml",
      "summary.md",
      "audit.ndjson",
      "run-file.yml",
      "logs/memory.ndjson",
      "wire/memory.ndjson",
      "metrics/memory.csv",
    ]),
  );
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  expect(JSON.parse(text("report.json"))).toMatchObject({
    schemaVersion: 1,
    run: { outcome: "failed" },
  });
  expect(
    text("logs/memory.ndjson")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toMatchObject([
    { text: "listening on stdio", stream: "stderr" },
    { text: "starting up", stream: "stdout" },
  ]);
  const csv = text("metrics/memory.csv").split("\n");
  expect([csv.length, csv[1]]).toEqual([42, `memory,${startMs + 300},0,,0,134217728,0,0,11`]);
});

test("A32 A25 names of servers lead nowhere, and no cell is a formula", async () => {
  const { record, read } = newRecord();
  fillHostileRun(record);
  record.server("../../escape", {});
  record.server("=HYPERLINK(1)", {});
  record.sample({
    server: "=HYPERLINK(1)",
    atMs: 1,
    cpuMs: 1,
    cpuPercent: 1,
    memoryBytes: 1,
    memoryLimitBytes: null,
    rxBytes: 0,
    txBytes: 0,
    pids: 1,
  });
  const outer = temporaryFolder();
  const folder = join(outer, "a", "b");
  const files = await writeReports(folder, read());
  expect(allFiles(outer)).toHaveLength(files.length);
  for (const file of files) {
    expect(file).toMatch(/^(?:(?:logs|wire|metrics)\/)?[A-Za-z0-9_%][\w.%~-]*$/);
  }
  const csv = readFileSync(join(folder, "metrics/%3DHYPERLINK%281%29.csv"), "utf8");
  expect(csv.split("\n")[1]).toBe(`"'=HYPERLINK(1)",1,1,1,1,,0,0,1`);
});

test("a link that lies in the way is replaced, not followed", async () => {
  const { record, read } = newRecord();
  fillSmallRun(record);
  const folder = temporaryFolder();
  const victim = join(temporaryFolder(), "victim");
  writeFileSync(victim, "untouched");
  symlinkSync(victim, join(folder, "report.json"));
  symlinkSync(victim, join(folder, "junit.xml.part"));
  await writeReports(folder, read());
  expect(readFileSync(victim, "utf8")).toBe("untouched");
  expect([
    lstatSync(join(folder, "report.json")).isFile(),
    existsSync(join(folder, "junit.xml.part")),
  ]).toEqual([true, false]);
});

test("a file that cannot be written leaves no part behind", async () => {
  const { record, read } = newRecord();
  fillSmallRun(record);
  const folder = temporaryFolder();
  mkdirSync(join(folder, "summary.md", "in the way"), { recursive: true });
  await expect(writeReports(folder, read())).rejects.toThrow("EISDIR");
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});

test("a long log is written line by line", async () => {
  const { record, read } = newRecord();
  record.server("a", {});
  for (let index = 0; index < 20_000; index++) {
    record.log({
      server: "a",
      stream: "stderr",
      atMs: index,
      text: `${index} ${"x".repeat(100)}`,
      bytes: 1,
      truncated: false,
    });
  }
  const folder = temporaryFolder();
  await writeReports(folder, read());
  expect(readFileSync(join(folder, "logs/a.ndjson"), "utf8").split("\n")).toHaveLength(20_001);
});
