import { execFileSync } from "node:child_process";
import { expect, onTestFinished, test, vi } from "vitest";
import { Fault } from "../../src/fault/index.ts";
import { readRecord } from "../../src/record/index.ts";
import { image, openManager, outcomes, play, runRequest } from "./play.ts";

/** Speaks MCP over stdio; its one tool evaluates what a step gives it. */
const server = `
  require("readline").createInterface({ input: process.stdin }).on("line", async (line) => {
    const { id, method, params } = JSON.parse(line);
    const send = (result) => console.log(JSON.stringify({ jsonrpc: "2.0", id, result }));
    const run = async () => eval(params.arguments.code);
    if (method === "initialize") {
      send({ protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "x", version: "1" } });
    } else if (method === "tools/list") {
      send({ tools: [{ name: "run", inputSchema: { type: "object" } }] });
    } else if (method === "tools/call") {
      const text = await run().then(String, (error) => "failed: " + (error.cause?.code ?? error.message));
      send({ content: [{ type: "text", text }] });
    }
  }).on("close", () => process.exit());
`;

/** Answers its own environment over HTTP, once it has thought for a while. */
const web = `
  console.log("one moment");
  setTimeout(() => require("http").createServer((request, response) => {
    if (request.url === "/die") { console.error("no more"); process.exit(3); }
    response.end(JSON.stringify({ user: process.getuid(), word: process.env.WORD }));
  }).listen(8080), 300);
`;

/** An entry with a program, and further lines. */
function entry(name: string, program: string, ...more: readonly string[]): string {
  return [
    `  ${name}:`,
    `    image: ${image}`,
    `    command: ["node", "-e", ${JSON.stringify(program)}]`,
    ...more.map((line) => `    ${line}`),
  ].join("\n");
}

function mcp(name: string, ...more: readonly string[]): string {
  return entry(name, server, "protocol: legacy", "checks: { idle_cpu: false }", ...more);
}

function runFile(parts: {
  readonly servers: readonly string[];
  readonly services: readonly string[];
  readonly scenarios: readonly string[];
}): string {
  return `version: 1
servers:
${parts.servers.join("\n")}
services:
${parts.services.join("\n")}
scenarios:
${parts.scenarios.join("\n")}
`;
}

function scenario(name: string, on: string, ...steps: readonly string[]): string {
  const lines = steps.map((step) => `      - ${step}`);
  return `  - name: ${name}\n    server: ${on}\n    steps:\n${lines.join("\n")}`;
}

function runs(code: string, text: string): string {
  return `{ call: run, with: { code: ${JSON.stringify(code)} }, expect: { text: ${JSON.stringify(text)} } }`;
}

function containersOf(runId: string): string {
  const filter = `label=io.github.docker-mcp-manager.run=${runId}`;
  return execFileSync("docker", ["ps", "-aq", "--filter", filter]).toString();
}

const healthy = "healthcheck: { port: 8080, http: /, interval: 100ms }";

test("a server waits for the health of a service and reaches it by its name, and nothing of it stays", async () => {
  const { record, summary, lines } = await play(
    runFile({
      servers: [mcp("a", "depends_on: { api: healthy }")],
      services: [entry("api", web, "env: { WORD: hello }", healthy)],
      scenarios: [
        scenario(
          "one",
          "a",
          runs(
            'fetch("http://api:8080").then((answer) => answer.text())',
            '{"user":65532,"word":"hello"}',
          ),
          runs('fetch("http://192.0.2.7").then(() => "out", () => "in")', "in"),
        ),
      ],
    }),
  );
  expect(summary.fault).toBeNull();
  expect(lines.join("\n")).toContain("api: healthy");
  expect(outcomes(record)).toEqual(["call run: passed", "call run: passed"]);
  const api = record.servers().find(({ name }) => name === "api");
  expect(api).toMatchObject({ role: "service", state: "stopped" });
  expect(record.transitions("api").map(({ state }) => state)).toEqual([
    "building",
    "creating",
    "starting",
    "ready",
    "stopping",
    "stopped",
  ]);
  expect([...record.logs({ server: "api" })].map(({ text }) => text)).toContain("one moment");
  expect(containersOf(summary.runId)).toBe("");
});

test("a service that fails breaks the servers that need it, with the cause, and nothing else", async () => {
  const { record, summary } = await play(
    runFile({
      servers: [mcp("a", "depends_on: [api]"), mcp("b")],
      services: [
        entry("api", web, "depends_on: { db: healthy }", healthy),
        entry(
          "db",
          'console.log("loading"); console.error("no password"); process.exit(4)',
          healthy,
        ),
      ],
      scenarios: [
        scenario("one", "a", runs("1 + 1", "2"), runs("1 + 2", "3")),
        scenario("two", "b", runs("1 + 1", "2")),
      ],
    }),
  );
  const cause =
    'Server "a" needs the service "api", which could not be started: it needs the service "db", which exited with code 4 before it was healthy; it said last: no password';
  expect(outcomes(record).toSorted()).toEqual([
    `call run: broken, ${cause}`,
    "call run: passed",
    "call run: skipped, an earlier step did not pass",
  ]);
  expect(summary.exitCode).toBe(3);
});

test("what is needed comes up before and goes down after what needs it, and only what is needed comes up", async () => {
  const seed = 'require("fs").writeFileSync("/data/word", "from the seed")';
  const { record, summary } = await play(
    runFile({
      servers: [
        mcp(
          "a",
          "depends_on: { api: healthy, seed: completed, b: healthy }",
          "volumes: [{ volume: data, container_path: /data, read_only: true }]",
        ),
        mcp("b"),
        mcp("c", "depends_on: [other]"),
      ],
      services: [
        entry("api", web, "depends_on: [seed]", healthy),
        entry("seed", seed, "volumes: [{ volume: data, container_path: /data }]"),
        entry("other", web),
      ],
      scenarios: [
        scenario(
          "one",
          "a",
          runs('require("fs").readFileSync("/data/word", "utf8")', "from the seed"),
        ),
        scenario("two", "c", runs("1", "1")),
      ],
    }),
    { only: ["one"] },
  );
  expect(summary.fault).toBeNull();
  expect(outcomes(record)).toEqual(["call run: passed"]);
  expect(
    record
      .servers()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(["a", "api", "b", "seed"]);
  const at = (name: string, state: string) =>
    record.transitions(name).find((each) => each.state === state)?.atMs ?? Number.NaN;
  expect(at("a", "creating")).toBeGreaterThanOrEqual(at("b", "ready"));
  expect(at("a", "creating")).toBeGreaterThanOrEqual(at("api", "ready"));
  expect(at("b", "stopping")).toBeGreaterThanOrEqual(at("a", "stopped"));
  expect(at("api", "stopping")).toBeGreaterThanOrEqual(at("a", "stopped"));
  expect(record.servers().find(({ name }) => name === "seed")).toMatchObject({
    state: "stopped",
    reason: "exited with code 0",
    exitCode: 0,
  });
});

test("a service that dies later is a finding and keeps what needs it from starting again; clients see it all", async () => {
  const { manager, workspace, recordFile } = openManager();
  onTestFinished(async () => void (await manager.shutdown()));
  const context = { progress: () => undefined, signal: new AbortController().signal };
  const text = runFile({
    servers: [mcp("a", "depends_on: { api: healthy }"), mcp("b")],
    services: [entry("api", web, healthy)],
    scenarios: [
      scenario("one", "a", runs('fetch("http://api:8080/die")', "failed: UND_ERR_SOCKET")),
      scenario("two", "b", runs("1", "1")),
    ],
  });
  const request = runRequest(text, workspace, { keepRunning: true });
  const summary = await manager.runScenarios(request, context);
  expect(summary).toMatchObject({ fault: null, passed: 2 });
  const ended = async () =>
    expect(await manager.serverStatus("api")).toMatchObject({
      role: "service",
      state: "failed",
      exitCode: 3,
      reason: expect.stringContaining("exited with code 3; it said last: no more"),
    });
  // A loaded engine takes seconds to tell of an end.
  await vi.waitFor(ended, { timeout: 30_000 });
  const again = await manager.restartServer("a", context).catch((thrown: unknown) => thrown);
  expect(again).toBeInstanceOf(Fault);
  expect(again).toMatchObject({
    code: "DEPENDENCY_FAILED",
    message: expect.stringMatching(
      /^Server "a" needs the service "api", which exited with code 3; it said last: no more$/,
    ),
  });
  expect(await manager.serverStatus("b")).toMatchObject({ role: "server", state: "ready" });
  const listed = await manager.listServers({});
  expect(listed.map(({ name, role }) => `${role} ${name}`)).toEqual([
    "server a",
    "server b",
    "service api",
  ]);
  const logs = await manager.logs({ serverName: "api", lines: 10, follow: false }, context);
  expect(logs.map((line) => line.text)).toEqual(["one moment", "no more"]);
  expect(await manager.shutdown()).toMatchObject({ left: 0 });
  using record = readRecord(recordFile);
  expect(record.findings().map(({ server, code }) => `${server} ${code}`)).toContain(
    "api service-ended",
  );
});

test("the health check of an image counts where the run file has none; one that never passes is told", async () => {
  const dockerfile = (check: string) => `FROM ${image}\nHEALTHCHECK --interval=30s CMD ${check}\n`;
  const run = 'command: ["node", "-e", "setInterval(() => {}, 1000)"]';
  const { record } = await play(
    runFile({
      servers: [
        mcp("a", "depends_on: { good: healthy }"),
        mcp("b", "depends_on: { bad: healthy }"),
      ],
      services: [
        ["  good:", "    build: ./good", `    ${run}`].join("\n"),
        [
          "  bad:",
          "    build: ./good",
          `    ${run}`,
          "    healthcheck: { exec: [sh, -c, 'echo nothing there >&2; exit 1'], interval: 50ms, retries: 3 }",
        ].join("\n"),
      ],
      scenarios: [scenario("one", "a", runs("1", "1")), scenario("two", "b", runs("1", "1"))],
    }),
    {},
    [],
    { "good/Dockerfile": dockerfile("test -d /tmp") },
  );
  expect(outcomes(record).toSorted()).toEqual([
    'call run: broken, Server "b" needs the service "bad", which was not healthy after 3 checks: sh exits with code 1: nothing there; it said nothing',
    "call run: passed",
  ]);
});
