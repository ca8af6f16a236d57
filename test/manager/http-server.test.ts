import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { image, outcomes, play } from "./play.ts";

const smallServer = fileURLToPath(new URL("../servers/small-http.mjs", import.meta.url));
const everything = '{ package: "@modelcontextprotocol/server-everything", version: "2026.8.31" }';
const calls = `
      - list: tools
      - { call: echo, with: { message: hello }, expect: { text: { contains: hello } } }
      - { call: get-sum, with: { a: 2, b: 3 }, expect: { text: { contains: "5" } } }`;

function runFile(server: string, steps = calls): string {
  return `version: 1
servers:
  srv:
${server.replaceAll(/^/gm, "    ")}
scenarios:
  - name: calls
    server: srv
    steps:${steps}
`;
}

describe.each([
  // True: it answers whatever page asks.
  ["http", "streamableHttp", "/mcp", ["origin-not-checked"]],
  ["sse", "sse", "/sse", []],
])("a real server over %s", (transport, argument, path, findings) => {
  test("is reached in its closed network, answers, and ends on SIGTERM; its stdout is log", async () => {
    const { summary, record } = await play(
      runFile(
        [
          "template: npm",
          `with: ${everything}`,
          `args: [${argument}]`,
          "env: { PORT: 3001 }",
          `transport: ${transport}`,
          "http: { port: 3001 }",
        ].join("\n"),
      ),
    );
    expect(summary.fault).toBeNull();
    expect(outcomes(record)).toEqual([
      "list tools: passed",
      "call echo: passed",
      "call get-sum: passed",
    ]);
    const [server] = record.servers();
    expect(server).toMatchObject({ transport, state: "stopped" });
    expect(server?.endpoint).toMatch(new RegExp(`^http://\\d+\\.\\d+\\.\\d+\\.\\d+:3001${path}$`));
    expect(server?.endpoint).not.toContain("127.0.0.1");
    expect(record.findings().map(({ code }) => code)).toEqual(findings);
    expect([...record.wire({ server: "srv" })].length).toBeGreaterThan(6);
    const log = [...record.logs({ server: "srv" })].map(({ text }) => text).join("\n");
    expect(log).toMatch(/3001/);
  });
});

const node = (script: string, ...more: readonly string[]) =>
  [
    `image: ${image}`,
    `command: [node, -e, ${JSON.stringify(script)}]`,
    "transport: http",
    "http: { port: 3000 }",
    ...more,
  ].join("\n");

test("an HTTP server that ends before it listens is told at once, with its exit code and stderr", async () => {
  const began = Date.now();
  const { record } = await play(
    runFile(node('console.error("no licence"); process.exit(3)', "ready: { timeout: 60s }")),
  );
  expect(outcomes(record)[0]).toMatch(/^list tools: broken, .*exited with code 3.*/);
  expect(Date.now() - began).toBeLessThan(30_000);
});

test("an HTTP server that never listens is given up at its ready timeout", async () => {
  const { record } = await play(
    runFile(node("setInterval(() => {}, 1e6)", "ready: { timeout: 2s }")),
  );
  expect(outcomes(record)[0]).toMatch(/^list tools: broken, .*/);
  expect(record.servers()).toMatchObject([{ state: "failed" }]);
});

const small = [
  `image: ${image}`,
  "command: [node, /servers/small-http.mjs, '3000']",
  "volumes: [{ host_path: ./servers, container_path: /servers }]",
  "transport: http",
  "http: { port: 3000 }",
].join("\n");

test("a server that answers the web pages of strangers is told so, unless the run file does not care", async () => {
  const open = small.replace("'3000'", "'3000', anyone");
  const codesOf = async (server: string) => {
    const { record } = await play(runFile(server, "\n      - { ping: true }"));
    expect(outcomes(record)).toEqual(["ping: passed"]);
    return record.findings().map(({ code }) => code);
  };
  expect(await codesOf(open)).toEqual(["origin-not-checked"]);
  expect(await codesOf(small)).toEqual([]);
  expect(await codesOf(`${open}\nchecks: { origin: false }`)).toEqual([]);
});

test("a server that is cut off its network is lost to its session, and found again once it is put back", async () => {
  const { record, lines } = await play(
    runFile(
      small.replace("port: 3000 }", "port: 3000, publish: true }"),
      `
      - { ping: true }
      - { disconnect: true }
      - { connect: true, timeout: 30s }
      - { ping: true }
      - { restart: true }
      - { ping: true }`,
    ),
  );
  expect(outcomes(record)).toEqual([
    "ping: passed",
    "disconnect: passed",
    "connect: passed",
    "ping: passed",
    "restart: passed",
    "ping: passed",
  ]);
  expect(lines.filter((line) => line.includes("published"))).toEqual([
    expect.stringMatching(/^srv: published at http:\/\/127\.0\.0\.1:\d+\/mcp$/),
  ]);
});

test("a call to a server that is cut off is broken by that", async () => {
  const { record } = await play(
    runFile(small, "\n      - { disconnect: true }\n      - { ping: true, timeout: 2s }"),
  );
  expect(outcomes(record)[1]).toBe('ping: broken, Server "srv" is disconnected.');
});

describe("a server that runs elsewhere", () => {
  async function elsewhere(): Promise<string> {
    const child = spawn(process.execPath, [smallServer, "0"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void child.kill());
    const [port] = (await once(child.stdout, "data")) as [Buffer];
    return `http://127.0.0.1:${port.toString().trim()}/mcp`;
  }

  test("is only spoken to, with its headers and its secret", async () => {
    const url = await elsewhere();
    const { summary, record } = await play(
      runFile(
        `url: ${url}\nheaders: { X-Tenant: acme }\nbearer: API_TOKEN`,
        `
      - { call: whatever, expect: { text: { starts_with: "acme Bearer " } } }
      - { disconnect: true }
      - { connect: true }
      - { ping: true }`,
      ),
      { secrets: { API_TOKEN: "open-sesame-1234" } },
    );
    expect(summary.fault).toBeNull();
    expect(outcomes(record).slice(1)).toEqual([
      "disconnect: passed",
      "connect: passed",
      "ping: passed",
    ]);
    expect(record.steps()[0]?.resultJson).toContain("acme Bearer ***");
    expect(record.servers()).toMatchObject([
      { endpoint: url, containerId: null, image: null, exitCode: null, state: "stopped" },
    ]);
  });

  test("is asked without a token when it is declared protected, and only then", async () => {
    const url = await elsewhere();
    const codesOf = async (more: string) => {
      const { record } = await play(runFile(`url: ${url}${more}`, "\n      - { ping: true }"));
      expect(outcomes(record)).toEqual(["ping: passed"]);
      return record.findings().map(({ code }) => code);
    };
    expect(await codesOf("\nauth: { protected: true }")).toEqual(["auth-not-required"]);
    expect(await codesOf("")).toEqual([]);
  });

  test("cannot be stopped, killed or looked into: the run file says so", async () => {
    const url = await elsewhere();
    for (const step of ["stop: true", "kill: SIGTERM", "{ exec: [id] }", "pause: true"]) {
      const { summary } = await play(runFile(`url: ${url}`, `\n      - ${step}`));
      expect(summary.fault?.problems).toMatchObject([
        { message: expect.stringMatching(/acts on a container, but the server "srv" is a url/) },
      ]);
    }
  });
});
