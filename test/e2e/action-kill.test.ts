import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { type ResultsService, startResultsService } from "../runner/results-service.ts";
import { download, leftOf, makeWorkspace, runAction, serverSpec } from "./action-harness.ts";
import {
  commandLine,
  environmentOf,
  eventually,
  expectNothingLeft,
  processesNaming,
  savedState,
  stateDirIn,
} from "./action-leftovers.ts";
import { leftBehind } from "./left-behind.ts";

let service: ResultsService;
beforeEach(async () => {
  service = await startResultsService();
});
afterEach(() => service.close());

const echo = { call: "echo", with: { message: "hello" }, expect: { text: "hello" } };
const quick = { scenarios: [{ name: "quick", steps: [echo] }] };
/** One scenario that ends at once, one that would take ten seconds on a server that ignores nothing. */
const slow = {
  servers: { probe: serverSpec(), sleeper: serverSpec() },
  scenarios: [
    { name: "first", server: "probe", steps: [echo] },
    {
      name: "second",
      server: "sleeper",
      steps: [echo, { call: "sleep", with: { ms: 10_000 } }, echo],
    },
  ],
};

let currentRun = "";
test("F60 the manager is killed in the middle of the run: post reports what there was, uploads and removes all", async () => {
  using workspace = makeWorkspace(slow);
  let killed = 0;
  const job = await runAction(workspace, service, {
    keepTemp: true,
    onLine: (line) => {
      if (killed === 0 && /second › call echo/.test(line)) {
        killed =
          processesNaming(currentRun).find((pid) => commandLine(pid).includes("boot.json")) ?? 0;
        process.kill(killed, "SIGKILL");
      }
      currentRun = /^Run ([0-9a-f]{32})/.exec(line)?.[1] ?? currentRun;
    },
  });
  expect(killed).toBeGreaterThan(0);
  expect(job.main?.exitCode).toBe(70);
  expect(job.main?.annotations[0]?.title).toBe("The manager process died during the run");
  expect(job.outputs).toMatchObject({ outcome: "broken", "exit-code": "70" });
  expect(Number(job.outputs["passed"])).toBeGreaterThanOrEqual(1);
  await expectNothingLeft(job);
  expect(job.post?.summary).toContain("died");
  const zip = service.artifacts().find(({ mimeType }) => mimeType === "application/zip");
  expect(zip, job.log).toBeDefined();
  const files = zip === undefined ? new Map<string, string>() : await download(service, zip);
  const report = JSON.parse(files.get("report.json") ?? "{}") as {
    run: { fault: { code: string } };
    scenarios: { name: string; outcome: string; steps: unknown[] }[];
  };
  expect(report.run.fault.code).toBe("MANAGER_DIED");
  expect(report.scenarios.map(({ name }) => name).sort()).toEqual(["first", "second"]);
  expect(report.scenarios.flatMap(({ steps }) => steps).length).toBeGreaterThanOrEqual(1);
  expect(stateDirIn(job.runnerTemp)).toBeUndefined();
  rmSync(join(job.runnerTemp, ".."), { recursive: true });
});

test("F60 the manager is killed between main and post", async () => {
  using workspace = makeWorkspace(quick);
  const job = await runAction(workspace, service, {
    with: { "keep-running": "true" },
    then: (view) => void process.kill(savedState(view).pid, "SIGKILL"),
  });
  await expectNothingLeft(job);
  expect(job.outcome).toBe("success");
  expect(job.post?.summary).toContain("1 of 1 step passed");
  expect(service.artifacts()).toHaveLength(2);
});

test("F63 manager and reaper are both killed: post removes by label", async () => {
  // A server that ended with its stdin would be gone before post.
  using workspace = makeWorkspace({ ...quick, servers: { probe: serverSpec("stubborn") } });
  let before: string[] = [];
  const job = await runAction(workspace, service, {
    with: { "keep-running": "true", upload: "false" },
    then: async (view) => {
      const { runId, pid } = savedState(view);
      const reapers = processesNaming(runId).filter((found) => found !== pid);
      expect(reapers.length).toBeGreaterThan(0);
      for (const found of [...reapers, pid]) {
        process.kill(found, "SIGKILL");
      }
      before = await leftOf(runId);
    },
  });
  expect(before.length).toBeGreaterThan(0);
  expect(job.post?.log).toMatch(/Removed \d+ objects?/);
  await expectNothingLeft(job);
});

test("F64 a frozen manager gets five seconds, then it is killed", async () => {
  using workspace = makeWorkspace(quick);
  const job = await runAction(workspace, service, {
    with: { "keep-running": "true", upload: "false" },
    then: (view) => void process.kill(savedState(view).pid, "SIGSTOP"),
  });
  expect(job.post?.durationMs).toBeGreaterThan(5_000);
  expect(job.post?.durationMs).toBeLessThan(20_000);
  await expectNothingLeft(job);
});

describe("F67 cancelled at", () => {
  test.each([
    ["the first line", /^Docker MCP Manager/],
    ["the start of the run", /^Run [0-9a-f]{32}/],
    ["the first progress", /probe|sleeper/],
    ["a call", /second › call echo/],
    ["the upload", /Beginning upload/],
  ])("F67 %s: main ends within five seconds of SIGINT, post does the rest", async (_, moment) => {
    using workspace = makeWorkspace(String(moment).includes("upload") ? quick : slow);
    service.misbehave((route) =>
      route.startsWith("PUT") && !cancel.signal.aborted ? { delayMs: 2_000 } : undefined,
    );
    const cancel = new AbortController();
    let cancelledAt = 0;
    const job = await runAction(workspace, service, {
      cancel: cancel.signal,
      // At SIGTERM main would end with 143.
      times: { interruptMs: 5_000, terminateMs: 1_000 },
      onLine: (line) => {
        if (cancelledAt === 0 && moment.test(line)) {
          cancelledAt = systemClock.monotonicMs();
          cancel.abort();
        }
      },
    });
    expect(cancelledAt).toBeGreaterThan(0);
    expect(job.outcome).toBe("cancelled");
    expect(job.main?.signal).toBeNull();
    expect(job.main?.exitCode).toBe(130);
    expect(job.annotations.filter(({ level }) => level === "error")).toEqual([]);
    await expectNothingLeft(job);
  });
});

describe("F68 SIGINT, SIGTERM and SIGKILL follow each other when there is", () => {
  const moments: [string, (runnerTemp: string) => Promise<boolean> | boolean][] = [
    ["a process", () => true],
    ["the run's folder", (runnerTemp) => stateDirIn(runnerTemp) !== undefined],
    [
      "the manager's boot file",
      (runnerTemp) => existsSync(join(stateDirIn(runnerTemp) ?? "", "boot.json")),
    ],
    ["a record", (runnerTemp) => existsSync(join(stateDirIn(runnerTemp) ?? "", "report/run.db"))],
    [
      "a container",
      async (runnerTemp) =>
        (await leftBehind(stateDirIn(runnerTemp)?.slice(-32) ?? "none")).length > 0,
    ],
  ];
  test.each(moments)("F68 %s: post leaves nothing", async (_, reached) => {
    using workspace = makeWorkspace(slow);
    const cancel = new AbortController();
    const job = await runAction(workspace, service, {
      with: { upload: "false" },
      cancel: cancel.signal,
      times: { interruptMs: 10, terminateMs: 10 },
      onStart: (pid, phase) => {
        if (phase === "main") {
          const { RUNNER_TEMP: runnerTemp = "" } = environmentOf(pid);
          void eventually(() => reached(runnerTemp), Boolean, 30_000, 3).then(() => cancel.abort());
        }
      },
    });
    expect(job.outcome).toBe("cancelled");
    await expectNothingLeft(job);
  });
});
