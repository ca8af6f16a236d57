import { expect, test } from "vitest";
import { call, textOf } from "./calling.ts";
import { connectTo, connectToFile, rejection } from "./child-server.ts";

const timeoutMs = 20_000;
const bytes = (text: string): Uint8Array => Buffer.from(text);

test("raw bytes reach the server as they are, and the error without an id is the answer", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const reply = await connected.session.sendRaw(bytes('{"jsonrpc": oops'), {
    timeoutMs,
    answer: null,
  });
  expect(reply).toMatchObject({ kind: "error", error: { code: -32700 } });
  expect(connected.heard.sent.at(-1)).toBe('{"jsonrpc": oops');
  expect(connected.heard.findings).toEqual([]);
});

test("a raw request is answered under its own id, of any type", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  for (const answer of ["own", 777]) {
    const message = { jsonrpc: "2.0", id: answer, method: "ping" };
    const reply = await connected.session.sendRaw(bytes(JSON.stringify(message)), {
      timeoutMs,
      answer,
    });
    expect(reply).toMatchObject({ kind: "result", result: {} });
  }
  expect(connected.heard.findings).toEqual([]);
});

test("without a line break the message goes on with the next bytes", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const { session } = connected;
  expect(
    await session.sendRaw(bytes('{"jsonrpc":"2.0","id":"cut",'), { timeoutMs, newline: false }),
  ).toBeUndefined();
  const reply = await session.sendRaw(bytes('"method":"ping"}'), { timeoutMs, answer: "cut" });
  expect(reply).toMatchObject({ kind: "result" });
});

test("what answers raw bytes nobody waits for is not held against the server", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  await connected.session.sendRaw(bytes("rubbish"), { timeoutMs });
  expect(textOf(await call(connected, "echo", { message: "fine" }))).toBe("fine");
  expect(connected.heard.received.some((line) => line.includes("Parse error"))).toBe(true);
  expect(connected.heard.findings).toEqual([]);
});

test("a server that answers with the id null without being sent rubbish is told", async () => {
  await using connected = await connectTo("null-id");
  await rejection(call(connected, "echo", { message: "x" }));
  expect(connected.heard.findings).toMatchObject([{ code: "null-id" }]);
});

test("an answer that never comes ends with its time; a session that ends, ends it", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const { session } = connected;
  const notification = bytes('{"jsonrpc":"2.0","method":"notifications/none"}');
  const never = session.sendRaw(notification, { timeoutMs: 50, answer: 4000 });
  expect(await rejection(never)).toMatchObject({
    code: "CALL_TIMED_OUT",
    message: "Nothing with the id 4000 answered the raw message within 50 ms.",
  });
  const abort = new AbortController();
  const aborted = rejection(
    session.sendRaw(notification, { timeoutMs, answer: null, signal: abort.signal }),
  );
  abort.abort();
  expect(await aborted).toMatchObject({ code: "INTERRUPTED" });
  const closed = rejection(session.sendRaw(notification, { timeoutMs, answer: "x" }));
  await session.close();
  expect(await closed).toMatchObject({ code: "SESSION_CLOSED" });
  expect(await rejection(session.sendRaw(notification, { timeoutMs }))).toMatchObject({
    code: "SESSION_CLOSED",
  });
});
