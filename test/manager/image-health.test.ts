import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { context, keepServers, until } from "./lifecycle.ts";
import { image, outcomes, play, tiny } from "./play.ts";

const dockerfile = `FROM ${image}
HEALTHCHECK --interval=100ms --timeout=5s --retries=2 CMD echo checked; test ! -e /tmp/hang || exec sleep 1000; test ! -e /tmp/ill
`;

test("health: image does what the image's HEALTHCHECK says, as often and as patiently, and nothing else", async () => {
  const entry = tiny("srv", "health: image")
    .replace(/image: .*/, "build: ./image")
    .replace("leftover_processes: false, ", "");
  const { manager, engine, transitions, findings } = await keepServers({ srv: entry }, (folder) => {
    mkdirSync(join(folder, "image"));
    writeFileSync(join(folder, "image/Dockerfile"), dockerfile);
  });
  const id = (await manager.serverStatus("srv")).containerId ?? "";
  const state = async () => (await manager.serverStatus("srv")).state;
  expect(await state()).toBe("ready");
  await engine.exec(id, ["touch", "/tmp/ill"], context.signal);
  await until(async () => (await state()) === "unhealthy");
  const reason = (await transitions()).at(-1)?.reason;
  expect(reason).toBe(
    "its image's HEALTHCHECK (/bin/sh -c echo checked; test ! -e /tmp/hang || exec sleep 1000; test ! -e /tmp/ill) exits with code 1: checked",
  );
  await engine.exec(id, ["rm", "/tmp/ill"], context.signal);
  await until(async () => (await state()) === "ready");
  // One that hangs is no work of the server, so that it is not left behind by it.
  await engine.exec(id, ["touch", "/tmp/hang"], context.signal);
  await until(async () => (await engine.top(id)).some(({ command }) => command === "sleep 1000"));
  await manager.stopServer("srv", context);
  expect(await findings()).toEqual([]);
});

test("health: image of an image without HEALTHCHECK, and of a server elsewhere, is refused before anything runs", async () => {
  const { record } = await play(`version: 1
servers:
${tiny("srv", "health: image")}
scenarios: [{ name: one, server: srv, steps: [{ ping: true }] }]
`);
  expect(outcomes(record)).toEqual([
    'ping: broken, Server "srv" has health: image, but its image has no HEALTHCHECK.',
  ]);
  expect(record.servers()[0]?.containerId).toBeNull();
  const { summary } = await play(`version: 1
servers: { srv: { url: "http://127.0.0.1:9/mcp", health: image } }
scenarios: [{ name: one, server: srv, steps: [{ ping: true }] }]
`);
  expect(summary.fault?.problems).toMatchObject([
    { line: 2, message: expect.stringContaining("health: belongs to a container") },
  ]);
});
