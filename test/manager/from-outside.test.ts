import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { context, keepRunning, until } from "./lifecycle.ts";

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
