import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobRequest, JobResult } from "./job.ts";
import { processesOfJob } from "./orphan.ts";
import { runJob } from "./runner.ts";

const probe = join(import.meta.dirname, "fixtures/probe");
let workspace = "";
beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), "workspace-"));
});
afterAll(() => rm(workspace, { recursive: true }));

function run(mode: string, more: Partial<JobRequest> = {}): Promise<JobResult> {
  return runJob({ steps: [{ uses: probe, with: { mode } }], workspace, ...more });
}

test("the official core client's commands and files all arrive", async () => {
  const job = await run("core");
  expect(job.outcome).toBe("success");
  expect(job.outputs).toEqual({ answer: "line one\nline two" });
  expect(job.summary).toBe("# Summary");
  expect(job.annotations).toEqual([
    { level: "error", message: "bad\nthing", file: "a.yml", line: 3, column: 5, title: "Title" },
  ]);
  expect(job.log).toContain("input from the default");
  expect(job.log).toContain("##[group]group\n##[endgroup]");
  expect(job.log).toContain("post of core: kept=for post old=undefined");
  expect(job.log).toContain("env FROM_MAIN=yes");
  expect(job.log).toContain("path /added/to/path");
});

test("a mask covers the forms the runner knows and no others", async () => {
  const job = await run("core");
  expect(job.log).toContain("one *** two");
  expect(job.log).toContain('uri *** json "***"');
  expect(job.log).toContain("xml ***");
  expect(job.log).toMatch(/base64 [A-Za-z0-9+/]{0,4}\*\*\*/);
  expect(job.log).toContain(`hex ${Buffer.from('p&ss"word<1>').toString("hex")}`);
  expect(job.rawLog).toContain('one p&ss"word<1> two');
});

test("older commands count too: on stderr, in mid-line, after white space and carriage returns", async () => {
  const job = await run("legacy");
  expect(job.main?.outputs).toEqual({ v1: "two" });
  expect(job.log).toContain("old=one");
  expect(job.annotations.map(({ level, message }) => `${level} ${message}`)).toEqual([
    "warning trimmed",
    "notice after a carriage return",
    "warning Can't add secret mask for empty string in ##[add-mask] command.",
  ]);
  expect(job.log).toContain("::nonsense::x");
});

test("between stop-commands and its token nothing is carried out, and known names are refused as tokens", async () => {
  const job = await run("stopped");
  expect(job.annotations.map((annotation) => annotation.message)).toEqual([
    "executed",
    "Invalid stop-commands token 'error'.",
    "also executed",
  ]);
  expect(job.log).toContain("::error::not executed");
  expect(job.main?.commandsLeftStopped).toBe(false);
});

test("ten annotations per level are kept, each cut at 4096 characters", async () => {
  const job = await run("flood");
  expect(job.annotations.filter(({ level }) => level === "error")).toHaveLength(10);
  expect(job.main?.droppedAnnotations).toBe(2);
  expect(job.annotations.find(({ level }) => level === "warning")?.message).toHaveLength(4096);
});

test("a summary over 1 MiB is dropped whole, with an error", async () => {
  const job = await run("heavySummary");
  expect(job.main?.summary).toBeNull();
  expect(job.annotations[0]?.message).toContain("supports content up to a size of 1024k");
});

test("an output block without end fails the step", async () => {
  const job = await run("badOutput");
  expect(job.outcome).toBe("failure");
  expect(job.annotations.map(({ message }) => message)).toContain(
    "Matching delimiter not found 'END'",
  );
});

test("NODE_OPTIONS is refused in GITHUB_ENV, other names pass", async () => {
  const job = await run("nodeOptions");
  expect(job.log).toContain("OTHER=fine NODE_OPTIONS=undefined");
});

test("output held open by a child delays the step by the runner's wait, and the child is killed at the end", async () => {
  const job = await run("hold", { times: { heldStdioMs: 400 } });
  expect(job.main?.heldStdio).toBe(true);
  expect(job.main?.durationMs).toBeGreaterThan(400);
  expect(job.orphans).toHaveLength(1);
});

test("a detached child without our output delays nothing, lives until the end of the job, and is killed then", async () => {
  let alive: number[] = [];
  const job = await runJob({
    workspace,
    steps: [
      { uses: probe, with: { mode: "daemon" } },
      { run: async (view) => void (alive = await processesOfJob(view.trackingId)) },
    ],
  });
  expect(job.main?.heldStdio).toBe(false);
  expect(alive).toHaveLength(1);
  expect(job.orphans).toEqual(alive);
});

test("cancelling sends SIGINT, then SIGTERM, then kills; post still runs", async () => {
  const cancel = new AbortController();
  const job = await run("stubborn", {
    cancel: cancel.signal,
    times: { interruptMs: 150, terminateMs: 150 },
    onLine: (line) => void (line === "ready" && cancel.abort()),
  });
  expect(job.outcome).toBe("cancelled");
  expect(job.main?.log).toBe("ready\ngot SIGINT\ngot SIGTERM\n");
  expect(job.main?.signal).toBe("SIGKILL");
  expect(job.post?.log).toContain("post of stubborn");
});

test("a failing main fails the job, skips later steps, and posts run in reverse", async () => {
  const job = await runJob({
    workspace,
    steps: [
      { uses: probe, with: { mode: "core" } },
      { uses: probe, with: { mode: "fail" } },
      { uses: probe, with: { mode: "legacy" } },
    ],
  });
  expect(job.outcome).toBe("failure");
  expect(job.phases.map(({ phase, exitCode }) => `${phase} ${exitCode}`)).toEqual([
    "main 0",
    "main 3",
    "post 0",
    "post 0",
  ]);
  expect(job.phases[2]?.log).toContain("post of fail");
});

test("an input that the action does not declare is named in a warning", async () => {
  const job = await runJob({
    workspace,
    steps: [{ uses: probe, with: { mode: "core", mod: "x" } }],
  });
  expect(job.annotations[0]?.message).toBe(
    "Unexpected input(s) 'mod', valid inputs are ['mode', 'two words']",
  );
});

test("jobs at the same time have folders and tracking ids of their own", async () => {
  const jobs = await Promise.all([run("core"), run("legacy"), run("core")]);
  expect(new Set(jobs.map((job) => job.runnerTemp)).size).toBe(3);
  expect(jobs.map((job) => job.log.includes("kept=for post"))).toEqual([true, false, true]);
});
