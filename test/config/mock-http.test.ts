import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadRunFile } from "../../src/config/index.ts";
import { linesOf, problemsWithFiles, requestOf } from "./loading.ts";

function file(mock: string, more = ""): string {
  return `version: 1
services:
  api: { mock_http: ${mock}${more} }
servers:
  a: { image: alpine:3.20 }
scenarios:
  - { name: one, steps: [{ ping: true }] }
`;
}

function workspaceWith(files: Readonly<Record<string, string>>): string {
  const workspace = mkdtempSync(join(tmpdir(), "mock-"));
  onTestFinished(() => rmSync(workspace, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  return workspace;
}

function archive(...entries: readonly object[]): string {
  return JSON.stringify({ log: { entries } });
}

function entry(method: string, url: string, status: number, content: object): object {
  return { request: { method, url, cookies: [] }, response: { status, headers: [], content } };
}

test("what is no request, no answer, or of no use to a mock is told at its place", () => {
  expect(linesOf(file("{ answers: [{ request: GET users }] }"))).toEqual([
    expect.stringContaining("3:44 services.api.mock_http.answers[0].request"),
  ]);
  expect(linesOf(file('{ answers: [{ request: { path: "/a?b=c" } }] }'))).toEqual([
    expect.stringContaining("is no path: it must begin with / and hold no spaces, ? or #"),
  ]);
  expect(linesOf(file("{ answers: [{ request: /a, answer: { json: 1, text: b } }] }"))).toEqual([
    expect.stringContaining("needs at most one of json, text and base64"),
  ]);
  expect(linesOf(file("{}", ", command: [x], env: { A: b }"))).toEqual([
    '3:25 command: goes with image or build, but the service "api" is a mock',
    '3:39 env: goes with image or build, but the service "api" is a mock',
  ]);
  expect(linesOf(file("{ unmatched: 200 }"))).toHaveLength(1);
});

test("answers of files come after those of the run file, a folder's by the names of its files", async () => {
  const workspace = workspaceWith({
    "more/b.json": '[{ "request": "/b" }]',
    "more/a.yml": "- request: /a\n  answer: { text: 'costs ${HOME}' }\n",
    "more/notes.txt": "no answers",
    "up.har": archive(
      entry("GET", "https://x.example/h?q=1", 200, { text: "aGk=", encoding: "base64" }),
      entry("GET", "https://x.example/h?q=1", 500, { text: "late", mimeType: "text/plain" }),
      entry("GET", "https://x.example/gone", 0, {}),
    ),
  });
  const text = file("{ files: [more, up.har], answers: [{ request: GET /first }] }");
  const { runFile } = await loadRunFile(requestOf(text, { workspace }));
  expect(runFile.services["api"]?.mock_http?.answers).toMatchObject([
    { request: { method: "GET", path: "/first" } },
    { request: { path: "/a" }, answer: { text: "costs ${HOME}" } },
    { request: { path: "/b" } },
    {
      request: { method: "GET", path: "/h", query: { q: "1" } },
      answer: { status: 200, base64: "aGk=" },
      times: 1,
    },
    { answer: { status: 500, text: "late", headers: { "content-type": "text/plain" } } },
  ]);
});

test("what was recorded comes last, and need not be there yet", async () => {
  const text = file(
    '{ upstream: "https://x.example", recorded: r.yml, answers: [{ request: /a }] }',
  );
  const answersIn = async (workspace: string) => {
    const { runFile } = await loadRunFile(requestOf(text, { workspace }));
    return runFile.services["api"]?.mock_http?.answers.map(({ request }) => request.path);
  };
  expect(await answersIn(workspaceWith({}))).toEqual(["/a"]);
  expect(await answersIn(workspaceWith({ "r.yml": "- request: /r\n" }))).toEqual(["/a", "/r"]);
  const outside = text.replace("r.yml", "../r.yml");
  expect(await problemsWithFiles(outside, workspaceWith({}))).toEqual([
    'mcp-manager.yml:3 the file "../r.yml" lies outside the workspace',
  ]);
  expect(linesOf(file('{ upstream: "https://x.example" }'))).toEqual([
    expect.stringContaining("needs recorded, the file that answers of upstream are kept in"),
  ]);
});

test("a file of answers that is not sound is told at its own line", async () => {
  const workspace = workspaceWith({
    "a.yml": "- request: /a\n- request: /b\n  answr: 1\n",
    "b.yml": "a: [",
    "c.har": '{ "log": {} }',
    "d.har": "no",
  });
  const problems = await problemsWithFiles(
    file("{ files: [a.yml, b.yml, c.har, d.har, none.yml, ../out.yml] }"),
    workspace,
  );
  expect(problems).toEqual([
    'a.yml:2 [1]: Unrecognized key: "answr"',
    expect.stringMatching(/^b\.yml:\d /),
    expect.stringMatching(/^mcp-manager\.yml:3 the file "c\.har" is no HTTP archive: log\.entries/),
    'mcp-manager.yml:3 the file "d.har" is not JSON',
    'mcp-manager.yml:3 the file "none.yml" does not exist',
    'mcp-manager.yml:3 the file "../out.yml" lies outside the workspace',
  ]);
});
