import { join } from "node:path";
import { expect, test } from "vitest";
import { readRecord } from "../../src/record/index.ts";
import { processesNaming } from "./action-leftovers.ts";
import { createWorkspace, faultyServer, type Workspace } from "./cli.ts";
import { leftBehind } from "./left-behind.ts";

// Four layers remove what a run made, and each is to be enough alone. The third, post, is shown by F63 of
// action-kill.test.ts, where manager and reaper are both killed.

/** A server that would outlive its manager: it ends neither with its stdin nor on SIGTERM. */
const stubborn = faultyServer("one", "ignores-eof-and-sigterm", [
  "stop: { eof: 200ms, sigterm: 200ms }",
  "checks: { exit_on_eof: false, exit_on_sigterm: false }",
]);
function runFile(steps: string): string {
  return `version: 1\nservers:\n${stubborn}\nscenarios:\n  - name: one\n    server: one\n    steps: [${steps}]\n`;
}
const waiting = runFile("{ ping: true }, { call: sleep, with: { ms: 60000 }, timeout: 2m }");

function runIdIn(workspace: Workspace): string {
  using record = readRecord(join(workspace.folder, "docker-mcp-manager-report", "run.db"));
  return record.run().runId;
}

function killReaperOf(runId: string): void {
  const reapers = processesNaming(runId);
  expect(reapers).toHaveLength(1);
  for (const pid of reapers) {
    process.kill(pid, "SIGKILL");
  }
}

/** Runs until the first ping has passed, then does something to it, once. */
async function runUntilPing(
  workspace: Workspace,
  text: string,
  act: (runId: string, kill: (signal: NodeJS.Signals) => void) => void,
) {
  workspace.write("mcp-manager.yml", text);
  let done = false;
  return workspace.cli(["run"], {
    onOutput(soFar, kill) {
      if (!done && soFar.includes("one › ping")) {
        done = true;
        act(runIdIn(workspace), kill);
      }
    },
  });
}

test("1: the manager's own teardown leaves nothing, without a reaper or anything that comes after it", async () => {
  using workspace = createWorkspace("source");
  let runId = "";
  await runUntilPing(workspace, runFile("{ ping: true }, { list: tools }"), (id) => {
    runId = id;
    killReaperOf(id);
  });
  expect(await leftBehind(runId)).toEqual([]);
});

test("F60 2: the reaper removes everything of a manager that was killed, and nobody else has to come", async () => {
  using workspace = createWorkspace("source");
  const { signal } = await runUntilPing(workspace, waiting, (_, kill) => {
    kill("SIGKILL");
  });
  expect(signal).toBe("SIGKILL");
  const runId = runIdIn(workspace);
  await expect.poll(() => leftBehind(runId), { timeout: 10_000, interval: 20 }).toEqual([]);
});

test("F72 4: where manager and reaper died and no post ever came, the next run's start removes everything", async () => {
  using workspace = createWorkspace("source");
  await runUntilPing(workspace, waiting, (runId, kill) => {
    killReaperOf(runId);
    kill("SIGKILL");
  });
  // What it left stays until a run starts: this one, or that of a test beside it.
  const dead = runIdIn(workspace);
  using next = createWorkspace("source");
  const wanted = runFile("{ ping: true }").replace("ignores-eof-and-sigterm", "ok");
  await runUntilPing(next, wanted, () => undefined);
  expect(await leftBehind(dead)).toEqual([]);
});
