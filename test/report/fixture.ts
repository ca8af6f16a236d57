import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type NewStep,
  openRecord,
  type RecordReader,
  type RecordWriter,
  readRecord,
} from "../../src/record/index.ts";

export const startMs = Date.UTC(2026, 10, 22, 9, 30, 0);

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function newRecord(file = join(temporaryFolder(), "run.db")): {
  readonly record: RecordWriter;
  readonly file: string;
  /** Closes the writer and opens the record for reading until the test ends. */
  readonly read: () => RecordReader;
} {
  const record = openRecord(file, { redact: (text) => text, clock: { nowMs: () => startMs } });
  onTestFinished(() => record.close());
  return {
    record,
    file,
    read() {
      record.close();
      const reader = readRecord(file);
      onTestFinished(() => reader.close());
      return reader;
    },
  };
}

/** A passed call on `server`; say what is different. */
export function step(scenarioId: number, changes: Partial<NewStep> = {}): NewStep {
  return {
    scenarioId,
    position: 0,
    server: "everything",
    verb: "call",
    target: "echo",
    outcome: "passed",
    reason: null,
    faultCode: null,
    blame: null,
    startedAtMs: startMs + 1_000,
    durationMs: 4.2,
    argumentsJson: '{"message":"hello"}',
    resultJson: '{"content":[{"type":"text","text":"Echo: hello"}]}',
    resultBytes: 50,
    line: 12,
    column: 9,
    ...changes,
  };
}
