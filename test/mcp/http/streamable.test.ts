import { expect, test } from "vitest";
import { of, rejection } from "../child-server.ts";
import {
  answerTo,
  connectHttp,
  eventOf,
  initialized,
  json,
  legacyHandler,
  modernHandler,
  startStub,
  status,
  stream,
} from "./stub-server.ts";

const timeoutMs = 20_000;
const echo = { name: "echo", arguments: { message: "hi" } };
const echoed = { content: [{ type: "text", text: "hi" }] };

test("a legacy session carries its id and revision on every request and is deleted at its end", async () => {
  await using stub = await startStub(legacyHandler());
  {
    await using connected = await connectHttp(stub.url);
    const { session, heard } = connected;
    const reply = await session.request("tools/call", echo, { timeoutMs });
    expect(reply).toMatchObject({ kind: "result", result: echoed, status: 200 });
    expect(session).toMatchObject({ revision: "2025-11-25", era: "legacy", transport: "http" });
    expect(heard.findings).toEqual([]);
  }
  const [first, ...rest] = stub.seen;
  expect(first?.headers).not.toHaveProperty("mcp-session-id");
  expect(first?.headers).not.toHaveProperty("mcp-protocol-version");
  expect(first?.headers.accept).toBe("application/json, text/event-stream");
  expect(rest.map(({ verb, message }) => `${verb} ${message.method ?? ""}`.trim())).toEqual([
    "POST notifications/initialized",
    "GET",
    "POST tools/call",
    "DELETE",
  ]);
  for (const { headers } of rest) {
    expect(headers["mcp-session-id"]).toBe("session-1");
    expect(headers["mcp-protocol-version"]).toBe("2025-11-25");
    expect(headers).not.toHaveProperty("mcp-method");
  }
});

test("a session without an id is not deleted, and carries none", async () => {
  await using stub = await startStub(legacyHandler({}, { sessionId: null }));
  {
    await using connected = await connectHttp(stub.url);
    await connected.session.request("tools/call", echo, { timeoutMs });
  }
  expect(stub.seen.filter(({ verb }) => verb === "DELETE")).toEqual([]);
  expect(stub.seen.some(({ headers }) => "mcp-session-id" in headers)).toBe(false);
});

test.each([
  ["2025-03-26", undefined],
  ["2025-06-18", "2025-06-18"],
])("a session of revision %s names it in a header: %s", async (revision, expected) => {
  await using stub = await startStub(
    legacyHandler({
      initialize: (response, { message }) =>
        json(response, answerTo(message, initialized(revision))),
    }),
  );
  await using connected = await connectHttp(stub.url);
  await connected.session.request("tools/call", echo, { timeoutMs });
  expect(stub.seen.at(-1)?.headers["mcp-protocol-version"]).toBe(expected);
});

test("a modern session is POST only and repeats its messages in headers", async () => {
  await using stub = await startStub(modernHandler());
  {
    await using connected = await connectHttp(stub.url, { protocol: "modern" });
    const { session, heard } = connected;
    await session.request("tools/call", { name: "grüß", arguments: {} }, { timeoutMs });
    await session.request("prompts/get", { name: "plain" }, { timeoutMs });
    expect(of(heard, "http-status")).toEqual([]);
    expect(session).toMatchObject({ revision: "2026-07-28", era: "modern", transport: "http" });
  }
  expect(stub.seen.map(({ verb }) => verb)).toEqual(["POST", "POST", "POST"]);
  expect(stub.seen.map(({ headers }) => headers["mcp-protocol-version"])).toEqual(
    Array(3).fill("2026-07-28"),
  );
  expect(stub.seen.map(({ headers }) => headers["mcp-method"])).toEqual([
    "server/discover",
    "tools/call",
    "prompts/get",
  ]);
  expect(stub.seen.map(({ headers }) => headers["mcp-name"])).toEqual([
    undefined,
    "=?base64?Z3LDvMOf?=",
    "plain",
  ]);
});

test("a message's own headers win, and an empty one is left out", async () => {
  await using stub = await startStub(modernHandler());
  await using connected = await connectHttp(stub.url, {
    protocol: "modern",
    endpoint: { headers: { "X-Team": "a", "x-other": "b" } },
  });
  await connected.session.request("tools/call", echo, {
    timeoutMs,
    headers: { "Mcp-Name": "another", "mcp-method": "", "x-team": "c" },
  });
  const headers = stub.seen.at(-1)?.headers;
  expect(headers).toMatchObject({ "mcp-name": "another", "x-team": "c", "x-other": "b" });
  expect(headers).not.toHaveProperty("mcp-method");
});

test("an answer may come as a stream, behind what belongs to it", async () => {
  const progress = {
    jsonrpc: "2.0",
    method: "notifications/message",
    params: { level: "info", data: 1 },
  };
  await using stub = await startStub(
    legacyHandler({
      "tools/call": (response, { message }) =>
        stream(response).end(eventOf(progress) + eventOf(answerTo(message, echoed))),
    }),
  );
  await using connected = await connectHttp(stub.url);
  const { session, heard } = connected;
  const reply = await session.request("tools/call", echo, { timeoutMs });
  expect(reply).toMatchObject({ kind: "result", result: echoed });
  expect(session.inbox.counts.get("notifications/message")).toBe(1);
  expect(heard.findings.filter(({ code }) => /http|sse|stream/u.test(code))).toEqual([]);
});

test("many calls are under way at once, each with its own answer", async () => {
  await using stub = await startStub(
    legacyHandler({
      "tools/call": (response, { message }) =>
        json(response, answerTo(message, { ...echoed, _meta: message.params })),
    }),
  );
  await using connected = await connectHttp(stub.url);
  const replies = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      connected.session.request("tools/call", { name: `t${index}` }, { timeoutMs }),
    ),
  );
  expect(replies.map((reply) => reply.kind === "result" && reply.result)).toEqual(
    Array.from({ length: 50 }, (_, index) => ({ ...echoed, _meta: { name: `t${index}` } })),
  );
  expect(connected.heard.findings).toEqual([]);
});

test("what the server sends of its own accord comes on the stream of a GET, and its requests are answered by POST", async () => {
  const ping = { jsonrpc: "2.0", id: "p1", method: "ping" };
  const answered = Promise.withResolvers<unknown>();
  await using stub = await startStub(
    legacyHandler(
      {
        response: (response, { message }) => {
          answered.resolve(message);
          status(response, 202);
        },
      },
      { get: (response) => stream(response).write(eventOf(ping)) },
    ),
  );
  await using connected = await connectHttp(stub.url);
  expect(await answered.promise).toEqual({ jsonrpc: "2.0", id: "p1", result: {} });
  expect(connected.heard.findings).toEqual([]);
});

test("a response on that stream is a finding", async () => {
  let write: (text: string) => void = () => undefined;
  await using stub = await startStub(
    legacyHandler(
      {
        "tools/call": (response, { message }) => {
          write(eventOf(answerTo(message, echoed)));
          stream(response);
        },
      },
      {
        get: (response) => {
          stream(response);
          write = (text) => response.write(text);
        },
      },
    ),
  );
  await using connected = await connectHttp(stub.url);
  await connected.session.request("tools/call", echo, { timeoutMs });
  expect(of(connected.heard, "misplaced-response")).toHaveLength(1);
});

test("a GET that is answered neither with a stream nor with 405 is a finding", async () => {
  await using stub = await startStub(legacyHandler({}, { get: (response) => json(response, {}) }));
  await using connected = await connectHttp(stub.url);
  await connected.session.request("tools/call", echo, { timeoutMs });
  expect(of(connected.heard, "http-get")).toEqual([
    expect.stringContaining("HTTP 200 (application/json)"),
  ]);
});

test("a modern request that is given up is ended by closing its stream", async () => {
  const closed = Promise.withResolvers<void>();
  await using stub = await startStub(
    modernHandler({
      "tools/call": (response) => {
        stream(response).write(":\n\n");
        response.once("close", closed.resolve);
      },
    }),
  );
  await using connected = await connectHttp(stub.url, { protocol: "modern" });
  const call = connected.session.request("tools/call", echo, { timeoutMs: 300 });
  expect(await rejection(call)).toMatchObject({ code: "CALL_TIMED_OUT" });
  await closed.promise;
  expect(stub.seen.map(({ message }) => message.method)).not.toContain("notifications/cancelled");
});

test("a request on the stream of a modern server is not answered by a POST", async () => {
  await using stub = await startStub(
    modernHandler({
      "tools/call": (response, { message }) => {
        const ping = { jsonrpc: "2.0", id: "p1", method: "ping" };
        const result = { resultType: "complete", ...echoed };
        stream(response).end(eventOf(ping) + eventOf(answerTo(message, result)));
      },
    }),
  );
  await using connected = await connectHttp(stub.url, { protocol: "modern" });
  await connected.session.request("tools/call", echo, { timeoutMs });
  await connected.session.request("tools/call", echo, { timeoutMs });
  expect(stub.seen.map(({ message }) => message.method)).toEqual([
    "server/discover",
    "tools/call",
    "tools/call",
  ]);
});

test("a legacy request that is given up is cancelled by a notification, and its stream stays open for a while", async () => {
  const told = Promise.withResolvers<void>();
  let open = false;
  await using stub = await startStub(
    legacyHandler({
      "tools/call": (response) => {
        stream(response).write(":\n\n");
        open = true;
        response.once("close", () => {
          open = false;
        });
      },
      "notifications/cancelled": (response) => {
        status(response, 202);
        told.resolve();
      },
    }),
  );
  await using connected = await connectHttp(stub.url);
  const call = connected.session.request("tools/call", echo, { timeoutMs: 300 });
  expect(await rejection(call)).toMatchObject({ code: "CALL_TIMED_OUT" });
  await told.promise;
  expect(open).toBe(true);
});
