import { expect, test } from "vitest";
import { connectTo, of, rejection } from "./child-server.ts";

const timeoutMs = 30_000;
const echo = { name: "echo", arguments: { message: "hi" } };

/** Most CPU time this process spent between two turns of its event loop while `work` ran, in ms. */
async function lagDuring(work: Promise<unknown>): Promise<number> {
  let worst = 0;
  let last = process.cpuUsage();
  let running = true;
  const turn = (): void => {
    const spent = process.cpuUsage(last);
    worst = Math.max(worst, (spent.user + spent.system) / 1000);
    last = process.cpuUsage();
    if (running) {
      setImmediate(turn);
    }
  };
  setImmediate(turn);
  await work.finally(() => {
    running = false;
  });
  return worst;
}

test.each([
  ["F45", "flood-stderr"],
  ["F46", "flood-garbage"],
  ["F46", "flood-json-logs"],
  ["F46", "flood-blank-lines"],
  ["F47", "flood-notifications"],
])("%s %s: calls are answered, and the event loop goes round", async (_id, mode) => {
  await using connected = await connectTo(mode);
  const { session } = connected;
  const calls = async (): Promise<void> => {
    for (let index = 0; index < 3; index += 1) {
      expect(await session.request("tools/call", echo, { timeoutMs })).toMatchObject({
        kind: "result",
      });
    }
  };
  expect(await lagDuring(calls())).toBeLessThan(250);
});

test("F46 of a flood some lines are shown, all are counted", async () => {
  await using connected = await connectTo("flood-garbage");
  const { session, heard } = connected;
  await session.request("tools/call", echo, { timeoutMs });
  await session.ping({ timeoutMs });
  await session.close();
  const total = Number(
    of(heard, "stdout-pollution").at(-1)?.replace(/ .*/u, "").replaceAll(",", ""),
  );
  expect(total).toBe(heard.strayLines() + heard.dropped.lines);
  expect(heard.dropped.lines).toBeGreaterThan(0);
  expect(heard.dropped.bytes).toBe(heard.dropped.lines * "garbage".length);
});

test("F46 lines made to be costly do not stop the event loop", async () => {
  await using connected = await connectTo("flood-broken-json");
  const call = connected.session.request("tools/call", echo, { timeoutMs: 1000 });
  expect(await lagDuring(call.catch(() => undefined))).toBeLessThan(250);
});

test("I81 an answer of 20 MiB comes through whole", async () => {
  await using connected = await connectTo("big", {}, 20);
  const reply = await connected.session.request("tools/call", echo, { timeoutMs });
  expect(reply).toMatchObject({ kind: "result", bytes: 20 * 1024 * 1024 + 73 });
  expect(connected.heard.findings).toEqual([]);
});

test("I81 an answer over the cap fails its call at once, and the session survives", async () => {
  await using connected = await connectTo("big", { maxMessageBytes: 1024 * 1024 }, 3);
  const { session, heard } = connected;
  expect(await rejection(session.request("tools/call", echo, { timeoutMs }))).toMatchObject({
    code: "PROTOCOL_VIOLATION",
    message: expect.stringContaining("longer than the 1,048,576 bytes allowed"),
  });
  expect(await session.ping({ timeoutMs })).toMatchObject({ kind: "result" });
  expect(of(heard, "oversized-message")).toHaveLength(1);
  expect(heard.findings).toHaveLength(1);
});

test("I82 bytes without a line break are given up at the cap", async () => {
  await using connected = await connectTo("no-newline", { maxMessageBytes: 1024 * 1024 });
  expect(
    await rejection(connected.session.request("tools/call", echo, { timeoutMs })),
  ).toMatchObject({
    code: "PROTOCOL_VIOLATION",
  });
  expect(of(connected.heard, "oversized-message")).toHaveLength(1);
});
