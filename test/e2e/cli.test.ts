import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRecord } from "../../src/record/index.ts";
import { createWorkspace, faultyServer } from "./cli.ts";
import { leftBehind } from "./left-behind.ts";

const oneCall = `scenarios:
  - name: one
    server: one
    steps:
      - { call: echo, with: { message: hello }, expect: { text: { contains: hello } } }
`;
const healthy = `version: 1\nservers:\n${faultyServer("one", "ok")}\n${oneCall}`;
/** Passes a ping, then waits for a minute. */
const waitingAfterPing = healthy.replace(
  /- \{ call: echo.*\}/,
  "- { ping: true }\n      - { call: sleep, with: { ms: 60000 }, timeout: 2m }",
);

test("a passing run exits with 0, ends with the verdict and says where the report is", async () => {
  using workspace = createWorkspace();
  workspace.write("mcp-manager.yml", healthy);
  const { exitCode, stdout } = await workspace.cli(["run"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/✓ 1 of 1 step passed in 1 scenario .*\nReport: .*report\.html\n$/);
  expect(await leftBehind(workspace.report().run.id)).toEqual([]);
});

test("a failing expectation exits with 1 and shows place, expected and actual", async () => {
  using workspace = createWorkspace();
  workspace.write("mcp-manager.yml", healthy.replace("contains: hello", "contains: goodbye"));
  const { exitCode, stdout } = await workspace.cli(["run"]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/mcp-manager\.yml:\d+:\d+/);
  expect(stdout).toMatch(/expected +.*goodbye/);
  expect(stdout).toMatch(/actual +.*hello/);
});

test("all problems of a run file are reported at once, each at its place, and nothing is started", async () => {
  using workspace = createWorkspace();
  workspace.write(
    "bad.yml",
    "version: 1\nservers:\n  one:\n    imagee: x\nscenarios:\n  - name: a\n    server: two\n    steps: []\n",
  );
  const { exitCode, stderr } = await workspace.cli(["validate", "bad.yml"]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/bad\.yml:4:5 .*imagee/);
  expect(stderr).toMatch(/did you mean.*image/i);
  expect(stderr).toMatch(/bad\.yml:7:\d+ .*two/);
});

test("a run of an invalid file exits with 2, lists what is wrong and starts no engine", async () => {
  using workspace = createWorkspace();
  workspace.write("bad.yml", "servers: {}\nscenarioz: []\n");
  const environment = { DOCKER_HOST: "unix:///nope.sock" };
  const { exitCode, stderr } = await workspace.cli(["run", "bad.yml"], { environment });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/bad\.yml:2:1 .*scenarioz/);
  expect(stderr).toMatch(/did you mean.*scenarios/i);
});

test("I38 an unsound JSONPath is found before anything is started", async () => {
  using workspace = createWorkspace();
  workspace.write(
    "bad.yml",
    healthy.replace("text: { contains: hello }", '"$.content[": { equals: 1 }'),
  );
  const { exitCode, stderr } = await workspace.cli(["validate", "bad.yml"]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/bad\.yml:\d+:\d+ .*\$\.content\[/);
});

test("a missing run file names the places that were tried", async () => {
  using workspace = createWorkspace();
  const { exitCode, stderr } = await workspace.cli(["run"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("mcp-manager.yml");
  expect(stderr).toContain(".github/mcp-manager.yml");
});

test("F01 without an engine the run exits with 4, names the socket, and still writes its report", async () => {
  using workspace = createWorkspace();
  workspace.write("mcp-manager.yml", healthy);
  const environment = { DOCKER_HOST: "unix:///nope.sock" };
  const { exitCode, stdout } = await workspace.cli(["run"], { environment });
  expect(exitCode).toBe(4);
  expect(stdout).toContain("/nope.sock");
  expect(workspace.report().run.fault?.code).toMatch(/^ENGINE_NOT_/);
});

test("F13 an image that does not exist breaks its server; the other one is tested all the same", async () => {
  using workspace = createWorkspace();
  workspace.write(
    "mcp-manager.yml",
    `version: 1\nservers:\n${faultyServer("one", "ok")}\n  two: { image: "no-such-image-anywhere:1" }\n${oneCall}  - { name: two, server: two, steps: [{ ping: true }] }\n`,
  );
  const { exitCode } = await workspace.cli(["run"]);
  const report = workspace.report();
  expect(report.scenarios.map(({ name, outcome }) => [name, outcome])).toEqual([
    ["one", "passed"],
    ["two", "broken"],
  ]);
  expect(report.scenarios[1]?.steps[0]?.reason).toMatch(/no-such-image-anywhere/);
  expect([3, 4]).toContain(exitCode);
});

test("F17 a failing build shows its last lines, the instruction and the exit code", async () => {
  using workspace = createWorkspace();
  mkdirSync(join(workspace.folder, "broken"));
  workspace.write(
    "broken/Dockerfile",
    "FROM docker-mcp-manager/base-node:24\nRUN echo before-the-end && exit 7\n",
  );
  workspace.write(
    "mcp-manager.yml",
    `version: 1\nservers:\n  one: { build: ./broken }\n${oneCall}`,
  );
  const { exitCode } = await workspace.cli(["run"]);
  expect(exitCode).toBe(3);
  const server = workspace.report().servers[0];
  expect(server?.reason).toContain("exit 7");
  expect(server?.reason).toContain("before-the-end");
});

test("F25 a command that is not in the image is named as such", async () => {
  using workspace = createWorkspace();
  workspace.write(
    "mcp-manager.yml",
    `version: 1\nservers:\n  one: { image: "docker-mcp-manager/base-node:24", command: [/nope] }\n${oneCall}`,
  );
  const { exitCode } = await workspace.cli(["run"]);
  expect(exitCode).toBe(3);
  expect(workspace.report().servers[0]?.reason).toContain("/nope");
});

test("a filter that matches nothing is not a passed run", async () => {
  using workspace = createWorkspace();
  workspace.write("mcp-manager.yml", healthy);
  const { exitCode, stdout } = await workspace.cli(["run", "--only", "nothing"]);
  expect(exitCode).toBe(2);
  expect(stdout).toContain("nothing");
});

test("a run over its timeout exits with 6 and leaves nothing", async () => {
  using workspace = createWorkspace();
  const waiting = healthy.replace(
    /- \{ call: echo.*\}/,
    "- { call: sleep, with: { ms: 60000 }, timeout: 2m }",
  );
  workspace.write("mcp-manager.yml", waiting);
  const { exitCode } = await workspace.cli(["run", "--timeout", "3s"]);
  expect(exitCode).toBe(6);
  expect(await leftBehind(workspace.report().run.id)).toEqual([]);
});

test("an interrupted run exits with 130, reports what it has, and leaves nothing", async () => {
  using workspace = createWorkspace();
  workspace.write("mcp-manager.yml", waitingAfterPing);
  let sent = false;
  const { exitCode } = await workspace.cli(["run"], {
    onOutput(soFar, kill) {
      if (!sent && soFar.includes("one › ping")) {
        sent = true;
        kill("SIGINT");
      }
    },
  });
  expect(exitCode).toBe(130);
  const steps = workspace.report().scenarios[0]?.steps.map(({ outcome }) => outcome);
  expect(steps).toEqual(["passed", "broken"]);
  expect(await leftBehind(workspace.report().run.id)).toEqual([]);
});

test("F60 a run killed with SIGKILL keeps its record, and its containers are removed without it", async () => {
  using workspace = createWorkspace();
  workspace.write("mcp-manager.yml", waitingAfterPing);
  let sent = false;
  const { signal } = await workspace.cli(["run"], {
    onOutput(soFar, kill) {
      if (!sent && soFar.includes("one › ping")) {
        sent = true;
        kill("SIGKILL");
      }
    },
  });
  expect(signal).toBe("SIGKILL");
  using record = readRecord(join(workspace.folder, "docker-mcp-manager-report", "run.db"));
  expect(record.steps().map(({ verb, outcome }) => [verb, outcome])).toEqual([["ping", "passed"]]);
  const { runId } = record.run();
  await expect.poll(() => leftBehind(runId), { timeout: 5_000 }).toEqual([]);
});

test("only the chosen folder is written to, and no announcement stays", async () => {
  using workspace = createWorkspace();
  workspace.write("mcp-manager.yml", healthy);
  await workspace.cli(["run", "--out", "elsewhere"], {
    environment: { XDG_RUNTIME_DIR: workspace.folder },
  });
  expect(readdirSync(workspace.folder).sort()).toEqual(["elsewhere", "mcp-manager.yml", "servers"]);
  expect(existsSync(join(workspace.folder, "elsewhere", "report.html"))).toBe(true);
});

test("logs of a finished run come from its record", async () => {
  using workspace = createWorkspace();
  workspace.write("mcp-manager.yml", healthy.replace("faulty.mjs, ok", "faulty.mjs, pollute"));
  await workspace.cli(["run"]);
  const { exitCode, stdout } = await workspace.cli(["logs", "one", "--json"]);
  expect(exitCode).toBe(0);
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { stream: string; text: string });
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(lines.every(({ stream }) => stream === "stdout")).toBe(true);
  const unknown = await workspace.cli(["logs", "two"]);
  expect(unknown.exitCode).toBe(2);
  expect(unknown.stderr).toContain("it has: one");
});

test("an unknown command or option is a usage error", async () => {
  using workspace = createWorkspace();
  expect((await workspace.cli(["frobnicate"])).exitCode).toBe(2);
  expect((await workspace.cli(["run", "--nope"])).exitCode).toBe(2);
  expect((await workspace.cli(["--help"])).stdout).toContain("Exit codes:");
});
