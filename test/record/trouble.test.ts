import { spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { Fault } from "../../src/fault/index.ts";
import { readRecord, schemaVersion, sealRecord } from "../../src/record/index.ts";
import { logLine, newFile, open, read, temporaryFolder } from "./fixture.ts";

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof Fault) {
      return thrown;
    }
  }
  throw new Error("no fault was thrown");
}

test("the files are for their owner alone", () => {
  const file = newFile();
  const record = open(file);
  record.event({ atMs: 1, kind: "x", server: null, data: "{}" });
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
  }
});

test("a record of a newer version is refused, naming both", () => {
  const file = newFile();
  open(file).close();
  const database = new DatabaseSync(file);
  database.exec(`UPDATE meta SET value = '${schemaVersion + 1}'`);
  database.close();
  for (const work of [() => readRecord(file), () => open(file)]) {
    const fault = faultOf(work);
    expect(fault.code).toBe("RECORD_UNREADABLE");
    expect(fault.message).toContain(
      `schema version ${schemaVersion + 1}; this program knows versions up to ${schemaVersion}`,
    );
  }
});

test.for([
  ["no file", () => undefined],
  ["an empty file", (file: string) => writeFileSync(file, "")],
  ["something else", (file: string) => writeFileSync(file, "hello ".repeat(1_000))],
] as const)("what is no record is said to be none: %s", ([, make]) => {
  const file = newFile();
  make(file);
  expect(faultOf(() => readRecord(file))).toMatchObject({
    code: "RECORD_UNREADABLE",
    message: expect.stringContaining(file),
  });
});

test("a place that cannot be written to is refused when it is opened", () => {
  expect(faultOf(() => open(join(temporaryFolder(), "missing", "run.db"))).code).toBe(
    "RECORD_UNWRITABLE",
  );
});

test("the first failed write is told once, later rows are counted, nothing is thrown", async () => {
  const file = newFile();
  const faults: Fault[] = [];
  const record = open(file, { onFault: (fault) => faults.push(fault) });
  const other = new DatabaseSync(file);
  other.exec("DROP TABLE log");
  const room = `${file}-spare.tmp`;
  expect(statSync(room).size).toBe(65_536);
  other.close();
  record.log(logLine("lost"));
  await expect.poll(() => faults.length, { interval: 5, timeout: 5_000 }).toBe(1);
  expect(existsSync(room)).toBe(false);
  record.log(logLine("lost"));
  record.event({ atMs: 1, kind: "x", server: null, data: "{}" });
  record.close();
  record.log(logLine("after the end"));
  expect(faults.map(({ code }) => code)).toEqual(["RECORD_UNWRITABLE"]);
  expect(read(file).run()).toMatchObject({ faultCode: "RECORD_UNWRITABLE" });
  expect([record.fault, record.lostRows]).toEqual([faults[0], 4]);
});

test("a disk without room costs what comes after, not what was committed", async () => {
  const file = newFile();
  // 512 blocks of 512 bytes: a file may grow no further, as on a full disk. `trap` keeps the signal from killing node.
  const command = 'trap "" XFSZ; ulimit -f 512; exec "$0" "$1" "$2"';
  const child = spawn(
    "sh",
    ["-c", command, process.execPath, join(import.meta.dirname, "full-disk-writer.ts"), file],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const said = (await text(child.stdout)).trim().split("\n");
  const { faults, written, lost } = JSON.parse(said.at(-1) ?? "") as {
    faults: string[];
    written: number;
    lost: number;
  };
  expect(faults).toEqual(["RECORD_UNWRITABLE"]);
  const lines = [...read(file).logs()].map((row) => row.text.slice(0, 8).trim());
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length + lost).toBe(written);
  // Of the batch of 500 that was too much, what fits is there, too.
  expect(lines.length % 500).toBeGreaterThan(0);
  expect(lines).toEqual(Array.from({ length: lines.length }, (_, index) => `line ${index}`));
});

test("a copy cut in the middle yields what can be read and says so", () => {
  const file = newFile();
  const record = open(file);
  record.run({ runId: "r" });
  for (let index = 0; index < 2_000; index++) {
    record.log(logLine(`line ${index} ${"x".repeat(200)}`));
  }
  record.close();
  const copy = newFile();
  copyFileSync(file, copy);
  truncateSync(copy, Math.floor(statSync(file).size / 2 / 4_096) * 4_096);
  const reader = read(copy);
  expect(reader.run().runId).toBe("r");
  const lines = [...reader.logs()];
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.length).toBeLessThan(2_000);
  expect(reader.damage).toMatch(/malformed/);
});

test("a copy taken while it was written holds a beginning of the whole", () => {
  const file = newFile();
  const record = open(file);
  const copy = newFile();
  for (let index = 0; index < 1_000; index++) {
    record.log(logLine(`line ${index}`));
  }
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  truncateSync(`${copy}-wal`, statSync(`${copy}-wal`).size - 5_000);
  const lines = [...read(copy).logs()].map(({ text }) => text);
  expect(lines).toEqual(Array.from({ length: lines.length }, (_, index) => `line ${index}`));
  expect(lines.length).toBeGreaterThan(0);
});

test("a sealed record is whole without its side files", () => {
  const file = newFile();
  const record = open(file);
  record.event({ atMs: 1, kind: "x", server: null, data: "{}" });
  const copy = newFile();
  sealRecord(file);
  copyFileSync(file, copy);
  expect([...read(copy).events()]).toHaveLength(1);
});

test("a page overwritten in the middle costs its rows alone, and is said", () => {
  const file = newFile();
  const record = open(file);
  record.run({ runId: "r" });
  for (let index = 0; index < 2_000; index++) {
    record.log(logLine(`line ${index} ${"x".repeat(200)}`));
  }
  record.close();
  const whole = readFileSync(file);
  writeFileSync(file, whole.fill(0xff, 60 * 4_096, 62 * 4_096));
  const reader = read(file);
  const lines = [...reader.logs()];
  expect(lines.length).toBeLessThan(2_000);
  expect([reader.run().runId, typeof reader.damage]).toEqual(["r", "string"]);
});
