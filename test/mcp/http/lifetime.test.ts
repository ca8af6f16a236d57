import { expect, test } from "vitest";
import { type Clock, systemClock } from "../../../src/clock/index.ts";
import { of, rejection } from "../child-server.ts";
import { callOf } from "./call-of.ts";
import {
  connectHttp,
  json,
  legacyHandler,
  modernHandler,
  startStub,
  status,
} from "./stub-server.ts";

const timeoutMs = 20_000;
const echo = { name: "echo", arguments: { message: "hi" } };

test("F99 a redirect on the same host that keeps the POST is followed once, said, and remembered", async () => {
  await using stub = await startStub((response, seen) =>
    seen.path === "/mcp"
      ? status(response, 307, { location: "/mcp/" })
      : legacyHandler()(response, seen),
  );
  await using connected = await connectHttp(stub.url);
  await connected.session.request("tools/call", echo, { timeoutMs });
  expect(of(connected.heard, "http-redirect")).toEqual([expect.stringContaining("/mcp/")]);
  expect(stub.seen.filter(({ path }) => path === "/mcp")).toHaveLength(1);
});

test.each([
  ["with a space in it", "a b"],
  ["of 100 KB", "x".repeat(100_000)],
])("I93 a session id %s is a finding, and is used all the same", async (_, sessionId) => {
  await using stub = await startStub(legacyHandler({}, { sessionId }));
  await using connected = await connectHttp(stub.url);
  await connected.session.request("tools/call", echo, { timeoutMs });
  expect(of(connected.heard, "session-id")).toHaveLength(1);
  expect(stub.seen.at(-1)?.headers["mcp-session-id"]).toBe(sessionId);
});

test.each([
  ["200", "HTTP 200 and an empty body", 200],
  ["204", "HTTP 204 and an empty body", 204],
  ["400", "HTTP 400 and an empty body", 400],
])("I93 an answer %s to a notification is a finding", async (_, words, code) => {
  await using stub = await startStub(
    legacyHandler({ "notifications/initialized": (response) => status(response, code) }),
  );
  await using connected = await connectHttp(stub.url);
  expect(of(connected.heard, "http-notification")).toEqual([
    expect.stringContaining(`notifications/initialized was answered with ${words}`),
  ]);
});

test("I93 a body for a notification is a finding", async () => {
  await using stub = await startStub(
    legacyHandler({ "notifications/initialized": (response) => json(response, { ok: 1 }, 202) }),
  );
  await using connected = await connectHttp(stub.url);
  expect(of(connected.heard, "http-notification")).toHaveLength(1);
});

test("a session the server no longer knows is told, and no other is begun", async () => {
  const { outcome, seen } = await callOf((response) =>
    json(response, { jsonrpc: "2.0", id: null, error: { code: -32001, message: "gone" } }, 404),
  );
  expect(outcome).toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringContaining("no longer knows the session"),
  });
  expect(seen.filter(({ message }) => message.method === "initialize")).toHaveLength(1);
});

test("a server that is only starting is waited for, and one that is to be there is not", async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/mcp`;
  expect(await rejection(connectHttp(url, { protocol: "auto" }))).toMatchObject({
    code: "SERVER_NOT_READY",
    message: expect.stringContaining("nothing listens there"),
  });
  const late = connectHttp(url, { endpoint: { starting: true }, readyTimeoutMs: 200 });
  expect(await rejection(late)).toMatchObject({
    code: "SERVER_NOT_READY",
    message: expect.stringContaining("nothing has come back over HTTP"),
  });
  const connecting = connectHttp(url, { endpoint: { starting: true } });
  await using stub = await startStub(legacyHandler(), port);
  await using connected = await connecting;
  expect(connected.session.era).toBe("legacy");
  expect(stub.seen.filter(({ message }) => message.method === "initialize")).toHaveLength(1);
});

test("a server that ends is told by its end, not by the broken connection", async () => {
  const ended = Promise.withResolvers<void>();
  await using stub = await startStub(
    legacyHandler({
      "tools/call": (response) => {
        response.socket?.destroy();
        // The news comes after the broken connection, as it does from an engine.
        setTimeout(ended.resolve, 100);
      },
    }),
  );
  await using connected = await connectHttp(stub.url, {
    endpoint: { ended: ended.promise },
    explainEnd: () => Promise.resolve("exited with code 3"),
  });
  const call = connected.session.request("tools/call", echo, { timeoutMs });
  expect(await rejection(call)).toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringContaining("exited with code 3"),
  });
});

async function freePort(): Promise<number> {
  await using stub = await startStub(() => undefined);
  return Number(new URL(stub.url).port);
}

test("a modern server is found to be one however late it listens", async () => {
  const port = await freePort();
  const waited = Promise.withResolvers<void>();
  let silences = 0;
  const clock: Clock = {
    ...systemClock,
    sleep: (ms, signal) => {
      silences += ms === 1_000 ? 1 : 0;
      if (silences === 3) {
        waited.resolve();
      }
      return systemClock.sleep(ms === 1_000 ? 20 : ms, signal);
    },
  };
  const endpoint = { starting: true };
  const connecting = connectHttp(
    `http://127.0.0.1:${port}/mcp`,
    { protocol: "auto", endpoint },
    clock,
  );
  await waited.promise;
  await using stub = await startStub(modernHandler(), port);
  await using connected = await connecting;
  expect(connected.session.era).toBe("modern");
  expect(stub.seen.map(({ message }) => message.method)).toEqual(["server/discover"]);
});

test("a Host header may be given, for servers that check it", async () => {
  await using stub = await startStub(legacyHandler());
  const endpoint = { headers: { Host: "localhost:3000" } };
  await using connected = await connectHttp(stub.url, { endpoint });
  expect(connected.session.era).toBe("legacy");
  expect(new Set(stub.seen.map(({ headers }) => headers.host))).toEqual(
    new Set(["localhost:3000"]),
  );
});
