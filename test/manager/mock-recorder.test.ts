import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { mockHttp } from "../../src/config/mock/http.ts";
import { createRedactor } from "../../src/log/index.ts";
import { createMockDesk } from "../../src/manager/mock/desk.ts";
import type { MockAnswer } from "../../src/manager/mock/program.ts";
import { mockRecorder } from "../../src/manager/mock/recorder.ts";
import { temporaryFolder } from "../report/fixture.ts";

/** An API that counts what it is asked, at an address of this machine. */
async function api(): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers["authorization"] ?? ""}`.trim());
    request.resume().once("end", () => {
      response.setHeader("set-cookie", "session=1");
      if (request.url === "/binary") {
        response.end(Buffer.from([0, 255]));
      } else {
        response.setHeader("content-type", "application/json");
        response.statusCode = 201;
        response.end(JSON.stringify({ n: asked.length, key: "hunter2hunter2" }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A mock in front of it, asked as its program in the container asks. */
function mock(upstream: string, workspace: string, mayRecord = true, recorded = "api.yml") {
  const answers = new Map<number, (answer: { status: number; body: string }) => void>();
  const warnings: string[] = [];
  const attempts: string[] = [];
  const spec = mockHttp.parse({ upstream, recorded });
  const origin = { workspace, folder: workspace, mayRecord };
  const world = {
    redactor: () => createRedactor({ KEY: "hunter2hunter2" }),
    networks: { hostProxies: {} },
  };
  const recorder = mockRecorder(spec, origin, world, (...attempt) => {
    attempts.push(attempt.slice(1).join(" ").trim());
  });
  const record = { event: () => undefined, log: () => undefined };
  const clock = { nowMs: () => 0, monotonicMs: () => 0, sleep: () => Promise.resolve() };
  const write = async (bytes: Uint8Array): Promise<void> => {
    const { id, status, body } = JSON.parse(Buffer.from(bytes).toString()) as MockAnswer;
    answers.get(id)?.({ status, body: Buffer.from(body, "base64").toString("latin1") });
  };
  const desk = createMockDesk(
    "api",
    spec,
    write,
    { record, clock },
    (message) => warnings.push(message),
    recorder,
  );
  let next = 0;
  return {
    warnings,
    attempts,
    ask: (method: string, url: string, headers: object = {}) => {
      const id = (next += 1);
      return new Promise<{ status: number; body: string }>((resolve) => {
        answers.set(id, resolve);
        desk.push(Buffer.from(`${JSON.stringify({ id, method, url, headers, body: "" })}\n`));
      });
    },
  };
}

test("what nothing fits is asked once, kept without secrets and cookies, and answered from then on", async () => {
  const { url, asked } = await api();
  const workspace = temporaryFolder();
  const { ask, attempts } = mock(url, workspace);
  const first = await ask("GET", "/v1/a?page=1", { authorization: "Bearer x", host: "api:8080" });
  expect(first).toEqual({ status: 201, body: '{"n":1,"key":"hunter2hunter2"}' });
  expect(await ask("GET", "/v1/a?page=1")).toEqual(first);
  expect((await ask("GET", "/binary")).body).toBe("\u0000\u00ff");
  expect(asked).toEqual(["GET /v1/a?page=1 Bearer x", "GET /binary"]);
  expect(attempts).toEqual(["allowed", "allowed"]);
  expect(parse(readFileSync(join(workspace, "api.yml"), "utf8"))).toEqual([
    {
      request: { method: "GET", path: "/v1/a", query: { page: "1" } },
      answer: {
        status: 201,
        headers: { "content-type": "application/json" },
        json: { n: 1, key: "***" },
      },
    },
    {
      request: { method: "GET", path: "/binary" },
      answer: { status: 200, headers: {}, base64: "AP8=" },
    },
  ]);
});

test("in CI nobody is asked, and nothing is written", async () => {
  const { url, asked } = await api();
  const workspace = temporaryFolder();
  const { ask, warnings } = mock(url, workspace, false);
  expect((await ask("GET", "/v1/a")).status).toBe(404);
  expect(asked).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining("tried GET /v1/a, no answer declared")]);
  expect(() => readFileSync(join(workspace, "api.yml"))).toThrow("ENOENT");
});

test("an API that is not reached, or a name that means an address of this machine, is told", async () => {
  const { url, asked } = await api();
  const workspace = temporaryFolder();
  const near = mock(url.replace("127.0.0.1", "localhost"), workspace);
  expect((await near.ask("GET", "/v1/a")).status).toBe(404);
  expect(near.warnings[0]).toMatch(/^GET \/v1\/a could not be recorded: localhost:\d+: /);
  const far = mock(url, workspace);
  expect((await far.ask("GET", "//127.0.0.2/v1/a")).status).toBe(404);
  expect(far.warnings[0]).toContain("//127.0.0.2/v1/a is no path of http://127.0.0.1:");
  expect(asked).toEqual([]);
});

test("A33 the file lies inside the workspace and is no link", async () => {
  const { url } = await api();
  const workspace = temporaryFolder();
  mkdirSync(join(workspace, "in"));
  symlinkSync(join(workspace, "elsewhere.yml"), join(workspace, "in", "link.yml"));
  for (const file of ["in/link.yml", "../out.yml"]) {
    const { ask, warnings } = mock(url, workspace, true, file);
    expect((await ask("GET", "/v1/a")).status).toBe(404);
    expect(warnings[0]).toContain("could not be recorded");
  }
  expect(() => readFileSync(join(workspace, "elsewhere.yml"))).toThrow("ENOENT");
});
