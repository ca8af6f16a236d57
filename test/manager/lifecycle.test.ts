import { expect, test } from "vitest";
import { context, keepRunning, until } from "./lifecycle.ts";

const way = ["building", "creating", "starting", "ready"];

test("start, stop, pause and remove come to the same when they are asked for twice", async () => {
  const { manager, states, containers } = await keepRunning("ok");
  expect((await manager.startServer("srv", context)).state).toBe("ready");
  expect(await states()).toEqual(way);
  expect((await manager.pauseServer("srv", context)).state).toBe("paused");
  expect((await manager.pauseServer("srv", context)).state).toBe("paused");
  expect((await manager.startServer("srv", context)).state).toBe("ready");
  expect((await manager.stopServer("srv", context)).state).toBe("stopped");
  expect((await manager.stopServer("srv", context)).state).toBe("stopped");
  expect(await containers()).toBe(0);
  expect((await manager.removeServer("srv", context)).state).toBe("removed");
  expect((await manager.removeServer("srv", context)).state).toBe("removed");
  expect(await states()).toEqual([...way, "paused", "ready", "stopping", "stopped", "removed"]);
});

test("a removed server is listed only when asked for, cannot be started, and its name is free", async () => {
  const { manager, play } = await keepRunning("ok");
  await manager.removeServer("srv", context);
  expect(await manager.listServers({})).toEqual([]);
  expect(await manager.listServers({ status: "removed" })).toMatchObject([{ name: "srv" }]);
  await expect(manager.startServer("srv", context)).rejects.toMatchObject({
    code: "SERVER_NOT_FOUND",
    message: 'Start server "srv": it was removed.',
  });
  await play(`version: 1
servers: { srv: { url: "http://127.0.0.1:9/mcp", ready: { timeout: 100ms } } }
scenarios: [{ name: one, server: srv, steps: [{ ping: true }] }]
`);
  expect((await manager.listServers({})).map(({ serverType }) => serverType)).toEqual(["image"]);
});

test("clients that start, restart and stop at once get one container, and after the last stop none", async () => {
  const { manager, states, containers } = await keepRunning("ok");
  const first = await manager.serverStatus("srv");
  await Promise.all([1, 2, 3].map(() => manager.restartServer("srv", context)));
  expect(await containers()).toBe(1);
  expect((await manager.serverStatus("srv")).containerId).not.toBe(first.containerId);
  expect(await states()).toEqual([...way, "stopping", "stopped", ...way]);
  await manager.stopServer("srv", context);
  await Promise.all([1, 2, 3].map(() => manager.startServer("srv", context)));
  expect(await containers()).toBe(1);
  const stopping = [1, 2, 3].map(() => manager.stopServer("srv", context));
  const again = manager.startServer("srv", context);
  await Promise.all(stopping);
  await again;
  expect((await manager.serverStatus("srv")).state).toBe("ready");
  await Promise.all([manager.removeServer("srv", context), manager.stopServer("srv", context)]);
  expect(await containers()).toBe(0);
});

test("a stop gives a start under way up, and who waits for that start is told", async () => {
  const { manager, states, transitions, containers } = await keepRunning("slow-start");
  await manager.stopServer("srv", context);
  const starting = manager.startServer("srv", context);
  const restarting = manager.restartServer("srv", context);
  const told = Promise.allSettled([starting, restarting]);
  expect((await manager.stopServer("srv", context)).state).toBe("stopped");
  for (const one of await told) {
    expect(one).toMatchObject({ status: "rejected", reason: { code: "INTERRUPTED" } });
  }
  expect(await containers()).toBe(0);
  expect((await states()).at(-1)).toBe("stopped");
  expect((await transitions()).at(-1)?.reason).toContain("was stopped while");
});

test("a start goes on while one of those who wait for it is left, and ends with the last", async () => {
  const { manager, containers } = await keepRunning("slow-start");
  await manager.stopServer("srv", context);
  const [one, two] = [new AbortController(), new AbortController()];
  const starts = [one, two].map(({ signal }) => manager.startServer("srv", { ...context, signal }));
  const settled = Promise.allSettled(starts);
  one.abort(new Error("the first has left"));
  await expect(starts[0]).rejects.toThrow("the first has left");
  await expect(starts[1]).resolves.toMatchObject({ state: "ready" });
  await settled;
  await manager.stopServer("srv", context);
  const alone = manager.startServer("srv", { ...context, signal: two.signal });
  const left = Promise.allSettled([alone]);
  await until(async () => (await containers()) === 1);
  two.abort(new Error("the last has left"));
  await left;
  await expect(alone).rejects.toMatchObject({ code: "INTERRUPTED" });
  expect(await containers()).toBe(0);
});

test("a server that does not run cannot be paused", async () => {
  const { manager } = await keepRunning("ok");
  await manager.stopServer("srv", context);
  await expect(manager.pauseServer("srv", context)).rejects.toMatchObject({
    code: "SERVER_NOT_RUNNING",
  });
});

test("F41 a server that ignores the end of its stdin and SIGTERM is gone two seconds after its grace", async () => {
  const { manager, engine } = await keepRunning(
    "ignores-eof-and-sigterm",
    "stop: { eof: 300ms, sigterm: 300ms }",
  );
  const { containerId } = await manager.serverStatus("srv");
  const startMs = performance.now();
  await manager.stopServer("srv", context);
  expect(performance.now() - startMs).toBeLessThan(2_600);
  expect(await engine.inspect(containerId ?? "")).toBeUndefined();
});
