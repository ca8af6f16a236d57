import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { jobProcessOf } from "../../src/action/job-process.ts";
import { readOwner } from "../../src/controller/index.ts";

test("F72 a run is tied to the runner's worker, and to no shell that runs one step", async () => {
  const folder = mkdtempSync(join(tmpdir(), "job-process-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const pids: number[] = [];
  for (const name of ["Runner.Worker", "sh", "Runner.Worker.old"]) {
    symlinkSync("/bin/sleep", join(folder, name));
    const child = spawn(join(folder, name), ["60"]);
    onTestFinished(() => void child.kill("SIGKILL"));
    await once(child, "spawn");
    pids.push(child.pid ?? 0);
  }
  const [worker = 0, ...others] = pids;
  expect(jobProcessOf(worker)).toBe(readOwner(worker));
  // 0 is the parent of what comes into a container from outside.
  expect([...others, 0].map((pid) => jobProcessOf(pid))).toEqual([null, null, null]);
});
