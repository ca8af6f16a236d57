import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  openRecord,
  type RecordOptions,
  type RecordReader,
  type RecordWriter,
  readRecord,
} from "../../src/record/index.ts";

export const startMs = 1_000;

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function newFile(): string {
  return join(temporaryFolder(), "run.db");
}

export function open(file: string, options: Partial<RecordOptions> = {}): RecordWriter {
  const record = openRecord(file, {
    redact: (text) => text,
    clock: { nowMs: () => startMs },
    ...options,
  });
  onTestFinished(() => record.close());
  return record;
}

export function read(file: string): RecordReader {
  const reader = readRecord(file);
  onTestFinished(() => reader.close());
  return reader;
}

export function logLine(text: string, server = "a", atMs = 5) {
  return { server, stream: "stderr", atMs, text, bytes: text.length, truncated: false } as const;
}
