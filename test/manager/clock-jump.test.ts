import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { readRecord } from "../../src/record/index.ts";
import { buildReport, reportHtml } from "../../src/report/index.ts";
import { context } from "./lifecycle.ts";
import { faulty, openManager, outcomes, runRequest } from "./play.ts";

const hour = 3_600_000;
const jumps = [0, hour, -2 * hour, 24 * hour, -hour];

/** The time of day is another each time it is asked for; durations go on as ever. */
function jumping() {
  let asked = 0;
  return {
    ...systemClock,
    nowMs() {
      asked += 1;
      return systemClock.nowMs() + (jumps[asked % jumps.length] ?? 0);
    },
  };
}

/** Every duration of a report, with its place: names that end in Ms, and are no point in time. */
function durationsIn(value: unknown, place = ""): readonly (readonly [string, number])[] {
  if (typeof value !== "object" || value === null) {
    return typeof value === "number" && place.endsWith("Ms") && !/[aA]tMs$/.test(place)
      ? [[place, value]]
      : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => durationsIn(inner, `${place}.${key}`));
}

test("F85 a clock that jumps back and forth changes no verdict, no order, no wait and no duration", async () => {
  const startMs = performance.now();
  const { manager, workspace, recordFile } = openManager([], jumping());
  const request = runRequest(
    `version: 1
servers:
${faulty(
  "srv",
  "ok",
  "health: { interval: 200ms, timeout: 2s, failures: 1 }",
  "restart: { when: on-failure, steady: 1m }",
  "idle: { window: 300ms }",
)}
scenarios:
  - name: one
    server: srv
    steps:
      - { call: echo, with: { message: hello }, expect: { duration: { below: 20s } } }
      - { call: sleep, with: { ms: 500 }, timeout: 20s }
      - { pause: true }
      - { unpause: true }
      - { kill: SIGKILL }
      - { start: true }
      - { ping: true, timeout: 20s }
`,
    workspace,
  );
  const summary = await manager.runScenarios(request, context);
  await manager.shutdown();
  using record = readRecord(recordFile);
  expect(summary).toMatchObject({ outcome: "passed", fault: null });
  expect(outcomes(record).filter((line) => !line.endsWith("passed"))).toEqual([]);
  const up = ["building", "creating", "starting", "ready"];
  expect([...record.transitions("srv")].map(({ state }) => state)).toEqual([
    ...up,
    "paused",
    "ready",
    "stopped",
    ...up,
    "stopping",
    "stopped",
  ]);
  expect(record.findings()).toEqual([]);
  const tookMs = performance.now() - startMs;
  expect(tookMs).toBeLessThan(40_000);
  const report = buildReport(record);
  // That of the run is told by the time of day, for people; it is not below nothing.
  expect(report.run.durationMs).toBeGreaterThanOrEqual(0);
  const durations = durationsIn({ servers: report.servers, scenarios: report.scenarios });
  expect(durations.length).toBeGreaterThan(10);
  expect(durations.filter(([, ms]) => ms < 0 || ms > tookMs)).toEqual([]);
  expect(reportHtml(report, record)).not.toMatch(/[ >][-−]\d+(?:\.\d+)? (?:ms|s|min|h)\b/);
});
