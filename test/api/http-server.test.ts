import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApiServer,
  connectManager,
  type Operations,
  type ServerView,
  serveHttp,
} from "../../src/api/index.ts";
import { Fault } from "../../src/fault/index.ts";

const token = "the-token-of-this-test";
const view: ServerView = {
  name: "one",
  role: "server",
  serverType: "npm",
  state: "ready",
  reason: null,
  image: "image",
  containerId: null,
  revision: "2025-11-25",
  url: null,
  readyMs: 12,
  startedAtMs: 0,
  exitCode: null,
  cpuPercent: null,
  memoryBytes: null,
  tools: ["echo"],
};

let asked = 0;
const operations: Operations = {
  createServer: () => Promise.reject(new Fault("TEMPLATE_NOT_FOUND", 'There is no template "x".')),
  listServers: () => {
    asked += 1;
    return Promise.resolve([view]);
  },
  serverStatus: () => Promise.resolve(view),
  logs: (_request, context) => {
    context.progress("first line");
    context.progress("second line");
    return Promise.resolve([{ atMs: 0, stream: "stderr", text: "hello" }]);
  },
  stopServer: () => Promise.resolve(view),
  startServer: () => Promise.resolve(view),
  restartServer: () => Promise.resolve(view),
  pauseServer: () => Promise.resolve(view),
  removeServer: () => Promise.resolve(view),
  sendRequest: ({ method, params }) =>
    Promise.resolve(
      method === "tools/call"
        ? { durationMs: 3, result: { echoed: params } }
        : { durationMs: 4, error: { code: -32601, message: `no ${method}` } },
    ),
  listTemplates: () => Promise.resolve([]),
  registerTemplate: () => Promise.reject(new Error("unexpected")),
  buildImage: () => Promise.reject(new Error("unexpected")),
  runScenarios: () => Promise.reject(new Error("unexpected")),
  shutdown: () => Promise.resolve({ removed: 0, left: 0 }),
};

let server: ApiServer;
beforeAll(async () => {
  server = await serveHttp({ operations, version: "1.2.3", token, port: 0 });
});
afterAll(() => server.close());

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function send(sent: Sent): Promise<{ status: number; body: string }> {
  const { hostname, port, pathname } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const call = request(
      {
        hostname,
        port,
        path: sent.path ?? pathname,
        method: sent.method ?? "POST",
        headers: {
          "Content-Type": "application/json",
          Accept: "application/json, text/event-stream",
          ...sent.headers,
        },
      },
      (response) => {
        let body = "";
        response.on("data", (chunk: Buffer) => {
          body += chunk.toString();
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    call.on("error", reject);
    const message = {
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: "docker_list_servers", arguments: {} },
    };
    call.end(
      sent.method === undefined || sent.method === "POST" ? JSON.stringify(message) : undefined,
    );
  });
}

const bearer = { Authorization: `Bearer ${token}` };

test("the right token on loopback is answered", async () => {
  const before = asked;
  const { status, body } = await send({ headers: bearer });
  expect(status).toBe(200);
  expect(body).toContain("server_name");
  expect(asked).toBe(before + 1);
});

test.each([
  ["A15 a foreign Host", { ...bearer, Host: "evil.example" }, 403],
  ["A15 a foreign Origin", { ...bearer, Origin: "http://evil.example" }, 403],
  ["A15 the Origin null", { ...bearer, Origin: "null" }, 403],
  ["A16 no token", {}, 401],
  ["A16 a wrong token", { Authorization: "Bearer wrong" }, 401],
  ["A16 a cut token", { Authorization: `Bearer ${token.slice(0, -1)}` }, 401],
  ["A16 the token under another scheme", { Authorization: `Basic ${token}` }, 401],
])("%s is refused, and nothing is asked of the manager", async (_name, headers, status) => {
  const before = asked;
  for (const path of ["/mcp", "/", "/favicon.ico", "/mcp/../x"]) {
    for (const method of ["POST", "GET", "DELETE"]) {
      const answer = await send({ headers, path, method });
      expect(answer.status).toBe(status);
      expect(answer.body).not.toContain(token);
    }
  }
  expect(asked).toBe(before);
});

test("A16 a token in the query is not looked at", async () => {
  expect((await send({ path: `/mcp?token=${token}` })).status).toBe(401);
});

test("A17 it listens on loopback only", () => {
  expect(new URL(server.url).hostname).toBe("127.0.0.1");
});

test("the client gets structured results, and progress while the call runs", async () => {
  const client = await connectManager({ url: server.url, token }, "1.2.3");
  const lines: string[] = [];
  const logs = await client.call(
    "docker_get_logs",
    { server_name: "one" },
    { progress: (line) => lines.push(line) },
  );
  expect(logs).toEqual({
    lines: [{ at: "1970-01-01T00:00:00.000Z", stream: "stderr", text: "hello" }],
  });
  expect(lines).toEqual(["first line", "second line"]);
  await client.close();
});

test("a request to a server comes back as it was answered: a result, or the error with its code", async () => {
  const client = await connectManager({ url: server.url, token }, "0.0.0");
  expect(
    await client.call("docker_call_tool", { server_name: "a", tool: "t", arguments: { x: [1] } }),
  ).toEqual({ duration_ms: 3, result: { echoed: { name: "t", arguments: { x: [1] } } } });
  expect(await client.call("docker_send_request", { server_name: "a", method: "a/b" })).toEqual({
    duration_ms: 4,
    error: { code: -32601, message: "no a/b" },
  });
  await client.close();
});

test("a fault of the manager is the same fault at the client", async () => {
  const client = await connectManager({ url: server.url, token }, "1.2.3");
  const call = client.call("docker_create_server", { server_type: "x", server_name: "one" });
  await expect(call).rejects.toMatchObject({
    code: "TEMPLATE_NOT_FOUND",
    message: 'There is no template "x".',
  });
  await client.close();
});

test("a client without the token learns that it is refused", async () => {
  await expect(connectManager({ url: server.url, token: "wrong" }, "1.2.3")).rejects.toMatchObject({
    code: "MANAGER_UNREACHABLE",
  });
});
