import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { context, keepRunning, keepServers, until } from "./lifecycle.ts";
import { image, play, tiny } from "./play.ts";

/** What anybody else may do to a container of ours. */
function docker(...args: readonly string[]): void {
  execFileSync("docker", args, { stdio: "ignore" });
}

async function runningServer(...more: readonly string[]) {
  const kept = await keepRunning("never-answers", ...more);
  const { containerId } = await kept.manager.serverStatus("srv");
  const state = async () => (await kept.manager.serverStatus("srv")).state;
  return { ...kept, id: containerId ?? "", state };
}

/** What work that must fail fails with. */
function faultOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
}

test.each([
  ["kill", ["kill"], "was ended from outside by SIGKILL (exit code 137)"],
  ["rm -f", ["rm", "-f"], "was removed from outside while it ran"],
] as const)("F48 docker %s in the middle of a call is named as such", async (_, words, told) => {
  const { call, id, state, transitions } = await runningServer();
  const calling = faultOf(call("sleep", { ms: 0 }));
  docker(...words, id);
  expect(await calling).toMatchObject({
    code: "SESSION_CLOSED",
    message: expect.stringContaining(told),
  });
  await until(async () => (await state()) === "failed");
  expect((await transitions()).at(-1)?.reason).toContain(told);
});

test("F48 docker pause in the middle of a call is named as such, and docker unpause ends it", async () => {
  const { call, id, state, transitions } = await runningServer();
  const calling = faultOf(call("sleep", { ms: 0 }, 1_500));
  docker("pause", id);
  await until(async () => (await state()) === "paused");
  expect(await calling).toMatchObject({ message: expect.stringContaining("it is paused") });
  docker("unpause", id);
  await until(async () => (await state()) === "ready");
  const own = (await transitions()).slice(-2);
  expect(own).toMatchObject([
    { state: "paused", reason: "from outside" },
    { state: "ready", reason: "from outside" },
  ]);
  expect(await call("echo", { message: "hello" })).toMatchObject({ result: {} });
});

test("what we do ourselves is not said to come from outside", async () => {
  const { manager, transitions } = await runningServer("stop: { eof: 0s }");
  await manager.pauseServer("srv", context);
  await manager.startServer("srv", context);
  await manager.stopServer("srv", context);
  const reasons = (await transitions()).map(({ reason }) => reason ?? "");
  expect(reasons.filter((reason) => reason.includes("outside"))).toEqual([]);
});

test("F48 F38 what is killed, or runs out of memory, while nobody asks it anything is known at once, with its cause", async () => {
  const { manager, transitions } = await keepServers({
    killed: tiny("killed"),
    // A signal of ours makes it take memory without end.
    hungry: tiny("hungry", "limits: { memory: 16MiB }").replace(
      "[sh, /servers/tiny.sh]",
      `[sh, -c, "trap 'exec tail /dev/zero' USR1; . /servers/tiny.sh"]`,
    ),
  });
  const stateOf = async (name: string) => (await manager.serverStatus(name)).state;
  const causes = {
    killed: ["KILL", "was ended from outside by SIGKILL (exit code 137)"],
    hungry: ["USR1", "was killed for memory at its limit of 16 MiB (exit code 137)"],
  } as const;
  for (const [name, [signal, told]] of Object.entries(causes)) {
    docker("kill", "-s", signal, (await manager.serverStatus(name)).containerId ?? "");
    await until(async () => (await stateOf(name)) === "failed");
    expect((await transitions(name)).at(-1)?.reason).toContain(told);
    const ask = { serverName: name, method: "ping", params: {}, timeoutMs: 5_000 };
    await expect(manager.sendRequest(ask, context)).rejects.toMatchObject({
      code: "SESSION_CLOSED",
      message: expect.stringContaining(told),
    });
  }
});

const http = `  srv:
    image: ${image}
    command: [node, /servers/small-http.mjs, "8080"]
    volumes: [{ host_path: ./servers, container_path: /servers }]
    transport: http
    http: { port: 8080 }
    checks: { idle_cpu: false }
`;

test("F93 a server that somebody takes off its network is unhealthy at once, and ready when it is put back; what we do is not told so", async () => {
  const { manager, engine, transitions } = await keepServers({ srv: http });
  const id = (await manager.serverStatus("srv")).containerId ?? "";
  const [network = ""] = Object.keys((await engine.inspect(id))?.addresses ?? {});
  const state = async () => (await manager.serverStatus("srv")).state;
  docker("network", "disconnect", "-f", network, id);
  await until(async () => (await state()) === "unhealthy");
  docker("network", "connect", network, id);
  await until(async () => (await state()) === "ready");
  const told = (await transitions()).slice(-2).map(({ reason }) => reason);
  expect(told).toEqual([
    `it was taken off the network ${network} from outside`,
    `it was put back on the network ${network} from outside`,
  ]);
  const { record } = await play(`version: 1
servers:
${http}
scenarios:
  - { name: one, server: srv, steps: [{ disconnect: true }, { connect: true }, { ping: true }] }
`);
  expect([...record.transitions("srv")].map((row) => row.state)).not.toContain("unhealthy");
});
