import { expect, test } from "vitest";
import { context, keepRunning, keepServers, until } from "./lifecycle.ts";
import { faulty, image, outcomes, play, tiny } from "./play.ts";

const quick = "restart: { when: on-failure, most: 2, delay: 50ms, steady: 1m }";

test("F49 a server that crashes is started again: the step in flight fails with the cause, the next has a new session, and it is counted", async () => {
  const { manager, call, states, findings, containers } = await keepRunning("crash-midcall", quick);
  const first = await manager.serverStatus("srv");
  await expect(call("echo", { message: "hello" })).rejects.toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringContaining("SIGSEGV"),
  });
  await until(async () => (await states()).filter((state) => state === "ready").length === 2);
  expect((await states()).slice(3)).toEqual([
    "ready",
    "failed",
    "restarting",
    "building",
    "creating",
    "starting",
    "ready",
  ]);
  expect(await containers()).toBe(1);
  expect((await manager.serverStatus("srv")).containerId).not.toBe(first.containerId);
  expect(await findings()).toContain("restarted");
});

test("F49 a server that crashes again and again is in a crash loop, stays down and leaves nothing", async () => {
  const { manager, call, states, findings, containers } = await keepRunning("crash-midcall", quick);
  for (const ready of [1, 2, 3]) {
    await until(async () => (await states()).filter((state) => state === "ready").length === ready);
    await call("echo", { message: "hello" }).catch(() => undefined);
  }
  await until(async () => (await findings()).includes("crash-loop"));
  const { state, reason } = await manager.serverStatus("srv");
  expect(state).toBe("failed");
  expect(reason).toMatch(/crash loop: restarted 2 times in a row, and again: .*SIGSEGV/);
  await manager.stopServer("srv", context);
  expect(await containers()).toBe(0);
});

test("a step after a crash waits for the restart", async () => {
  const { record } = await play(`version: 1
servers:
${faulty("srv", "crash-midcall", quick)}
scenarios:
  - { name: crash, server: srv, steps: [{ call: echo, with: { message: hello } }] }
  - { name: after, server: srv, steps: [{ ping: true }] }
`);
  const [crash, after] = outcomes(record);
  expect(crash).toMatch(/SIGSEGV/);
  expect(after).toBe("ping: passed");
});

test("a server that is stopped while it waits for its restart stays down", async () => {
  const slow = "restart: { when: on-failure, delay: 1m, longest_delay: 1m }";
  const { manager, call, states } = await keepRunning("crash-midcall", slow);
  await call("echo", { message: "hello" }).catch(() => undefined);
  await until(async () => (await states()).at(-1) === "restarting");
  expect((await manager.stopServer("srv", context)).state).toBe("stopped");
});

test("F25 a command that the image does not have is no crash loop: a first start is not repeated", async () => {
  const { record, summary } = await play(`version: 1
servers: { srv: { image: "${image}", command: [/nope], restart: always } }
scenarios: [{ name: one, server: srv, steps: [{ ping: true }] }]
`);
  expect(summary.outcome).toBe("broken");
  expect(record.steps()[0]?.faultCode).toBe("SERVER_COMMAND_NOT_FOUND");
  expect([...record.transitions("srv")].map(({ state }) => state)).not.toContain("restarting");
});

test("a server that answers no more is unhealthy, is replaced by its restart policy, and is asked nothing while paused", async () => {
  const health = "health: { interval: 100ms, timeout: 100ms, failures: 2 }";
  const { manager, engine, states, transitions } = await keepRunning("ok", health, quick);
  await manager.pauseServer("srv", context);
  await manager.startServer("srv", context);
  const { containerId } = await manager.serverStatus("srv");
  // All but init, which cannot be reached so.
  await engine.exec(containerId ?? "", ["sh", "-c", "kill -STOP -1"], context.signal);
  await until(async () => (await states()).includes("restarting"));
  expect((await states()).slice(4, 9)).toEqual([
    "paused",
    "ready",
    "unhealthy",
    "failed",
    "restarting",
  ]);
  const unhealthy = (await transitions()).find(({ state }) => state === "unhealthy");
  expect(unhealthy?.reason).toContain("did not answer");
});

test("F49 a server that is unhealthy again and again is in a crash loop, too, and nothing of it is left", async () => {
  const entry = tiny(
    "srv",
    "health: { interval: 100ms, timeout: 2s, failures: 1 }",
    "restart: { when: always, most: 1, delay: 10ms, steady: 1m }",
    "stop: { eof: 100ms, sigterm: 100ms }",
  );
  const { manager, engine, states, findings, containers } = await keepServers({ srv: entry });
  for (const ready of [1, 2]) {
    await until(async () => (await states()).filter((state) => state === "ready").length === ready);
    const { containerId } = await manager.serverStatus("srv");
    await engine.exec(containerId ?? "", ["killall", "-STOP", "sh"], context.signal);
    await until(
      async () => (await states()).filter((state) => state === "failed").length === ready,
    );
  }
  await until(async () => (await findings()).includes("crash-loop"));
  const { state, reason } = await manager.serverStatus("srv");
  expect(state).toBe("failed");
  expect(reason).toMatch(/crash loop: restarted 1 time in a row, and again: It was unhealthy/);
  await manager.stopServer("srv", context);
  expect(await containers()).toBe(0);
});

test("F50 processes that a server leaves behind are gone with its container", async () => {
  const { manager, containers, engine } = await keepRunning("child-process-left");
  const { containerId } = await manager.serverStatus("srv");
  expect((await engine.top(containerId ?? "")).length).toBeGreaterThan(2);
  await manager.stopServer("srv", context);
  expect(await containers()).toBe(0);
});
