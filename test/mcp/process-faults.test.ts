import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { connectStdio } from "../../src/mcp/index.ts";
import { connectTo, listen, of, optionsFor, rejection, spawnCommand } from "./child-server.ts";

const timeoutMs = 30_000;
const echo = { name: "echo", arguments: { message: "hi" } };

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const before = systemClock.monotonicMs();
  const value = await work();
  return [value, systemClock.monotonicMs() - before];
}

test.each(["auto", "legacy"] as const)(
  "F32 a server that exits before initialize ends the wait (%s), with its last words",
  async (protocol) => {
    const [error, ms] = await timed(() => rejection(connectTo("exit-early", { protocol })));
    expect(error).toMatchObject({
      code: "SERVER_EXITED_EARLY",
      message: expect.stringMatching(
        /^Server "faulty" exited with code 3; last stderr lines: FATAL: API_KEY is not set/u,
      ),
    });
    expect(ms).toBeLessThan(15_000);
  },
);

test("F33 a program that is no server is told by its exit code, with the question whether it is one", async () => {
  await using server = spawnCommand("true", []);
  expect(
    await rejection(connectStdio(server.channel, optionsFor(server, listen()), systemClock)),
  ).toMatchObject({
    code: "SERVER_EXITED_EARLY",
    message: expect.stringContaining("exited with code 0"),
    hint: expect.stringContaining("be no stdio server"),
  });
});

test.each(["auto", "legacy"] as const)(
  "F34 silence at initialize ends at the timeout, never before (%s)",
  async (protocol) => {
    const [error, ms] = await timed(() =>
      rejection(connectTo("hang-init", { protocol, readyTimeoutMs: 1200 })),
    );
    expect(error).toMatchObject({
      code: "SERVER_NOT_READY",
      message: expect.stringContaining(
        "did not become ready within 1,200 ms: it is running, its stdout has carried nothing",
      ),
      hint: expect.stringContaining("PYTHONUNBUFFERED"),
    });
    expect(ms).toBeGreaterThanOrEqual(1200);
  },
);

test("F36 a crash in a call is told with its signal and the last words", async () => {
  await using connected = await connectTo("crash-midcall");
  expect(
    await rejection(connected.session.request("tools/call", echo, { timeoutMs })),
  ).toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringMatching(/was ended by SIGSEGV; last stderr lines: about to crash/u),
  });
  expect(
    await rejection(connected.session.request("tools/call", echo, { timeoutMs })),
  ).toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringContaining("SIGSEGV"),
  });
});

test("F37 half a message before the end is told with its length", async () => {
  await using connected = await connectTo("half-message-exit");
  expect(
    await rejection(connected.session.request("tools/call", echo, { timeoutMs })),
  ).toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringContaining(
      "sent 30 bytes of an unfinished message, then exited with code 1",
    ),
  });
  expect(of(connected.heard, "unfinished-message")[0]).toContain(
    "30 bytes of an unfinished message",
  );
});

test("F40 a call that is never answered times out exactly, is cancelled, and later calls work", async () => {
  await using connected = await connectTo("never-answers");
  const { session, heard } = connected;
  const call = (): Promise<unknown> =>
    session.request("tools/call", { name: "sleep", arguments: { ms: 1 } }, { timeoutMs: 250 });
  const [error, ms] = await timed(() => rejection(call()));
  expect(error).toMatchObject({
    code: "CALL_TIMED_OUT",
    message: 'Server "faulty" did not answer tools/call "sleep" within 250 ms.',
  });
  expect(ms).toBeGreaterThanOrEqual(250);
  expect(await session.request("tools/call", echo, { timeoutMs })).toMatchObject({
    kind: "result",
  });
  expect(JSON.parse(heard.sent.at(-2) ?? "")).toEqual({
    jsonrpc: "2.0",
    method: "notifications/cancelled",
    params: { requestId: 2, reason: "timed out" },
  });
});

test("F40 deadlines are each call's own, whatever their order", async () => {
  await using connected = await connectTo("never-answers");
  const { session } = connected;
  const order: number[] = [];
  const never = async (ms: number): Promise<void> => {
    const call = (): Promise<unknown> =>
      session.request("tools/call", { name: "sleep", arguments: {} }, { timeoutMs: ms });
    const [, tookMs] = await timed(() => rejection(call()));
    expect(tookMs).toBeGreaterThanOrEqual(ms);
    order.push(ms);
  };
  await Promise.all([never(400), never(100), never(130)]);
  expect(order).toEqual([100, 130, 400]);
});

test("a call can be interrupted, and the server is told", async () => {
  await using connected = await connectTo("never-answers");
  const abort = new AbortController();
  const call = rejection(
    connected.session.request(
      "tools/call",
      { name: "sleep", arguments: { ms: 1 } },
      { timeoutMs, signal: abort.signal },
    ),
  );
  // Answered behind it: the call has left us.
  await connected.session.ping({ timeoutMs });
  abort.abort();
  expect(await call).toMatchObject({ code: "INTERRUPTED" });
  await connected.session.ping({ timeoutMs });
  expect(connected.heard.sent.some((line) => line.includes("notifications/cancelled"))).toBe(true);
});

test("a call that is interrupted before it has left us is never sent", async () => {
  await using connected = await connectTo("ok");
  const abort = new AbortController();
  const params = { name: "echo", arguments: { message: "never" } };
  const options = { timeoutMs, signal: abort.signal };
  const call = rejection(connected.session.request("tools/call", params, options));
  abort.abort();
  expect(await call).toMatchObject({ code: "INTERRUPTED" });
  await connected.session.ping({ timeoutMs });
  expect(connected.heard.sent.join("")).not.toMatch(/never|notifications\/cancelled/u);
});

test("I71 an answer after the timeout is known as late, and by how much", async () => {
  await using connected = await connectTo("ok");
  const { session, heard } = connected;
  const slow = session.request(
    "tools/call",
    { name: "sleep", arguments: { ms: 400 } },
    { timeoutMs: 100 },
  );
  expect(await rejection(slow)).toMatchObject({ code: "CALL_TIMED_OUT" });
  await session.request("tools/call", { name: "sleep", arguments: { ms: 500 } }, { timeoutMs });
  expect(of(heard, "late-response")).toEqual([
    expect.stringMatching(/^the answer to tools\/call "sleep" came late by \d+\.\d s$/u),
  ]);
  expect(of(heard, "duplicate-response")).toEqual([]);
});

test("F43 a server that never reads its stdin cannot hold a call longer than its timeout", async () => {
  await using connected = await connectTo("no-read-stdin");
  const message = "x".repeat(5_000_000);
  const large = connected.session.request(
    "tools/call",
    { name: "echo", arguments: { message } },
    { timeoutMs: 300 },
  );
  expect(await rejection(large)).toMatchObject({
    code: "CALL_TIMED_OUT",
    message: expect.stringMatching(
      /has not read the request from its stdin \(5,000,\d{3} bytes wait to be written\)/u,
    ),
  });
  expect(await rejection(connected.session.ping({ timeoutMs: 100 }))).toMatchObject({
    code: "CALL_TIMED_OUT",
  });
});

test("F44 a closed stdout of a living process is told as that, in the handshake and in a call", async () => {
  expect(await rejection(connectTo("stdout-closed"))).toMatchObject({
    code: "SERVER_EXITED_EARLY",
    message: expect.stringContaining("closed its stdout, but its process is still alive"),
  });
  await using connected = await connectTo("stdout-closed-midcall");
  expect(
    await rejection(connected.session.request("tools/call", echo, { timeoutMs })),
  ).toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringContaining("closed its stdout, but its process is still alive"),
  });
});

test("a server that closes its stdin ends the session at once, not at the call's timeout", async () => {
  await using connected = await connectTo("stdin-closed");
  // The first write after the handshake may still fit into the pipe; the end of reading shows at the latest with this.
  const message = "x".repeat(5_000_000);
  const call = connected.session.request(
    "tools/call",
    { name: "echo", arguments: { message } },
    { timeoutMs },
  );
  expect(await rejection(call)).toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringContaining("its process is still alive"),
  });
});

test("closing the session ends what is under way and reports nothing about it", async () => {
  await using connected = await connectTo("ok");
  const { session, heard, server } = connected;
  const call = rejection(session.request("tools/call", echo, { timeoutMs }));
  await session.close();
  expect(await call).toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringContaining("closed by us"),
  });
  expect(await rejection(session.notify("notifications/initialized"))).toMatchObject({
    code: "SESSION_CLOSED",
  });
  server.channel.end();
  await server.channel.ended;
  expect(heard.received.at(-1)).toContain('"id":2');
  expect(heard.findings).toEqual([]);
});

test("I89 an answer that comes a byte at a time is an answer", async () => {
  await using connected = await connectTo("drip");
  expect(await connected.session.request("tools/call", echo, { timeoutMs })).toMatchObject({
    kind: "result",
    durationMs: expect.any(Number),
  });
  expect(connected.heard.findings).toEqual([]);
});
