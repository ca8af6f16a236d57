import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { image, outcomes, play } from "./play.ts";

/** Asks the API whose address it is given in its environment, as real servers do. */
const client = `
  require("readline").createInterface({ input: process.stdin }).on("line", async (line) => {
    const { id, method, params } = JSON.parse(line);
    const send = (result) => console.log(JSON.stringify({ jsonrpc: "2.0", id, result }));
    if (method === "initialize") {
      send({ protocolVersion: params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "x", version: "1" } });
    } else if (method === "tools/list") {
      send({ tools: [{ name: "ask", inputSchema: { type: "object" } }] });
    } else if (method === "tools/call") {
      const { path, ...options } = params.arguments;
      const answer = await fetch(process.env.API_URL + path, options);
      send({ content: [{ type: "text", text: answer.status + " " + await answer.text() }] });
    }
  }).on("close", () => process.exit());
`;

const runFile = `version: 1
services:
  api:
    mock_http:
      files: [./answers]
      answers:
        - request: "GET /v1/users/{id}"
          answer: { json: { name: Ada }, delay: 20ms }
          times: 1
        - request: { method: POST, path: /v1/users, headers: { authorization: "Bearer *" }, body: { name: Bob } }
          answer: { status: 201, headers: { location: /v1/users/8 } }
servers:
  a:
    image: ${image}
    command: ["node", "-e", ${JSON.stringify(client)}]
    env: { API_URL: "http://api:8080" }
    depends_on: [api]
    protocol: legacy
    checks: { idle_cpu: false }
scenarios:
  - name: one
    steps:
      - { call: ask, with: { path: /v1/users/7 }, expect: { text: '200 {"name":"Ada"}' } }
      - { call: ask, with: { path: /v1/users/7?again }, expect: { text: '404 {"error":"the mock has no answer to GET /v1/users/7?again"}' } }
      - { call: ask, with: { path: /v1/users, method: POST, headers: { authorization: Bearer x }, body: '{"name":"Bob"}' }, expect: { text: "201 " } }
      - { call: ask, with: { path: /from/file }, expect: { text: "200 from a file" } }
      - { call: ask, with: { path: "/recorded?q=1" }, expect: { text: "200 first" } }
      - { call: ask, with: { path: "/recorded?q=1" }, expect: { text: "200 second" } }
`;

const archive = JSON.stringify({
  log: {
    entries: ["first", "second"].map((text) => ({
      request: { method: "GET", url: "https://api.example.com/recorded?q=1" },
      response: { status: 200, content: { text, mimeType: "text/plain" } },
    })),
  },
});

test("a mock answers what is declared, in the run file or in files, and tells what nothing fits", async () => {
  const { record, summary } = await play(runFile, {}, [], {
    "answers/a.yml": '- { request: "GET /from/file", answer: { text: from a file } }\n',
    "answers/b.har": archive,
  });
  expect(summary.fault).toBeNull();
  expect(outcomes(record)).toEqual(Array.from({ length: 6 }, () => "call ask: passed"));
  expect(record.findings().filter(({ code }) => code === "mock-unmatched")).toMatchObject([
    {
      server: "api",
      severity: "warning",
      message:
        'tried GET /v1/users/7, no answer declared; add one to service api: mock_http: { answers: [{ request: "GET /v1/users/7", answer: { … } }] }',
    },
  ]);
  expect([...record.logs({ server: "api" })].map(({ text }) => text)).toEqual([
    "GET /v1/users/7 → 200",
    "GET /v1/users/7?again → 404, no answer declared",
    "POST /v1/users → 201",
    "GET /from/file → 200",
    "GET /recorded?q=1 → 200",
    "GET /recorded?q=1 → 200",
  ]);
});

test("the example passes as it stands: a server whose API is not there", async () => {
  const folder = fileURLToPath(new URL("../../examples/mock-http/", import.meta.url));
  const files = ["weather.yml", "server/package.json", "server/server.mjs"];
  const content = (path: string) => readFileSync(`${folder}${path}`, "utf8");
  const { record, summary } = await play(
    content("mcp-manager.yml"),
    {},
    [],
    Object.fromEntries(files.map((path) => [path, content(path)])),
  );
  expect(outcomes(record)).toEqual(Array.from({ length: 4 }, () => "call forecast: passed"));
  expect(summary).toMatchObject({ fault: null, outcome: "passed", passed: 4 });
  expect(record.findings()).toEqual([]);
});
