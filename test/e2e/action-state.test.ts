import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { processesOfJob } from "../runner/orphan.ts";
import { type ResultsService, startResultsService } from "../runner/results-service.ts";
import { leftOf, makeWorkspace, runAction, serverSpec } from "./action-harness.ts";
import { expectNothingLeft, savedState, stateDirIn } from "./action-leftovers.ts";

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

let currentSlow = "";
test("F73 two jobs at once on one engine do not see each other", async () => {
  using one = makeWorkspace(quick);
  using two = makeWorkspace(slow);
  let seen: string[] = [];
  const cancel = new AbortController();
  const kept = runAction(two, service, {
    with: { "artifact-name": "two" },
    cancel: cancel.signal,
    onLine: (line) => {
      currentSlow = /^Run ([0-9a-f]{32})/.exec(line)?.[1] ?? currentSlow;
    },
  });
  const first = await runAction(one, service, { with: { "artifact-name": "one" } });
  seen = await leftOf(currentSlow);
  cancel.abort();
  const second = await kept;
  expect(first.outcome, first.log).toBe("success");
  expect(first.outputs["passed"]).toBe("1");
  // What the first job's post removed was its own.
  expect(seen.length).toBeGreaterThan(0);
  await expectNothingLeft(first);
  await expectNothingLeft(second);
});

test("F82 A52 RUNNER_TEMP is emptied in the middle of the job: until then nobody else could enter it, and all is removed", async () => {
  using workspace = makeWorkspace({ ...quick, servers: { probe: serverSpec("stubborn") } });
  let before: string[] = [];
  let open: string[] = [];
  const job = await runAction(workspace, service, {
    with: { "keep-running": "true", upload: "false" },
    then: async ({ runnerTemp, states }) => {
      const runId = states[0]?.get("runId") ?? "";
      const stateDir = stateDirIn(runnerTemp) ?? "";
      before = await leftOf(runId);
      open = [...ownIn(tmpdir(), runId), stateDir, ...filesIn(stateDir)].filter(
        (path) => (statSync(path).mode & 0o077) !== 0,
      );
      rmSync(stateDir, { recursive: true });
    },
  });
  expect(open).toEqual([]);
  expect(before.length).toBeGreaterThan(0);
  expect(job.post?.annotations.map(({ message }) => message)).toEqual([
    expect.stringContaining("is gone"),
  ]);
  await expectNothingLeft(job);
});

function ownIn(folder: string, runId: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.includes(runId))
    .map((name) => join(folder, name));
}

function filesIn(folder: string): readonly string[] {
  return ["state.json", "boot.json", "report/manager.log"].map((name) => join(folder, name));
}

describe("F75 A07 post trusts no state", () => {
  test("F75 no state at all is a quiet success", async () => {
    using workspace = makeWorkspace(undefined);
    const job = await runAction(workspace, service);
    expect(job.post?.exitCode).toBe(0);
    expect(job.post?.log).toBe("");
    expect(job.post?.annotations).toEqual([]);
  });

  test.each([
    ["truncated", (path: string) => writeFileSync(path, "")],
    ["not JSON", (path: string) => writeFileSync(path, "{")],
    ["deleted", (path: string) => rmSync(path)],
  ])(
    "F75 a state file that is %s: everything is removed by label, with one warning",
    async (_, spoil) => {
      using workspace = makeWorkspace(quick);
      const job = await runAction(workspace, service, {
        with: { "keep-running": "true" },
        then: ({ runnerTemp }) => spoil(join(stateDirIn(runnerTemp) ?? "", "state.json")),
      });
      expect(job.post?.annotations.map(({ level }) => level)).toEqual(["warning"]);
      await expectNothingLeft(job);
    },
  );

  test("A07 a forged pid in the state is not signalled, and the run is removed all the same", async () => {
    using workspace = makeWorkspace(quick);
    const bystander = execFileSync("sh", ["-c", "sleep 60 >/dev/null 2>&1 & echo $!"])
      .toString()
      .trim();
    const job = await runAction(workspace, service, {
      with: { "keep-running": "true", upload: "false" },
      then: (view) => {
        const path = join(stateDirIn(view.runnerTemp) ?? "", "state.json");
        const state = savedState(view);
        process.kill(state.pid, "SIGKILL");
        writeFileSync(path, JSON.stringify({ ...state, pid: Number(bystander) }));
      },
    });
    expect(existsSync(`/proc/${bystander}`)).toBe(true);
    process.kill(Number(bystander), "SIGKILL");
    await expectNothingLeft(job);
  });

  test("A07 forged saved state that names another run's id touches nothing of that run", async () => {
    using one = makeWorkspace(quick);
    using two = makeWorkspace(quick);
    let other: string[] = [];
    const job = await runAction(one, service, {
      with: { "keep-running": "true", upload: "false" },
      then: async (view) => {
        const { runId } = savedState(view);
        const forged = await runAction(two, service, {
          with: { upload: "false" },
          then: ({ states }) => void states[0]?.set("runId", runId),
        });
        other = await leftOf(runId);
        expect(forged.post?.annotations.map(({ message }) => message)).toEqual([
          expect.stringContaining("cannot be used"),
        ]);
        expect(await processesOfJob(view.trackingId)).toContain(savedState(view).pid);
      },
    });
    expect(other.length).toBeGreaterThan(0);
    await expectNothingLeft(job);
  });
});
