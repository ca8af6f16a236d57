import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { endsWithParent } from "../../src/command/index.ts";
import { readRecord } from "../../src/record/index.ts";
import { createWorkspace, faultyServer, programs } from "./cli.ts";
import { leftBehind } from "./left-behind.ts";

const waiting = `version: 1
servers:
${faultyServer("one", "ok")}
scenarios:
  - name: one
    server: one
    steps: [{ ping: true }, { call: sleep, with: { ms: 60000 }, timeout: 2m }]
`;

test("F69 a step whose shell is killed ends the run that it started, which says that it was cancelled", async () => {
  using workspace = createWorkspace();
  workspace.write("mcp-manager.yml", waiting);
  // Two commands: of a single one the shell would become the program itself.
  const shell = spawn("bash", ["-c", `"${process.execPath}" "${programs.source}" run; true`], {
    cwd: workspace.folder,
    env: { ...process.env, CI: "true" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Read to the end: a closed pipe would end the run, too.
  const pinged = Promise.withResolvers<void>();
  let said = "";
  shell.stdout.resume();
  shell.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes("one › ping")) {
      pinged.resolve();
    }
  });
  await pinged.promise;
  shell.kill("SIGKILL");
  await once(shell, "exit");
  const recorded = () => {
    using record = readRecord(join(workspace.folder, "docker-mcp-manager-report", "run.db"));
    return record.run();
  };
  await expect.poll(() => recorded().endedAtMs, { timeout: 15_000 }).not.toBeNull();
  expect(recorded()).toMatchObject({ faultCode: "INTERRUPTED", exitCode: 130 });
  const { runId } = recorded();
  await expect.poll(() => leftBehind(runId), { timeout: 10_000 }).toEqual([]);
});

test("outside of a job, and where servers are to stay up, a command outlives its shell", () => {
  const job = { CI: "true" };
  expect(endsWithParent(["run"], job)).toBe(true);
  expect(endsWithParent(["run", "--keep"], job)).toBe(false);
  expect(endsWithParent(["serve", "--port", "0"], job)).toBe(false);
  expect(endsWithParent(["run"], {})).toBe(false);
  expect(endsWithParent(["run"], { CI: "false" })).toBe(false);
});
