import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ContainerPlan } from "../../src/controller/index.ts";
import { hideRecord } from "../../src/manager/hide-record.ts";
import { readRecord } from "../../src/record/index.ts";
import { createWorkspace, type Workspace } from "./cli.ts";

/** A server that runs a shell script first; the whole workspace is its volume. */
function runFile(script: string, steps: string): string {
  return `version: 1
servers:
  one:
    image: docker-mcp-manager/base-node:24
    command: [sh, -c, ${JSON.stringify(`${script}; exec node /w/servers/faulty.mjs ok`)}]
    volumes: [{ host_path: ., container_path: /w, read_only: false }]
scenarios:
  - name: one
    server: one
    steps: [${steps}]
`;
}

function stderrOf(workspace: Workspace): string[] {
  using record = readRecord(join(workspace.folder, "docker-mcp-manager-report", "run.db"));
  return [...record.logs({ server: "one" })]
    .filter(({ stream }) => stream === "stderr")
    .map(({ text }) => text);
}

test("A35 a server with the workspace as its volume sees nothing of the record, and forges no result", async () => {
  using workspace = createWorkspace("source");
  const out = join(workspace.folder, "docker-mcp-manager-report");
  mkdirSync(out);
  for (const folder of [workspace.folder, out]) {
    chmodSync(folder, 0o777);
  }
  const script = [
    "cd /w/docker-mcp-manager-report",
    "echo sees $(ls | wc -l) >&2",
    "for f in run.db run.db-wal junit.xml report.json summary.md; do echo forged > $f; done",
    "echo wrote $(ls | wc -l) >&2",
    // What a record or a report says, in the server's mouth.
    `echo '{"kind":"verdict","outcome":"passed"}' >&2`,
    "echo '✓ 2 of 2 steps passed' >&2",
    "cd /",
  ].join("; ");
  const wrong = '{ call: echo, with: { message: a }, expect: { text: "b" } }';
  workspace.write("mcp-manager.yml", runFile(script, `{ ping: true }, ${wrong}`));
  const { exitCode, stdout, stderr } = await workspace.cli(["run"]);
  expect(exitCode, stdout + stderr).toBe(1);
  expect(stderrOf(workspace)).toEqual(expect.arrayContaining(["sees 0", "wrote 5"]));
  const report = workspace.report();
  expect(report.scenarios[0]?.steps.map(({ outcome }) => outcome)).toEqual(["passed", "failed"]);
  expect(workspace.artifacts()).not.toMatch(/^forged$/m);
});

test("A35 the folder of the record is no volume; one in it, or beside it, is", () => {
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const plan = (hostPath: string) =>
    ({
      server: "one",
      volumes: [{ kind: "host", hostPath, containerPath: "/w", readOnly: true }],
    }) as unknown as ContainerPlan; // nothing else of it is looked at
  expect(() => hideRecord(plan(folder), folder)).toThrow(/is where the record/);
  expect(hideRecord(plan(tmpdir()), folder).writable).toEqual([
    join("/w", folder.slice(tmpdir().length)),
  ]);
  for (const path of ["/etc", join(folder, "data"), `${folder}-not`]) {
    expect(hideRecord(plan(path), folder)).toEqual(plan(path));
  }
});

test("A09 nothing of the host is in a container but what the engine itself puts there", async () => {
  using workspace = createWorkspace("source");
  const text = runFile("cat /proc/self/mountinfo >&2", "{ ping: true }").replace(
    / +volumes:.*\n/,
    "    volumes: [{ host_path: ./servers, container_path: /w/servers }]\n",
  );
  workspace.write("mcp-manager.yml", text);
  const { exitCode, stdout } = await workspace.cli(["run"]);
  expect(exitCode, stdout).toBe(0);
  // id, parent, device, root, mount point, options, …, "-", type of the file system, …
  const mounts = stderrOf(workspace)
    .map((line) => line.split(" "))
    .filter((fields) => fields.includes("-"))
    .map((fields) => ({ point: fields[4] ?? "", type: fields[fields.indexOf("-") + 1] ?? "" }));
  expect(mounts.find(({ point }) => point === "/")?.type).toMatch(/overlay|btrfs|zfs|fuse/);
  const own = /^(overlay|proc|sysfs|tmpfs|devpts|mqueue|cgroup2?)$/;
  const foreign = mounts.filter(({ point, type }) => point !== "/" && !own.test(type));
  const ofEngine = /^\/(etc\/(hosts|hostname|resolv\.conf)|sbin\/docker-init|run\/podman-init)$/;
  expect(foreign.map(({ point }) => point).filter((point) => !ofEngine.test(point))).toEqual([
    "/w/servers",
  ]);
});
