import { expect, test } from "vitest";
import { clientSide, textOf, timeoutMs } from "./calling.ts";
import { type Connected, connectTo, connectToFile, of, rejection } from "./child-server.ts";

const options = { timeoutMs, wait: true };
const modern = (given = {}): Promise<Connected> =>
  connectToFile("full-modern.mjs", { protocol: "modern", ...given });
const tool = (name: string): Record<string, unknown> => ({
  name,
  arguments: { message: "slowly" },
});

test("legacy: a call as a task is created, followed, and its result fetched", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const { session, heard } = connected;
  const reply = await session.callAsTask(tool("echo"), { ...options, ttlMs: 60_000 });
  expect(textOf(reply)).toBe("done slowly");
  expect(reply.durationMs).toBeGreaterThan(50);
  expect(heard.sent.find((line) => line.includes("tools/call"))).toContain('"task":{"ttl":60000}');
  expect(heard.sent.filter((line) => line.includes("tasks/get")).length).toBeGreaterThan(1);
  expect(await session.list("tasks", { timeoutMs })).toMatchObject({
    result: { tasks: [{ taskId: "task-1", status: "completed" }] },
  });
  expect(heard.findings).toEqual([]);
});

test("legacy: not waited for, the note that it was created is the reply", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const { session } = connected;
  const reply = await session.callAsTask(tool("echo"), { timeoutMs, wait: false });
  expect(reply).toMatchObject({ result: { task: { taskId: "task-1", status: "working" } } });
  const cancel = session.request("tasks/cancel", { taskId: "task-1" }, { timeoutMs });
  expect(await cancel).toMatchObject({ result: { status: "cancelled" } });
});

test("legacy: a server that answers a task with a plain result is told", async () => {
  await using connected = await connectTo("ok");
  const reply = await connected.session.callAsTask(tool("echo"), options);
  expect(textOf(reply)).toBe("slowly");
  expect(of(connected.heard, "bad-task")).toEqual([
    'tools/call "echo" was asked for as a task and answered with no "task"',
  ]);
});

test("modern: the extension is declared with the call, and the task followed to its result", async () => {
  await using connected = await modern({ client: clientSide({ roots: {} }) });
  expect(textOf(await connected.session.callAsTask(tool("task"), options))).toBe("done");
  const sent = connected.heard.sent.find((line) => line.includes("tools/call")) ?? "";
  expect(sent).toContain(
    '"io.modelcontextprotocol/clientCapabilities":{"roots":{},"extensions":{"io.modelcontextprotocol/tasks":{}}}',
  );
  expect(connected.heard.findings).toEqual([]);
});

test("modern: the server decides; a plain result is the reply", async () => {
  await using connected = await modern();
  expect(textOf(await connected.session.callAsTask(tool("echo"), options))).toBe("slowly");
  expect(connected.heard.findings).toEqual([]);
});

test("modern: input a task asks for is given with tasks/update", async () => {
  const accept = { action: "accept", content: {} };
  const client = clientSide(
    { elicitation: {} },
    { "elicitation/create": { kind: "result", result: accept } },
  );
  await using connected = await modern({ client });
  const reply = await connected.session.callAsTask(tool("task-with-input"), options);
  expect(JSON.parse(textOf(reply))).toEqual({ who: accept });
  expect(connected.heard.findings).toEqual([]);
});

test("modern: a task that fails is the error it names; one nobody gives input ends at once", async () => {
  await using connected = await modern();
  const { session } = connected;
  expect(await session.callAsTask(tool("task-fails"), options)).toMatchObject({
    kind: "error",
    error: { code: -32000, message: "broke" },
  });
  expect(await rejection(session.callAsTask(tool("task-with-input"), options))).toMatchObject({
    code: "CALL_TIMED_OUT",
    message: expect.stringContaining("nothing is scripted for"),
  });
});

test("modern: a call that is made a task though the extension was not declared is told", async () => {
  await using connected = await modern();
  await connected.session.request("tools/call", tool("task"), { timeoutMs });
  expect(of(connected.heard, "undeclared-input")).toEqual([
    expect.stringContaining("was made a task though we did not declare"),
  ]);
});

test("a task that does not end within the time is timed out", async () => {
  await using connected = await connectToFile("full-modern.mjs", { protocol: "modern" });
  const waiting = connected.session.callAsTask(tool("task"), { timeoutMs: 30, wait: true });
  expect(await rejection(waiting)).toMatchObject({ code: "CALL_TIMED_OUT" });
});
