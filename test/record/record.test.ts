import { expect, test } from "vitest";
import type { RecordReader, StepRow } from "../../src/record/index.ts";
import { logLine, newFile, open, read, startMs } from "./fixture.ts";

const sample = {
  server: "a",
  atMs: 7,
  cpuMs: 1.5,
  cpuPercent: null,
  memoryBytes: 10,
  memoryLimitBytes: 20,
  rxBytes: 1,
  txBytes: 2,
  pids: 3,
};
const step: Omit<StepRow, "id"> = {
  scenarioId: 1,
  position: 0,
  server: "a",
  verb: "call",
  target: "echo",
  outcome: "failed",
  reason: "no",
  faultCode: null,
  blame: "server",
  startedAtMs: 3,
  durationMs: 4.5,
  argumentsJson: "{}",
  resultJson: null,
  resultBytes: 0,
  phase: "teardown",
  rowLabel: "row 2",
  attempts: 5,
  attemptsPassed: 2,
  note: "2 of 5 attempts passed",
  line: 1,
  column: 2,
};
const finding = {
  server: "a",
  code: "c",
  severity: "error",
  message: "m",
  reference: "MCP 2025-11-25, server/tools",
  atMs: 1,
  stepId: 1,
} as const;
const verdict = {
  place: "text",
  predicate: "equals",
  ok: false,
  expected: "1",
  actual: "2",
  line: null,
  column: null,
};

test("what is written is read back, row by row", () => {
  const file = newFile();
  const record = open(file);
  record.run({ runId: "r", runFile: "f.yml" });
  record.server("a", { template: "npm", oomKilled: false });
  record.server("a", { readyMs: 12.5 });
  record.transition({ server: "a", atMs: 4, state: "failed", reason: "why" });
  record.log(logLine("one"));
  const message = { server: "a", direction: "sent", atMs: 6, text: "{}", bytes: 2 } as const;
  record.wire({ ...message, own: true, truncated: true });
  record.wire({ ...message, truncated: false });
  record.sample(sample);
  const scenario = record.beginScenario({
    name: "s",
    servers: "a",
    tags: "slow,nightly",
    revision: "legacy",
    trials: 3,
    line: 3,
    column: 4,
  });
  expect(record.step({ ...step, scenarioId: scenario }, [verdict])).toBe(1);
  record.endScenario(scenario, { outcome: "failed", durationMs: 9, trialsPassed: 2 });
  record.finding(finding);
  record.event({ atMs: 1, kind: "audit", server: null, data: "{}" });
  record.event({ atMs: 2, kind: "phase", server: "a", data: "1" });
  record.close();

  const reader = read(file);
  expect(reader.run()).toMatchObject({
    runId: "r",
    runFile: "f.yml",
    startedAtMs: startMs,
    endedAtMs: null,
    outcome: null,
  });
  expect(reader.servers()).toHaveLength(1);
  expect(reader.servers()[0]).toMatchObject({
    name: "a",
    template: "npm",
    readyMs: 12.5,
    oomKilled: false,
    state: "failed",
    reason: "why",
    exitCode: null,
    stdoutBytes: 0,
  });
  expect(reader.transitions("a")).toEqual([
    { server: "a", atMs: 4, state: "failed", reason: "why" },
  ]);
  expect(reader.transitions("b")).toEqual([]);
  expect([...reader.logs()]).toEqual([{ id: 1, ...logLine("one") }]);
  expect([...reader.wire()]).toEqual([
    { ...message, id: 1, own: true, truncated: true },
    { ...message, id: 2, own: false, truncated: false },
  ]);
  expect([...reader.samples("a")]).toEqual([sample]);
  expect(reader.scenarios()).toEqual([
    {
      id: 1,
      name: "s",
      servers: "a",
      tags: "slow,nightly",
      revision: "legacy",
      trials: 3,
      trialsPassed: 2,
      outcome: "failed",
      reason: null,
      startedAtMs: null,
      durationMs: 9,
      line: 3,
      column: 4,
    },
  ]);
  expect(reader.steps()).toEqual([{ id: 1, ...step }]);
  expect(reader.verdicts()).toEqual([{ stepId: 1, ...verdict }]);
  expect(reader.findings()).toEqual([finding]);
  expect([...reader.events("audit")]).toEqual([
    { atMs: 1, kind: "audit", server: null, data: "{}" },
  ]);
  expect([...reader.events()]).toHaveLength(2);
  expect([reader.count("log", "a"), reader.count("log", "b"), reader.damage]).toEqual([1, 0, null]);
});

test("every free text is redacted on its way in, words of ours are not", () => {
  const file = newFile();
  const record = open(file, { redact: (text) => text.replaceAll(/s3cret|failed|stderr/g, "***") });
  const secret = "a s3cret b";
  record.run({ runFileText: secret, fault: secret, outcome: "failed" });
  record.server("a", { reason: secret, isolation: secret });
  record.log(logLine(secret));
  record.wire({
    server: "a",
    direction: "sent",
    atMs: 6,
    text: secret,
    bytes: 2,
    truncated: false,
  });
  const scenario = record.beginScenario({
    name: secret,
    servers: secret,
    line: null,
    column: null,
  });
  record.step(
    { ...step, target: secret, reason: secret, argumentsJson: secret, resultJson: secret },
    [{ ...verdict, expected: secret, actual: secret, place: secret }],
  );
  record.endScenario(scenario, { reason: secret });
  record.finding({
    server: "a",
    code: "c",
    severity: "error",
    message: secret,
    atMs: 1,
    stepId: null,
  });
  record.event({ atMs: 1, kind: "x", server: null, data: secret });
  record.close();
  const reader = read(file);
  const all = JSON.stringify([
    reader.run(),
    reader.servers(),
    [...reader.logs()],
    [...reader.wire()],
    reader.scenarios(),
    reader.steps(),
    reader.verdicts(),
    reader.findings(),
    [...reader.events()],
  ]);
  expect(all).not.toContain("s3cret");
  expect(all.match(/a \*\*\* b/g)).toHaveLength(18);
  expect(reader.run().outcome).toBe("failed");
  expect([...reader.logs()][0]?.stream).toBe("stderr");
});

test("any text comes back as it was, but for halves of a surrogate pair", () => {
  const file = newFile();
  const record = open(file);
  const texts = ["", "a\u0000b", "\u001b[0m\r\n\u2028", "日本 😀", "x".repeat(1_000_000)];
  texts.map((text) => record.log(logLine(text)));
  record.log(logLine("\ud800"));
  record.close();
  expect([...read(file).logs()].map(({ text }) => text)).toEqual([...texts, "\ufffd"]);
});

test("numbers that are none do not cost the rows around them", () => {
  const file = newFile();
  const record = open(file);
  record.sample({ ...sample, cpuMs: Number.NaN, memoryBytes: 10.4 });
  record.log(logLine("after"));
  record.close();
  const reader = read(file);
  expect([...reader.samples()]).toEqual([{ ...sample, cpuMs: 0 }]);
  expect([...reader.logs()]).toHaveLength(1);
});

test("logs wait for their batch, a step takes what is buffered with it, in order", () => {
  const file = newFile();
  const record = open(file);
  const reader = read(file);
  record.log(logLine("buffered"));
  expect([...reader.logs()]).toEqual([]);
  record.step(step, []);
  expect([...reader.logs()].map(({ text }) => text)).toEqual(["buffered"]);
  for (let index = 0; index < 500; index++) {
    record.log(logLine(String(index)));
  }
  expect([...reader.logs({ tail: 1 })].map(({ text }) => text)).toEqual(["499"]);
});

test("buffered rows are committed within the batch time", async () => {
  const file = newFile();
  const record = open(file);
  record.log(logLine("late"));
  const reader = read(file);
  await expect.poll(() => [...reader.logs()].length, { interval: 5, timeout: 5_000 }).toBe(1);
});

test("logs are found by server, stream, time, pattern, tail and what came before", () => {
  const file = newFile();
  const record = open(file);
  for (let index = 0; index < 10; index++) {
    record.log(logLine(`line ${index}`, index % 2 === 0 ? "a" : "b", index));
  }
  record.log({ ...logLine("line out"), stream: "stdout", atMs: 99 });
  record.close();
  const reader = read(file);
  const texts = (query: Parameters<RecordReader["logs"]>[0]) =>
    [...reader.logs(query)].map(({ text }) => text.slice(5));
  expect(texts({ server: "b" })).toEqual(["1", "3", "5", "7", "9"]);
  expect(texts({ stream: "stdout" })).toEqual(["out"]);
  expect(texts({ sinceMs: 8 })).toEqual(["8", "9", "out"]);
  expect(texts({ grep: /[3-6]$/g })).toEqual(["3", "4", "5", "6"]);
  expect(texts({ tail: 2 })).toEqual(["9", "out"]);
  expect(texts({ tail: 2, grep: /[3-6]/, server: "a" })).toEqual(["4", "6"]);
  expect(texts({ tail: 0 })).toEqual([]);
  expect(texts({ afterId: 9 })).toEqual(["9", "out"]);
});

test("a record can be written on after it was closed", () => {
  const file = newFile();
  const first = open(file);
  first.beginScenario({ name: "one", servers: "", line: null, column: null });
  first.close();
  const second = open(file);
  expect(second.beginScenario({ name: "two", servers: "", line: null, column: null })).toBe(2);
  second.close();
  expect(read(file).scenarios()).toHaveLength(2);
});
