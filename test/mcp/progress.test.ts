import { expect, test } from "vitest";
import { call, textOf } from "./calling.ts";
import { type Connected, connectToFile, of, rejection } from "./child-server.ts";

/** Calls a tool of the full server and collects its progress. */
async function progressOf(connected: Connected, tool: string): Promise<readonly unknown[]> {
  const told: unknown[] = [];
  await call(connected, tool, {}, { onProgress: ({ progress }) => told.push(progress) });
  // What comes behind the answer has been read when a second question is answered.
  await call(connected, "echo", { message: "" });
  return told;
}

test("progress is told in order, under a token of its own", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  expect(await progressOf(connected, "progress")).toEqual([1, 2.5, 10]);
  expect(connected.heard.sent.find((line) => line.includes('"progress"'))).toContain(
    '"_meta":{"progressToken":2}',
  );
  expect(connected.session.inbox.counts.get("notifications/progress")).toBe(3);
  expect(connected.heard.findings).toEqual([]);
});

test("a token the caller sets is the caller's", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const told: unknown[] = [];
  const params = { name: "progress", _meta: { progressToken: "mine" } };
  const onProgress = (value: unknown): number => told.push(value);
  await connected.session.request("tools/call", params, { timeoutMs: 20_000, onProgress });
  expect(told[0]).toMatchObject({ progressToken: "mine" });
  expect(connected.heard.findings).toEqual([]);
});

test.each([
  ["progress-backwards", "does not increase: 4 after 5", 2, [5, 4, 5]],
  ["progress-not-a-number", 'has no finite number as "progress": null', 2, [null, "half"]],
  ["progress-unknown-token", 'has the token "never given", which no request under way has', 1, []],
  ["progress-after-answer", 'for tools/call "progress-after-answer" came after its answer', 1, []],
])("I86 %s is a finding, and the call has its answer", async (tool, words, times, told) => {
  await using connected = await connectToFile("full-legacy.mjs");
  expect(await progressOf(connected, tool)).toEqual(told);
  const findings = of(connected.heard, "bad-progress");
  expect(findings).toHaveLength(times);
  expect(findings[0]).toContain(words);
  expect(connected.heard.findings).toHaveLength(times);
});

test("I86 progress without end does not move the deadline", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  let told = 0;
  const onProgress = (): void => {
    told += 1;
  };
  const started = performance.now();
  const error = await rejection(
    call(connected, "progress-for-ever", {}, { timeoutMs: 400, onProgress }),
  );
  expect(error).toMatchObject({ code: "CALL_TIMED_OUT" });
  expect(performance.now() - started).toBeLessThan(2000);
  expect(told).toBeGreaterThan(2);
});

test("in the modern era too, beside what every request carries", async () => {
  await using connected = await connectToFile("full-modern.mjs", { protocol: "modern" });
  expect(await progressOf(connected, "progress")).toEqual([1]);
  expect(textOf(await call(connected, "meta", {}, { onProgress: () => undefined }))).toMatch(
    /protocolVersion.*"progressToken":\d/u,
  );
  expect(connected.heard.findings).toEqual([]);
});
