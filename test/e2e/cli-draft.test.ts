import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { expect, test } from "vitest";
import { createWorkspace, faultyServer, programs, type Workspace } from "./cli.ts";
import { leftBehind } from "./left-behind.ts";

const file = "mcp-manager.yml";

async function initAndRun(workspace: Workspace, args: readonly string[]): Promise<string> {
  const made = await workspace.cli(["init", ...args]);
  expect(made.exitCode).toBe(0);
  const { exitCode, stdout } = await workspace.cli(["run"]);
  expect(stdout).toMatch(/steps passed in \d+ scenarios/);
  expect(exitCode).toBe(0);
  return readFileSync(join(workspace.folder, file), "utf8");
}

test.each([
  ["everything", []],
  ["memory", ["--env", "MEMORY_FILE_PATH=/tmp/memory.jsonl"]],
  ["filesystem", ["--arg", "/data", "--volume", "./data:/data"]],
])(
  "init writes a run file for %s that passes as it is",
  { timeout: 240_000 },
  async (name, args) => {
    using workspace = createWorkspace("source");
    mkdirSync(join(workspace.folder, "data"));
    const text = await initAndRun(workspace, [`@modelcontextprotocol/server-${name}`, ...args]);
    expect(text).toMatch(/^# yaml-language-server: \$schema=/);
    expect(workspace.report().scenarios.length).toBeGreaterThan(5);
    expect(await leftBehind(workspace.report().run.id)).toEqual([]);
  },
);

test("init does not write over a file unless it is told to", async () => {
  using workspace = createWorkspace("source");
  workspace.write(file, "mine");
  const { exitCode, stderr } = await workspace.cli(["init", "x"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("--force");
  expect(readFileSync(join(workspace.folder, file), "utf8")).toBe("mine");
});

test("init of a server that does not start says why, writes nothing, and exits with 3", async () => {
  using workspace = createWorkspace("source");
  mkdirSync(join(workspace.folder, "own"));
  const dockerfile =
    'FROM docker-mcp-manager/base-node:24\nCMD ["node", "-e", "process.exit(3)"]\n';
  writeFileSync(join(workspace.folder, "own", "Dockerfile"), dockerfile);
  const { exitCode, stderr } = await workspace.cli(["init", "./own"]);
  expect(stderr).toMatch(/exited|exit code 3/);
  expect(exitCode).toBe(3);
  expect(existsSync(join(workspace.folder, file))).toBe(false);
});

const oneCall = `version: 1
servers:
${faultyServer("one", "ok", ["# a comment stays"])}
scenarios:
  - name: talk
    steps:
      - list: tools
      - { call: echo, with: { message: "hello \${WHO:-you}" } }
`;

test("a recorded run is a run file that passes and talks the same way", async () => {
  using workspace = createWorkspace("source");
  workspace.write(file, oneCall);
  expect((await workspace.cli(["run", "--record", "recorded.yml"])).exitCode).toBe(0);
  const text = readFileSync(join(workspace.folder, "recorded.yml"), "utf8");
  expect(text).toContain("# a comment stays");
  expect(text).toMatch(/call: echo\n +with: \{ message: hello you \}\n/);
  const again = await workspace.cli(["run", "recorded.yml", "--record", "again.yml"]);
  expect(again.exitCode).toBe(0);
  expect(readFileSync(join(workspace.folder, "again.yml"), "utf8")).toBe(text);
});

test("a recording notices when the server answers differently", async () => {
  using workspace = createWorkspace("source");
  workspace.write(file, oneCall);
  await workspace.cli(["run", "--record", "recorded.yml"]);
  const text = readFileSync(join(workspace.folder, "recorded.yml"), "utf8");
  workspace.write("recorded.yml", text.replace("message: hello you", "message: bye"));
  expect((await workspace.cli(["run", "recorded.yml"])).exitCode).toBe(1);
});

test("an MCP client that talks through run --stdio is recorded", async () => {
  using workspace = createWorkspace("source");
  const relaxed = oneCall.replace(/^( +)command:/m, "$1hardening: { user: root }\n$&");
  workspace.write(file, relaxed);
  const client = new Client({ name: "test", version: "1" });
  const allow = ["--allow", "root"];
  const args = [programs.source, "run", "--record", "client.yml", "--stdio", "one", ...allow];
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args,
      cwd: workspace.folder,
      stderr: "ignore",
    }),
  );
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain("echo");
  const answer = await client.callTool({ name: "echo", arguments: { message: "through" } });
  expect(JSON.stringify(answer)).toContain("through");
  await expect(client.callTool({ name: "echo" })).resolves.toBeDefined();
  await client.close();
  const recorded = join(workspace.folder, "client.yml");
  await expect.poll(() => existsSync(recorded), { timeout: 15_000 }).toBe(true);
  expect(readFileSync(recorded, "utf8")).toMatch(/call: echo\n +with: \{ message: through \}/);
  expect((await workspace.cli(["run", "client.yml", ...allow])).exitCode).toBe(0);
});

test("run --stdio without a place for the recording is a usage error", async () => {
  using workspace = createWorkspace("source");
  workspace.write(file, oneCall);
  const { exitCode, stderr } = await workspace.cli(["run", "--stdio", "one"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("--record");
});

test("snapshots are never updated in CI", async () => {
  using workspace = createWorkspace("source");
  workspace.write(file, oneCall);
  const { exitCode, stderr } = await workspace.cli(["run", "--update-snapshots"], {
    environment: { CI: "true" },
  });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/not in CI/);
});

test("init that does not come to an end in its time exits with 6 and writes nothing", async () => {
  using workspace = createWorkspace("source");
  mkdirSync(join(workspace.folder, "own"));
  const dockerfile = 'FROM docker-mcp-manager/base-node:24\nCMD ["sleep", "100"]\n';
  writeFileSync(join(workspace.folder, "own", "Dockerfile"), dockerfile);
  const { exitCode, stderr } = await workspace.cli(["init", "./own", "--timeout", "3s"]);
  expect(stderr).toContain("--no-call");
  expect(exitCode).toBe(6);
  expect(existsSync(join(workspace.folder, file))).toBe(false);
});
