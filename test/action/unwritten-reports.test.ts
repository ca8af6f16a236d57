import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { publish } from "../../src/action/publish.ts";
import { reportDirOf } from "../../src/action/run-state.ts";
import { openRecord, type RecordWriter } from "../../src/record/index.ts";

const state = {
  runId: "0".repeat(32),
  owner: null,
  pid: null,
  url: null,
  token: "",
  artifactName: "",
  retentionDays: 1,
  upload: false,
  summary: false,
  annotations: false,
  cancelled: false,
  published: false,
};

/** Publishes a record in a folder that takes no `report.html`. */
async function publishUnwritten(fill: (record: RecordWriter) => void) {
  const stateDir = mkdtempSync(join(tmpdir(), "unwritten-"));
  onTestFinished(() => rmSync(stateDir, { recursive: true }));
  const reportDir = reportDirOf(stateDir);
  mkdirSync(join(reportDir, "report.html", "in-the-way"), { recursive: true });
  const clock = { nowMs: () => 1 };
  const record = openRecord(join(reportDir, "run.db"), { redact: (text) => text, clock });
  record.run({ runId: state.runId });
  fill(record);
  record.close();
  return publish({ state, stateDir, environment: {} });
}

test("F12 reports that cannot be written are told once, with the cause, and the report is there to be shown", async () => {
  const { report, unwritten, warnings } = await publishUnwritten(() => undefined);
  expect(report?.run.id).toBe(state.runId);
  expect(unwritten).toMatchObject({ code: "RECORD_UNWRITABLE", blame: "environment", exitCode: 4 });
  expect(warnings).toEqual([expect.stringMatching(/report\.html could not be written: EISDIR/)]);
});

test("F11 what has ended the run is its fault, and not told again for the reports", async () => {
  const { report, warnings } = await publishUnwritten((record) =>
    record.run({ fault: "run.db could not be written", faultCode: "RECORD_UNWRITABLE" }),
  );
  expect(report?.run.fault).toMatchObject({ code: "RECORD_UNWRITABLE" });
  expect(warnings).toEqual([]);
});
