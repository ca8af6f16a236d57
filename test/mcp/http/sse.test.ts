import { expect, test } from "vitest";
import { type Clock, systemClock } from "../../../src/clock/index.ts";
import { sseWire } from "../../../src/mcp/index.ts";
import { rejection } from "../child-server.ts";
import {
  answerTo,
  connectHttp,
  connectOver,
  eventOf,
  type Handler,
  initialized,
  startStub,
  status,
  stream,
  text,
} from "./stub-server.ts";

const timeoutMs = 20_000;
const echo = { name: "echo", arguments: { message: "hi" } };
const echoed = { content: [{ type: "text", text: "hi" }] };

/** A server of the old transport; `endpoint` is what its first event says, `call` what becomes of a tools/call. */
function oldHandler(endpoint: string, call?: Handler): Handler {
  let events: (text: string) => void = () => undefined;
  return (response, seen) => {
    if (seen.verb === "GET") {
      stream(response).write(`event: endpoint\ndata: ${endpoint}\n\n`);
      events = (event) => response.write(event);
      return;
    }
    if (!seen.path.startsWith("/messages")) {
      status(response, 404);
      return;
    }
    const { message } = seen;
    if (message.method === "tools/call" && call !== undefined) {
      call(response, seen);
      return;
    }
    text(response, "Accepted", "text/plain", 202);
    if (message.method === "initialize") {
      events(eventOf(answerTo(message, initialized("2024-11-05"))));
    } else if (message.id !== undefined) {
      events(eventOf(answerTo(message, echoed)));
    }
  };
}

test("a session over HTTP+SSE posts to the address of the endpoint event and reads from its stream", async () => {
  await using stub = await startStub(oldHandler("/messages?session=7"));
  await using connected = await connectOver(sseWire({ url: stub.url, headers: { "x-a": "b" } }));
  const { session, heard } = connected;
  const reply = await session.request("tools/call", echo, { timeoutMs });
  expect(reply).toMatchObject({ kind: "result", result: echoed });
  expect(session).toMatchObject({ transport: "sse", revision: "2024-11-05" });
  expect(heard.findings).toEqual([]);
  const posts = stub.seen.filter(({ verb }) => verb === "POST");
  expect(new Set(posts.map(({ path }) => path))).toEqual(new Set(["/messages?session=7"]));
  expect(stub.seen.every(({ headers }) => headers["x-a"] === "b")).toBe(true);
});

test("A37 an endpoint event that leads to another host, port or scheme is not followed", async () => {
  await using other = await startStub(oldHandler("/messages"));
  for (const endpoint of [
    `${other.origin}/messages`,
    "//127.0.0.2/messages",
    "https://127.0.0.1/",
  ]) {
    await using stub = await startStub(oldHandler(endpoint));
    const connecting = connectOver(sseWire({ url: stub.url, headers: {} }));
    expect(await rejection(connecting)).toMatchObject({
      code: "PROTOCOL_VIOLATION",
      message: expect.stringContaining("is not spoken to"),
    });
  }
  expect(other.seen).toEqual([]);
});

test("the end of the stream is the end of the session", async () => {
  await using stub = await startStub(
    oldHandler("/messages", (response) => {
      status(response, 202);
      setImmediate(() => stub.hangUp());
    }),
  );
  await using connected = await connectOver(sseWire({ url: stub.url, headers: {} }));
  const call = connected.session.request("tools/call", echo, { timeoutMs });
  expect(await rejection(call)).toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringContaining("its event stream"),
  });
});

test("a message that is refused fails its request alone", async () => {
  let first = true;
  await using stub = await startStub(
    oldHandler("/messages", (response) => {
      text(response, first ? "nope" : "Accepted", "text/plain", 500);
      first = false;
    }),
  );
  await using connected = await connectOver(sseWire({ url: stub.url, headers: {} }));
  const call = connected.session.request("tools/call", echo, { timeoutMs });
  expect(await rejection(call)).toMatchObject({
    message: expect.stringContaining('HTTP 500 (text/plain): "nope"'),
  });
  const ping = await connected.session.ping({ timeoutMs });
  expect(ping).toMatchObject({ kind: "result" });
});

test.each([
  ["404", (response: Parameters<Handler>[0]) => status(response, 404), "HTTP 404"],
  [
    "no event stream",
    (response: Parameters<Handler>[0]) => text(response, "hi", "text/plain"),
    "not with text/event-stream",
  ],
  [
    "a stream without an endpoint event",
    (response: Parameters<Handler>[0]) => stream(response).end(),
    "before its endpoint event",
  ],
])("a GET that is answered with %s says so at once", async (_, handler, words) => {
  await using stub = await startStub(handler);
  const connecting = connectOver(sseWire({ url: stub.url, headers: {} }));
  expect(await rejection(connecting)).toMatchObject({ message: expect.stringContaining(words) });
});

test("a server declared as Streamable HTTP that speaks HTTP+SSE is spoken to so, and that is said", async () => {
  await using stub = await startStub(oldHandler("/messages"));
  for (const protocol of ["auto", "legacy"] as const) {
    await using connected = await connectHttp(stub.url, { protocol });
    const { session, heard } = connected;
    const reply = await session.request("tools/call", echo, { timeoutMs });
    expect(reply).toMatchObject({ kind: "result", result: echoed });
    expect(session.transport).toBe("sse");
    expect(heard.findings.map(({ code }) => code)).toEqual(["http-sse-fallback"]);
  }
});

test("a server that refuses a POST and speaks neither is told by its refusal", async () => {
  await using stub = await startStub((response) =>
    text(response, "nothing here", "text/plain", 404),
  );
  const refused = await rejection(connectHttp(stub.url));
  expect(refused).toMatchObject({ message: expect.stringContaining('"nothing here"') });
});

test("a stream that is asked for in vain whether the server is of the old transport is closed again", async () => {
  const closed = Promise.withResolvers<void>();
  await using stub = await startStub((response, { verb }) => {
    if (verb === "GET") {
      stream(response).write(":\n\n");
      response.once("close", closed.resolve);
    } else {
      text(response, "nothing here", "text/plain", 404);
    }
  });
  const impatient: Clock = {
    ...systemClock,
    sleep: (ms, signal) => systemClock.sleep(ms === 3_000 ? 50 : ms, signal),
  };
  const refused = await rejection(connectHttp(stub.url, {}, impatient));
  expect(refused).toMatchObject({ message: expect.stringContaining('"nothing here"') });
  await closed.promise;
});
