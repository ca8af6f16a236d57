import { expect, test } from "vitest";
import { call, textOf, timeoutMs } from "./calling.ts";
import { type Connected, connectToFile, of, rejection } from "./child-server.ts";

const full = "full-legacy.mjs";

/** The cancellations sent. */
function cancellations({ heard }: Connected): readonly string[] {
  return heard.sent.filter((line) => line.includes("notifications/cancelled"));
}

test("a call is cancelled when the step asks, and a server that obeys says nothing more", async () => {
  await using connected = await connectToFile(full);
  const reply = await call(connected, "slow", {}, { cancelAfterMs: 60 });
  expect(reply).toMatchObject({ kind: "cancelled", bytes: 0 });
  expect(reply.durationMs).toBeGreaterThanOrEqual(59);
  expect(reply.durationMs).toBeLessThan(900);
  expect(cancellations(connected)).toEqual([
    '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2,"reason":"cancelled as the step asks"}}',
  ]);
  expect(textOf(await call(connected, "echo", { message: "next" }))).toBe("next");
  expect(connected.heard.findings).toEqual([]);
});

test("a call that goes on and answers all the same is told twice: progress, answer", async () => {
  await using connected = await connectToFile(full);
  const options = { cancelAfterMs: 50, onProgress: () => undefined };
  expect(await call(connected, "slow-and-deaf", {}, options)).toMatchObject({ kind: "cancelled" });
  expect(of(connected.heard, "answered-after-cancel")).toEqual([
    expect.stringMatching(/^tools\/call "slow-and-deaf" was answered \d+ ms after it had been/u),
  ]);
  expect(of(connected.heard, "cancelled-call-goes-on")[0]).toMatch(
    /^tools\/call "slow-and-deaf" still told progress \d+ ms after/u,
  );
});

test("an error in answer to a cancellation is an answer nobody wants", async () => {
  await using connected = await connectToFile(full);
  const reply = await call(connected, "answers-cancellation", {}, { cancelAfterMs: 50 });
  expect(reply).toMatchObject({ kind: "cancelled" });
  expect(of(connected.heard, "answered-after-cancel")).toHaveLength(1);
});

test("an answer that comes before the cancellation is the answer", async () => {
  await using connected = await connectToFile(full);
  const reply = await call(connected, "echo", { message: "quick" }, { cancelAfterMs: 20_000 });
  expect(textOf(reply)).toBe("quick");
  expect(cancellations(connected)).toEqual([]);
});

test("a cancellation that is under way when the session ends gives its reply at once", async () => {
  await using connected = await connectToFile(full);
  const cancelled = call(connected, "slow", {}, { cancelAfterMs: 0 });
  while (cancellations(connected).length === 0) {
    await call(connected, "echo", { message: "not yet" });
  }
  await connected.session.close();
  expect(await cancelled).toMatchObject({ kind: "cancelled" });
});

test("an aborted signal cancels, and rejects", async () => {
  await using connected = await connectToFile(full);
  const abort = new AbortController();
  const interrupted = rejection(call(connected, "slow", {}, { signal: abort.signal }));
  await call(connected, "echo", { message: "sent" });
  abort.abort();
  expect(await interrupted).toMatchObject({ code: "INTERRUPTED" });
  expect(cancellations(connected)).toHaveLength(1);
  const late = rejection(call(connected, "echo", {}, { signal: abort.signal }));
  expect(await late).toMatchObject({ code: "INTERRUPTED" });
});

test("an answer thrown away on purpose ends the call as timed out; the server did its work", async () => {
  await using connected = await connectToFile(full);
  const fault = { kind: "drop_response" } as const;
  const error = await rejection(call(connected, "echo", { message: "lost" }, { fault }));
  expect(error).toMatchObject({
    code: "CALL_TIMED_OUT",
    message: expect.stringMatching(/^The answer .* \(\d+ bytes\) was thrown away/u),
  });
  expect(connected.heard.received.at(-1)).toContain("lost");
  expect(textOf(await call(connected, "echo", { message: "next" }))).toBe("next");
  expect(connected.heard.findings).toEqual([]);
});

test("a request sent twice has two ids and two answers", async () => {
  await using connected = await connectToFile(full);
  const fault = { kind: "duplicate" } as const;
  const reply = await call(connected, "echo", { message: "twice" }, { fault });
  expect(textOf(reply)).toBe("twice");
  expect(reply.twin === undefined ? "" : textOf(reply.twin)).toBe("twice");
  const ids = connected.heard.sent
    .filter((line) => line.includes("twice"))
    .map((line) => {
      const { id } = JSON.parse(line) as { id: number };
      return id;
    });
  expect(ids).toEqual([2, 3]);
});

test("a delayed request leaves later, and its time counts from then", async () => {
  await using connected = await connectToFile(full);
  const delayed = call(
    connected,
    "echo",
    { message: "delayed" },
    { fault: { kind: "delay", ms: 150 }, timeoutMs: 20_000 },
  );
  await call(connected, "echo", { message: "first" });
  const reply = await delayed;
  expect(textOf(reply)).toBe("delayed");
  const order = connected.heard.sent.filter((line) => line.includes("tools/call"));
  expect(order.map((line) => line.includes("first"))).toEqual([true, false]);
  const abort = new AbortController();
  const options = { fault: { kind: "delay", ms: timeoutMs }, signal: abort.signal } as const;
  const interrupted = rejection(call(connected, "echo", {}, options));
  abort.abort();
  expect(await interrupted).toMatchObject({ code: "INTERRUPTED" });
});
