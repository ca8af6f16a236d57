import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRecord } from "../../src/record/index.ts";
import { annotations, buildReport } from "../../src/report/index.ts";
import { createWorkspace, faultyServer, programs, type Workspace } from "./cli.ts";
import { leftBehind } from "./left-behind.ts";

/** The disk is one of this process and what it starts; what is on it afterwards is copied to `kept`. */
const script = `mount -t tmpfs -o "$1" tmpfs docker-mcp-manager-report || exit 99
shift; "$@"; code=$?
cp docker-mcp-manager-report/run.db* kept; exit $code`;

async function runOnDisk(workspace: Workspace, options: string) {
  for (const name of ["docker-mcp-manager-report", "kept"]) {
    mkdirSync(join(workspace.folder, name));
  }
  const command = [process.execPath, programs.source, "run"];
  const own = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive", "--preserve-env"];
  const inside = ["unshare", "--mount", "sh", "-c", script, "sh", options, ...command];
  const [program = "", ...args] = [...own, ...inside];
  const child = spawn(program, args, { cwd: workspace.folder });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = await new Promise<number | null>((resolve) => child.on("close", resolve));
  using reader = readRecord(join(workspace.folder, "kept", "run.db"));
  return {
    exitCode,
    stdout,
    stderr,
    run: reader.run(),
    passed: reader.steps().filter(({ outcome }) => outcome === "passed").length,
    told: annotations(buildReport(reader)).map(({ level, message }) => `${level}: ${message}`),
  };
}

function bigCalls(count: number, bytes: number): string {
  return `version: 1
servers:
${faultyServer("one", "ok")}
scenarios:
  - name: talk
    steps: [{ call: big, with: { n: ${bytes} } }${`, { call: big, with: { n: ${bytes} } }`.repeat(count - 1)}]
`;
}

test("F11 a disk that is full in the middle of a run: what was finished is kept, it is told once, and all is taken down", async () => {
  using workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", bigCalls(200, 60_000));
  const { exitCode, run, passed, stdout, stderr, told } = await runOnDisk(workspace, "size=1m");
  const found = { exitCode, outcome: run.outcome, fault: run.faultCode, told };
  expect(found, stdout + stderr).toEqual({
    exitCode: 4,
    outcome: "broken",
    fault: "RECORD_UNWRITABLE",
    told: [expect.stringMatching(/^error: .*run\.db could not be written: .*full/)],
  });
  expect(passed).toBeGreaterThan(2);
  expect(stderr.match(/^✓/gm)?.length).toBeLessThan(200);
  expect(stdout).toContain(`${passed} of ${passed} steps passed`);
  expect(await leftBehind(run.runId)).toEqual([]);
});

test("F12 a disk without inodes takes no reports: the record has all calls, it is told once, and all is taken down", async () => {
  using workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", bigCalls(2, 10));
  const { exitCode, run, passed, stdout, stderr } = await runOnDisk(workspace, "nr_inodes=6");
  expect({ exitCode, outcome: run.outcome, passed }, stdout + stderr).toEqual({
    exitCode: 4,
    outcome: "passed",
    passed: 2,
  });
  expect(stderr.match(/could not be written/g)).toHaveLength(1);
  expect(stderr).toContain("could not be written: ENOSPC");
  expect(stdout).toContain("2 of 2 steps passed");
  expect(await leftBehind(run.runId)).toEqual([]);
});
