import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { Fault } from "../../src/fault/index.ts";
import { KeptInbox } from "../../src/mcp/inbox.ts";
import { call, textOf, timeoutMs } from "./calling.ts";
import { connectToFile, rejection } from "./child-server.ts";

function add(
  inbox: KeptInbox,
  kind: "notification" | "request",
  method: string,
  params?: Record<string, unknown>,
  atMs = 0,
): void {
  const message = { jsonrpc: "2.0", method, params };
  inbox.add(kind, message, JSON.stringify(message), atMs);
}

function filled(count: number, padding = ""): KeptInbox {
  const inbox = new KeptInbox(systemClock);
  for (let index = 1; index <= count; index += 1) {
    add(inbox, "notification", `n/${index % 3}`, { index, padding }, index);
  }
  return inbox;
}

test("all is counted, the newest ten thousand are kept in order", () => {
  const inbox = filled(25_000);
  expect(inbox.seq).toBe(25_000);
  expect([...inbox.counts.values()].reduce((sum, count) => sum + count, 0)).toBe(25_000);
  const kept = inbox.since(0);
  expect(kept).toHaveLength(10_000);
  expect(kept[0]).toMatchObject({ seq: 15_001, params: { index: 15_001 } });
  expect(kept.at(-1)).toMatchObject({ seq: 25_000 });
  expect(inbox.since(24_998).map(({ seq }) => seq)).toEqual([24_999, 25_000]);
  expect(inbox.since(25_000)).toEqual([]);
});

test("long messages are kept up to 8 MiB, and always the newest", () => {
  expect(
    filled(20, "x".repeat(1024 * 1024))
      .since(0)
      .map(({ seq }) => seq),
  ).toEqual([15, 16, 17, 18, 19, 20]);
  expect(
    filled(3, "x".repeat(9 * 1024 * 1024))
      .since(0)
      .map(({ seq }) => seq),
  ).toEqual([3]);
});

test("names without end are counted under one", () => {
  const inbox = new KeptInbox(systemClock);
  for (let index = 0; index < 3000; index += 1) {
    add(inbox, "notification", `made-up/${index}`);
  }
  expect(inbox.counts.size).toBe(1001);
  expect(inbox.counts.get("…")).toBe(2000);
});

test("what is waited for is found among what has come, or when it comes", async () => {
  const inbox = filled(5);
  const wanted = { timeoutMs };
  expect(await inbox.next(2, ({ method }) => method === "n/2", wanted)).toMatchObject({ seq: 5 });
  const coming = inbox.next(5, async ({ method }) => method === "late", wanted);
  add(inbox, "notification", "other");
  add(inbox, "request", "late", { a: 1 }, 7);
  expect(await coming).toMatchObject({ seq: 7, kind: "request", params: { a: 1 }, atMs: 7 });
});

test("a wait ends with its time, its signal or the session", async () => {
  const inbox = filled(5);
  const never = (): boolean => false;
  expect(await rejection(inbox.next(1, never, { timeoutMs: 20 }))).toMatchObject({
    code: "CALL_TIMED_OUT",
    message: "No such message of the server came within 20 ms; 4 others did.",
  });
  const abort = new AbortController();
  const aborted = rejection(inbox.next(0, never, { timeoutMs, signal: abort.signal }));
  abort.abort();
  expect(await aborted).toMatchObject({ code: "INTERRUPTED" });
  const closed = rejection(inbox.next(0, never, { timeoutMs }));
  inbox.close(new Fault("SESSION_CLOSED", "gone"));
  expect(await closed).toMatchObject({ code: "SESSION_CLOSED", message: "gone" });
  expect(await inbox.next(0, () => true, { timeoutMs })).toMatchObject({ seq: 1 });
});

test("F47 a million notifications are counted in bounded memory, and calls are answered meanwhile", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const method = "notifications/message";
  const flooding = call(connected, "flood", { count: 1_000_000, method }, { timeoutMs: 120_000 });
  let slowest = 0;
  let flooded = false;
  let most = process.memoryUsage().heapUsed;
  const before = most;
  const done = flooding.then(() => {
    flooded = true;
  });
  while (!flooded) {
    const reply = await call(connected, "echo", { message: "hi" });
    slowest = Math.max(slowest, reply.durationMs);
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
  await done;
  expect(textOf(await flooding)).toBe("flooded");
  const { inbox } = connected.session;
  expect(inbox.counts.get(method)).toBe(1_000_000);
  expect(inbox.since(0)).toHaveLength(10_000);
  expect(slowest).toBeLessThan(1000);
  expect(most - before).toBeLessThan(120 * 1024 * 1024);
});
