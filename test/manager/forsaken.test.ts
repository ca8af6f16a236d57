import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { readOwner } from "../../src/controller/index.ts";
import { untilForsaken } from "../../src/manager/forsaken.ts";
import { runningDaemon } from "./daemon-process.ts";

const soon = { timeout: 15_000, interval: 50 };

test("F72 a manager whose runner is gone ends by itself, and its run with the reason; nothing is left", async () => {
  const runner = spawn("sleep", ["60"]);
  await once(runner, "spawn");
  const manager = await runningDaemon({ job: readOwner(runner.pid ?? 0) });
  expect(await manager.left()).not.toEqual([]);
  runner.kill("SIGKILL");
  await expect.poll(() => manager.isThere(), soon).toBe(false);
  expect(await manager.left()).toEqual([]);
  expect(manager.log()).toContain("forsaken: the process that ran the job is gone");
  expect(manager.record()).toMatchObject({
    faultCode: "INTERRUPTED",
    fault: expect.stringContaining("the process that ran the job is gone"),
    exitCode: 130,
  });
});

test("F82 a manager whose folder is removed under it ends by itself, and nothing is left", async () => {
  const manager = await runningDaemon();
  rmSync(manager.folder, { recursive: true });
  await expect.poll(() => manager.isThere(), soon).toBe(false);
  expect(await manager.left()).toEqual([]);
});

test("a lease that has run out ends a manager; until then, and with all its ties, it stays", async () => {
  const ties = { job: readOwner(process.pid), file: import.meta.filename };
  const over = new AbortController();
  const staying = untilForsaken({ ...ties, leaseMs: 3_600_000 }, systemClock, over.signal);
  expect(await untilForsaken({ ...ties, leaseMs: 1 }, systemClock, over.signal)).toMatch(/lease/);
  over.abort();
  await expect(staying).rejects.toThrow();
});

test.each(["rejection", "timer", "listener", "microtask", "no error"])(
  "F66 a bug that comes out as a %s is logged with its place, marks the run, and takes nothing with it",
  async (kind) => {
    const manager = await runningDaemon({ entry: "crashing-daemon.ts" });
    writeFileSync(join(manager.folder, "crash"), kind);
    process.kill(manager.pid, "SIGUSR2");
    await expect.poll(() => manager.isThere(), soon).toBe(false);
    expect(await manager.left()).toEqual([]);
    expect(manager.log()).toMatch(
      kind === "no error"
        ? /crash: provoked/
        : /crash: Error: provoked\n +at .*crashing-daemon\.ts/,
    );
    expect(manager.record()).toMatchObject({
      faultCode: "INTERNAL",
      fault: "The manager crashed: provoked",
      outcome: "broken",
      exitCode: 70,
    });
  },
);

test("F65 a manager that runs out of memory says so in its log, and the reaper removes what it had", async () => {
  const folder = mkdtempSync(join(tmpdir(), "small-node-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const smallNode = join(folder, "node");
  writeFileSync(smallNode, `#!/bin/sh\nexec "${process.execPath}" --max-old-space-size=96 "$@"\n`);
  chmodSync(smallNode, 0o755);
  const manager = await runningDaemon({ entry: "crashing-daemon.ts", execPath: smallNode });
  writeFileSync(join(manager.folder, "crash"), "heap");
  process.kill(manager.pid, "SIGUSR2");
  await expect.poll(() => manager.isThere(), soon).toBe(false);
  await expect.poll(() => manager.left(), soon).toEqual([]);
  expect(manager.log()).toContain("heap out of memory");
  expect(manager.record()).toMatchObject({ endedAtMs: null });
});
