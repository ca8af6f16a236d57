import { describe, expect, test } from "vitest";
import type { RecordWriter, ScenarioRow, StepRow } from "../../src/record/index.ts";
import { buildReport, judgeRun } from "../../src/report/index.ts";
import { newRecord, startMs, step } from "./fixture.ts";

function scenario(
  record: RecordWriter,
  outcome: ScenarioRow["outcome"],
  ...steps: readonly Partial<StepRow>[]
): void {
  const id = record.beginScenario({ name: "s", servers: "a", line: 1, column: 1 });
  for (const [position, changes] of steps.entries()) {
    record.step(step(id, { position, ...changes }), []);
  }
  record.endScenario(id, { outcome });
}

const finding = { server: "a", code: "c", message: "m", atMs: 1, stepId: null } as const;

test.for<[string, (record: RecordWriter) => void, object]>([
  [
    "all steps passed",
    (record) => scenario(record, "passed", {}, {}),
    { outcome: "passed", exitCode: 0, faultCode: null },
  ],
  [
    "an expectation is false",
    (record) => scenario(record, "failed", {}, { outcome: "failed" }),
    { outcome: "failed", exitCode: 1 },
  ],
  [
    "the last step's fault was ours",
    (record) =>
      scenario(
        record,
        "broken",
        { outcome: "failed" },
        { outcome: "broken", faultCode: "INTERNAL" },
      ),
    { outcome: "failed", exitCode: 70 },
  ],
  [
    "a server never became ready",
    (record) => scenario(record, "broken", { outcome: "broken", faultCode: "SERVER_NOT_READY" }),
    { outcome: "broken", exitCode: 3 },
  ],
  [
    "a scenario was broken before its first step, by a server that never was ready",
    (record) => {
      record.server("a", { state: "failed" });
      scenario(record, "broken");
    },
    { outcome: "broken", exitCode: 3 },
  ],
  [
    "the engine failed in the middle",
    (record) =>
      scenario(record, "broken", {}, { outcome: "broken", faultCode: "ENGINE_UNRESPONSIVE" }),
    { outcome: "broken", exitCode: 4 },
  ],
  [
    "a code that this version does not know",
    (record) => scenario(record, "broken", { outcome: "broken", faultCode: "FROM_THE_FUTURE" }),
    { outcome: "broken", exitCode: 70 },
  ],
  [
    "the run timed out",
    (record) => {
      scenario(record, "passed", {});
      record.run({ fault: "took too long", faultCode: "RUN_TIMED_OUT" });
    },
    { outcome: "broken", exitCode: 6, faultCode: "RUN_TIMED_OUT" },
  ],
  [
    "it was interrupted",
    (record) => record.run({ fault: "x", faultCode: "INTERRUPTED" }),
    { outcome: "broken", exitCode: 130 },
  ],
  [
    "the run file was invalid",
    (record) => record.run({ fault: "x", faultCode: "RUN_FILE_INVALID" }),
    { outcome: "broken", exitCode: 2 },
  ],
  [
    "an error was found",
    (record) => {
      scenario(record, "passed", {});
      record.finding({ ...finding, severity: "error" });
    },
    { outcome: "failed", exitCode: 1 },
  ],
  [
    "only warnings were found",
    (record) => {
      scenario(record, "passed", {});
      record.finding({ ...finding, severity: "warning" });
    },
    { outcome: "passed", exitCode: 0 },
  ],
  [
    "something was left behind after a good run",
    (record) => {
      scenario(record, "passed", {});
      record.run({ faultCode: "LEFT_BEHIND" });
    },
    { outcome: "failed", exitCode: 7, faultCode: "LEFT_BEHIND" },
  ],
  [
    "something was left behind after a failed run",
    (record) => {
      scenario(record, "failed", { outcome: "failed" });
      record.run({ faultCode: "LEFT_BEHIND" });
    },
    { outcome: "failed", exitCode: 1 },
  ],
])("%s", ([, fill, judgement]) => {
  const { record, read } = newRecord();
  record.run({ runFile: "mcp-manager.yml" });
  fill(record);
  expect(judgeRun(read())).toMatchObject(judgement);
});

describe("nothing tested is never passed", () => {
  test.for<[string, (record: RecordWriter) => void]>([
    ["no scenario", () => undefined],
    ["a scenario without steps that says it passed", (record) => scenario(record, "passed")],
    ["every step skipped", (record) => scenario(record, "skipped", { outcome: "skipped" })],
  ])("%s", ([, fill]) => {
    const { record, read } = newRecord();
    record.run({
      runFile: "mcp-manager.yml",
      endedAtMs: startMs + 1,
      outcome: "passed",
      exitCode: 0,
    });
    fill(record);
    const report = buildReport(read());
    expect(report.run).toMatchObject({
      outcome: "broken",
      exitCode: 2,
      fault: { code: "NOTHING_TO_TEST" },
    });
    expect(report.verdict).toMatch(/^Nothing was tested/);
  });

  test("a manager that only served its tools is skipped, not passed", () => {
    expect(judgeRun(newRecord().read())).toMatchObject({ outcome: "skipped", exitCode: 0 });
  });
});

test("totals count steps, and a scenario without any as one", () => {
  const { record, read } = newRecord();
  scenario(record, "failed", {}, { outcome: "failed" }, { outcome: "skipped" });
  scenario(record, "broken");
  record.finding({ ...finding, severity: "info" });
  expect(judgeRun(read()).totals).toEqual({
    passed: 1,
    failed: 1,
    broken: 1,
    skipped: 1,
    findings: 1,
  });
});

describe("F60 a record without an end is that of a manager that died", () => {
  test("every step so far is kept, unfinished scenarios are broken with the reason", () => {
    const { record, read } = newRecord();
    record.run({ runFile: "mcp-manager.yml" });
    scenario(record, "passed", {});
    const half = record.beginScenario({
      name: "half",
      servers: "a",
      line: 1,
      column: 1,
      startedAtMs: startMs,
    });
    record.step(step(half, { startedAtMs: startMs + 2_000, durationMs: 500 }), []);
    record.beginScenario({ name: "never", servers: "a", line: 1, column: 1 });
    const report = buildReport(read());
    expect(report.run).toMatchObject({
      outcome: "broken",
      exitCode: 70,
      endedAtMs: null,
      durationMs: 2_500,
      fault: { code: "MANAGER_DIED" },
    });
    expect(
      report.scenarios.map(({ outcome, reason, steps }) => [outcome, reason, steps.length]),
    ).toEqual([
      ["passed", null, 1],
      ["broken", "the manager died before it was finished", 1],
      ["broken", "the manager died before it began", 0],
    ]);
    expect(report.totals.steps.passed).toBe(2);
    expect(report.verdict).toMatch(/^The manager process died/);
  });

  test("a fault that was recorded before it died is the cause", () => {
    const { record, read } = newRecord();
    record.run({ runFile: "f.yml", fault: "no socket", faultCode: "ENGINE_NOT_RUNNING" });
    expect(buildReport(read()).run).toMatchObject({ exitCode: 4, fault: { message: "no socket" } });
  });
});

test("what the manager judged stands", () => {
  const { record, read } = newRecord();
  scenario(record, "passed", {});
  record.run({ endedAtMs: startMs + 9, outcome: "failed", exitCode: 5 });
  expect(buildReport(read()).run).toMatchObject({ outcome: "failed", exitCode: 5, durationMs: 9 });
});

test("a server's summary counts over a restart and keeps peaks", () => {
  const { record, read } = newRecord();
  record.server("a", {});
  const sample = {
    server: "a",
    cpuPercent: 1,
    memoryLimitBytes: 99,
    rxBytes: 0,
    txBytes: 0,
    pids: 1,
  };
  for (const [index, cpuMs] of [10, 30, 5, 8].entries()) {
    record.sample({
      ...sample,
      atMs: index,
      cpuMs,
      memoryBytes: index === 1 ? 50 : 10,
      pids: index,
    });
  }
  for (let index = 0; index < 1_000; index++) {
    record.sample({ ...sample, atMs: 10 + index, cpuMs: 8, memoryBytes: index === 777 ? 80 : 1 });
  }
  const [server] = buildReport(read()).servers;
  expect(server).toMatchObject({
    cpuMs: 38,
    peakMemoryBytes: 80,
    memoryLimitBytes: 99,
    peakPids: 3,
    samples: 1_004,
  });
  expect(server?.series).toHaveLength(120);
  expect(Math.max(...(server?.series ?? []).map((point) => point.memoryBytes))).toBe(80);
});
