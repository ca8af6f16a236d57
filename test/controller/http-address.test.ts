import { expect, test } from "vitest";
import { plan, useRuns } from "./real-run.ts";

const { engine, run, start } = useRuns();
const port = 3000;

/** Answers each request with whether it reaches its gateway's way out. */
const server = `
  require("http").createServer((request, response) => {
    const socket = require("net").connect({ host: "192.0.2.1", port: 80, timeout: 500 });
    const end = (word) => { socket.destroy(); response.end(word); };
    socket.on("error", (error) => end(error.code)).on("timeout", () => end("silence")).on("connect", () => end("out"));
  }).listen(${port}, "0.0.0.0", () => console.log("ready"));
`;

/** What a connection to an address of the world ends with: engines differ in whether packets are refused or lost. */
const noWayOut = ["silence", "EHOSTUNREACH", "ENETUNREACH"];

async function answerOf(place: { host: string; port: number } | undefined): Promise<string> {
  if (place === undefined) {
    return "no address";
  }
  const url = `http://${place.host}:${place.port}/`;
  return fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.text(),
    () => "unreachable",
  );
}

test("a server that speaks HTTP is reached at its address, publishes nothing and has no way out", async () => {
  const container = await start(plan(["node", "-e", server], { http: { port } }));
  await expect.poll(() => container.stdout(), { timeout: 10_000 }).toContain("ready");
  const address = await container.address();
  expect(address?.host).not.toBe("127.0.0.1");
  expect(noWayOut).toContain(await answerOf(address));
  expect((await engine().inspect(container.id))?.published).toEqual({});
  expect(container.isolation).toMatchObject({ reachedBy: "address" });
});

test("where the engine's bridges are not to be seen, its port is published to 127.0.0.1, and nothing comes back from outside", async () => {
  const container = await start(
    plan(["node", "-e", server], { http: { port } }),
    run(),
    engine(),
    undefined,
    () => false,
  );
  await expect.poll(() => container.stdout(), { timeout: 10_000 }).toContain("ready");
  const address = await container.address();
  expect(address?.host).toBe("127.0.0.1");
  expect(noWayOut).toContain(await answerOf(address));
  expect(container.isolation).toMatchObject({ reachedBy: "published" });
});

test("a server that is cut off its network has no address until it is put back", async () => {
  const container = await start(plan(["node", "-e", server], { http: { port } }));
  await expect.poll(() => container.stdout(), { timeout: 10_000 }).toContain("ready");
  const before = await container.address();
  await container.disconnect();
  expect(await container.address()).toBeUndefined();
  expect(await answerOf(before)).toBe("unreachable");
  await container.connect();
  // The first packets after it are lost now and then; a client tries again.
  await expect
    .poll(async () => answerOf(await container.address()), { timeout: 20_000 })
    .not.toBe("unreachable");
});

test("a server without a network cannot be cut off, and has no address", async () => {
  const container = await start(plan(["sleep", "1000"]));
  expect(container.hasNetwork).toBe(false);
  expect(await container.address()).toBeUndefined();
  await expect(container.disconnect()).rejects.toMatchObject({
    code: "USAGE",
    message: expect.stringContaining("has no network"),
  });
});

test("an engine on another machine cannot be asked for a server that speaks HTTP", async () => {
  const { info } = engine();
  const remote = { ...engine(), info: { ...info, endpoint: "tcp://192.0.2.7:2375" } };
  const starting = start(
    plan(["node", "-e", server], { http: { port } }),
    run(),
    remote,
    undefined,
    () => false,
  );
  await expect(starting).rejects.toMatchObject({
    code: "ENGINE_UNSUPPORTED",
    message: expect.stringContaining("is not on this machine"),
  });
});
