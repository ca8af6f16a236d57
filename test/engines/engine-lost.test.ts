import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Clock, systemClock } from "../../src/clock/index.ts";
import { labelKeys, readOwner, startContainer } from "../../src/controller/index.ts";
import { connectEngine, type Engine } from "../../src/engine/index.ts";
import { sweepRun } from "../../src/manager/teardown.ts";
import { plan } from "../controller/real-run.ts";
import { contextOf, faultOf } from "../engine/build-context.ts";
import { spec } from "../engine/real-engine.ts";
import { type PrivateEngine, startPrivateEngine, whyNoPrivateEngine } from "./private-engine.ts";
import { type FaultyRun, image, runUnder } from "./run-under.ts";

const why = whyNoPrivateEngine();
let engine: PrivateEngine;
beforeAll(async () => {
  if (why === undefined) {
    engine = await startPrivateEngine();
    await engine.take(image);
  }
});
afterAll(() => engine?.stop());
beforeEach(({ skip }) => skip(why !== undefined, why));

/** The environment's fault, in the words of the step; what was done before stays; nothing is left. */
const lost = {
  exitCode: 4,
  outcomes: ["passed", "broken"],
  blame: "environment",
  namesEngine: true,
  blamesServer: false,
  findings: [],
  left: [],
};

function verdictOf({ result, report, steps, left }: FaultyRun) {
  return {
    exitCode: result.exitCode,
    outcomes: steps.map(({ outcome }) => outcome),
    blame: steps[1]?.blame,
    namesEngine: steps[1]?.reason?.includes("went away"),
    blamesServer: /memory|SIG/.test(report.servers[0]?.reason ?? "SIG"),
    findings: report.findings,
    left,
  };
}

test("F06 an engine that is killed and comes back: the step is broken by it, and what it still has is removed", async () => {
  const run = await runUnder(engine, {
    async fault() {
      await engine.signal("KILL");
      await engine.ended();
      await systemClock.sleep(1_000);
      await engine.start();
    },
  });
  expect(verdictOf(run)).toEqual(lost);
  expect(run.result.stderr).toContain("waiting up to 30 s for the engine");
});

test("F06 what was lost with its engine can be stopped and removed when the engine is back", async () => {
  const client = await connectEngine({ environment: engine.environment, clock: systemClock });
  const ownership = {
    runId: randomBytes(16).toString("hex"),
    owner: readOwner(process.pid),
    expiresAtMs: systemClock.nowMs() + 60_000,
  };
  const running = await startContainer(client, plan(["sleep", "60"]), ownership, {
    clock: systemClock,
    onStdout: () => undefined,
    onStderr: () => undefined,
  });
  await engine.signal("KILL");
  await expect(running.exited).rejects.toMatchObject({ code: "ENGINE_LOST" });
  await engine.ended();
  await engine.start();
  expect(await running.stop()).toMatchObject({ rung: "already-exited", leftovers: [] });
  await running.remove();
  expect(await client.listLabelled([`${labelKeys.run}=${ownership.runId}`])).toEqual([]);
  client.close();
});

test("F07 with live-restore the server lives on without its engine: no crash of it is reported, and it is removed", async () => {
  await engine.signal("TERM");
  await engine.ended();
  await engine.start("--live-restore");
  const run = await runUnder(engine, {
    async fault() {
      await engine.signal("KILL");
      await engine.ended();
      await engine.start("--live-restore");
    },
  });
  expect(verdictOf(run)).toEqual(lost);
});

test("F08 an engine that is asked to end takes its containers along: that is neither the server's end nor its memory", async () => {
  const run = await runUnder(engine, {
    async fault() {
      await engine.signal("TERM");
      await engine.ended();
      await engine.start();
    },
  });
  expect(verdictOf(run)).toEqual(lost);
});

test("F04 an engine that freezes for 6 s loses nothing: its answers come late, and how long it said nothing is told", async () => {
  const call = "{ call: echo, with: { message: hello }, expect: { text: { contains: hello } } }";
  const { result, report, steps, left } = await runUnder(engine, {
    steps: ["{ call: sleep, with: { ms: 1000 }, timeout: 20s }", call],
    async fault() {
      await engine.signal("STOP");
      await systemClock.sleep(6_000);
      await engine.signal("CONT");
    },
  });
  expect(steps.map(({ outcome }) => outcome)).toEqual(["passed", "passed", "passed"]);
  expect(result.exitCode).toBe(0);
  expect(report.findings).toMatchObject([
    {
      server: "one",
      code: "engine-silent",
      severity: "warning",
      message: expect.stringMatching(/did not answer for [3-6]\.\d s/),
    },
  ]);
  expect(left).toEqual([]);
});

test("F04 a step that ends at its timeout because the engine is frozen is not the server's fault", async () => {
  const { result, steps, left } = await runUnder(engine, {
    steps: ["{ call: sleep, with: { ms: 900 }, timeout: 1s }"],
    async fault() {
      await engine.signal("STOP");
      await systemClock.sleep(5_000);
      await engine.signal("CONT");
    },
  });
  expect(result.exitCode).toBe(4);
  expect(steps[1]).toMatchObject({
    outcome: "broken",
    blame: "environment",
    reason: expect.stringContaining("does not answer either"),
  });
  expect(left).toEqual([]);
});

test("F29 servers need no default bridge", async () => {
  await engine.run("ip link del docker0");
  const { result } = await runUnder(engine, { steps: [] });
  expect(result.exitCode).toBe(0);
});

test("F05 an engine that is killed while it builds is not taken for a build that fails", async () => {
  const client = await connectEngine({ environment: engine.environment, clock: systemClock });
  const context = contextOf({ Dockerfile: `FROM ${image}\nRUN sleep 60\n` });
  const options = {
    tag: "x:1",
    dockerfile: "Dockerfile",
    args: {},
    labels: {},
    network: "default",
  } as const;
  const fault = await faultOf(
    client.buildImage(context, options, (line) => {
      if (line.includes("RUN sleep")) {
        void engine.signal("KILL");
      }
    }),
  );
  client.close();
  expect(fault).toMatchObject({ code: "ENGINE_LOST", blame: "environment" });
  await engine.ended();
  await engine.start();
});

test("F05 an engine that is killed and stays away: every call and every wait ends at once, with the engine to blame", async () => {
  const client = await connectEngine({ environment: engine.environment, clock: systemClock });
  const id = await client.createContainer(spec(["sleep", "60"]));
  const attachment = await client.attach(id);
  attachment.onStdout(() => undefined);
  const exited = client.waitExit(id);
  const samples = client.stats(id, () => undefined, new AbortController().signal);
  const waits = Promise.allSettled([exited, samples]);
  await client.start(id);
  await engine.signal("KILL");
  const startMs = systemClock.monotonicMs();
  const [exit, sampled] = await waits;
  const calls = await Promise.allSettled([
    client.inspect(id),
    client.start(id),
    client.listLabelled(["x"]),
    client.remove(id),
  ]);
  await attachment.ended;
  expect(systemClock.monotonicMs() - startMs).toBeLessThan(3_000);
  expect(exit).toMatchObject({ reason: { code: "ENGINE_LOST", blame: "environment" } });
  expect(sampled?.status).toBe("rejected");
  for (const call of calls) {
    expect(call).toMatchObject({ reason: { code: "ENGINE_LOST" } });
  }
  expect(await giveUp(client)).toEqual({ removed: 0, left: 1, told: 1, afterMs: 30_250 });
  client.close();
  await engine.start();
});

/** The end of a run whose engine does not come back, without waiting for the half minute it is given. */
async function giveUp(client: Engine) {
  let nowMs = 0;
  const clock: Clock = {
    ...systemClock,
    monotonicMs: () => nowMs,
    async sleep(ms) {
      nowMs += ms;
    },
  };
  let told = 0;
  const tell = () => void (told += 1);
  const { removed, left } = await sweepRun(client, "0".repeat(32), 1, { clock, tell });
  return { removed, left, told, afterMs: nowMs };
}
