import { expect, test } from "vitest";
import { call } from "./calling.ts";
import { type Connected, connectToFile, of, rejection } from "./child-server.ts";

const options = { timeoutMs: 20_000 };
const modern = (): Promise<Connected> => connectToFile("full-modern.mjs", { protocol: "modern" });

test("legacy: subscribing and unsubscribing are requests, an update is heard", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const { session, heard } = connected;
  expect(await session.subscribe("test://a", options)).toMatchObject({ kind: "result" });
  const update = await session.inbox.next(
    0,
    ({ method }) => method === "notifications/resources/updated",
    options,
  );
  expect(update.params).toEqual({ uri: "test://a" });
  expect(await session.unsubscribe("test://a", options)).toMatchObject({ kind: "result" });
  expect(await rejection(session.listen({}, options))).toMatchObject({ code: "USAGE" });
  expect(heard.findings).toEqual([]);
});

test("modern: a subscription is a stream of its own; it ends when it is unsubscribed", async () => {
  await using connected = await modern();
  const { session, heard } = connected;
  expect(await session.subscribe("test://a", options)).toMatchObject({
    kind: "result",
    result: { notifications: { resourceSubscriptions: ["test://a"] } },
  });
  const before = session.inbox.seq;
  await call(connected, "change-all");
  expect(session.inbox.since(before)).toMatchObject([
    { method: "notifications/resources/updated", params: { uri: "test://a" } },
  ]);
  expect(await session.unsubscribe("test://a", options)).toMatchObject({ kind: "result" });
  const after = session.inbox.seq;
  await call(connected, "change-all");
  expect(session.inbox.seq).toBe(after);
  expect(heard.sent.some((line) => line.includes("notifications/cancelled"))).toBe(true);
  expect(await rejection(session.unsubscribe("test://a", options))).toMatchObject({
    code: "USAGE",
  });
  expect(heard.findings).toEqual([]);
});

test("modern: listening is acknowledged, outlives its timeout, and is stopped", async () => {
  await using connected = await modern();
  const { session, heard } = connected;
  const reply = await session.listen({ toolsListChanged: true }, { timeoutMs: 300 });
  expect(reply).toMatchObject({
    kind: "result",
    result: { notifications: { toolsListChanged: true } },
  });
  await call(connected, "slow");
  await call(connected, "change-all");
  expect(session.inbox.counts.get("notifications/tools/list_changed")).toBe(1);
  await session.stopListening(options);
  await call(connected, "change-all");
  expect(session.inbox.counts.get("notifications/tools/list_changed")).toBe(1);
  expect(heard.findings).toEqual([]);
});

test.each(["end-by-result", "end-by-cancelled"])(
  "modern: a server that ends the stream (%s) does so in order",
  async (tool) => {
    await using connected = await modern();
    await connected.session.listen({ toolsListChanged: true }, options);
    await call(connected, tool);
    await call(connected, "change-all");
    expect(await connected.session.ping(options)).toMatchObject({ kind: "result" });
    expect(connected.heard.findings).toEqual([]);
  },
);

test("modern: a filter the server refuses is its error", async () => {
  await using connected = await modern();
  expect(await connected.session.listen({ refuse: true }, options)).toMatchObject({
    kind: "error",
    error: { code: -32602 },
  });
});

test("modern: news without a subscription, or of a kind not asked for, is a finding", async () => {
  await using connected = await modern();
  await call(connected, "list-changed-without-subscription");
  await connected.session.listen({ toolsListChanged: true }, options);
  await call(connected, "change-too-much");
  expect(of(connected.heard, "unasked-notification")).toEqual([
    expect.stringContaining("so it belongs to no subscription"),
    expect.stringContaining('did not ask for "promptsListChanged"'),
  ]);
});

test("modern: a log line is in order once a level was asked for", async () => {
  await using connected = await modern();
  const { session, heard } = connected;
  await call(connected, "log");
  expect(of(heard, "unasked-notification")).toEqual([
    expect.stringContaining("though no request has asked for a log level"),
  ]);
  expect(await session.setLogLevel("info", options)).toMatchObject({ kind: "result" });
  await call(connected, "log");
  expect(heard.sent.at(-1)).toContain('"io.modelcontextprotocol/logLevel":"info"');
  expect(of(heard, "unasked-notification")).toHaveLength(1);
});

test("modern: an aborted wait for the acknowledgement ends the stream", async () => {
  await using connected = await modern();
  const signal = AbortSignal.abort();
  const listening = connected.session.listen({ toolsListChanged: true }, { ...options, signal });
  expect(await rejection(listening)).toMatchObject({ code: "INTERRUPTED" });
});
