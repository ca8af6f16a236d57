import { randomBytes } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import {
  type Attempt,
  type ContainerPlan,
  labelKeys,
  type Ownership,
  type RunningContainer,
  readOwner,
  type StartDeps,
  settleNetworks,
  startContainer,
  sweep,
} from "../../src/controller/index.ts";
import { connectEngine, type Engine } from "../../src/engine/index.ts";
import { processesNow } from "../../src/resource/index.ts";

/** Made by the set-up: Node.js 24 and busybox. */
export const image = "docker-mcp-manager/base-node:24";

export interface Started extends RunningContainer {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** What it tried to reach through the proxy. */
  readonly attempts: readonly Attempt[];
  /** What it was told of relays that ended. */
  readonly relayEnds: readonly string[];
}

/** An engine and runs on it; what the runs made is swept at the end of the file. */
export function useRuns() {
  const runs: Ownership[] = [];
  let connected: Engine | undefined;
  beforeAll(async () => {
    connected = await connectEngine({ environment: process.env, clock: systemClock });
  });
  function engine(): Engine {
    if (connected === undefined) {
      throw new Error("the engine is there only while tests run");
    }
    return connected;
  }
  function run(changes: Partial<Ownership> = {}): Ownership {
    const ownership = {
      runId: randomBytes(16).toString("hex"),
      owner: readOwner(process.pid),
      expiresAtMs: systemClock.nowMs() + 60_000,
      ...changes,
    };
    runs.push(ownership);
    return ownership;
  }
  afterAll(async () => {
    for (const { runId } of runs) {
      await settleNetworks(engine(), runId);
      await sweep(engine(), { runId });
    }
    connected?.close();
  });
  return {
    engine,
    run,
    start: async (
      wanted: ContainerPlan,
      ownership = run(),
      on = engine(),
      user?: StartDeps["user"],
    ): Promise<Started> => {
      const out: Uint8Array[] = [];
      const err: Uint8Array[] = [];
      const attempts: Attempt[] = [];
      const relayEnds: string[] = [];
      const running = await startContainer(on, wanted, ownership, {
        clock: systemClock,
        onStdout: (chunk) => out.push(chunk),
        onStderr: (chunk) => err.push(chunk),
        user,
        countProcesses: (id) => processesNow(id),
        networks: { relayImage: async () => image, hostProxies: {} },
        onAttempt: (attempt) => attempts.push(attempt),
        onRelayEnd: (what) => relayEnds.push(what),
      });
      return {
        ...running,
        stdout: () => Buffer.concat(out).toString(),
        attempts,
        relayEnds,
        stderr: () => Buffer.concat(err).toString(),
      };
    },
    idsOf: async ({ runId }: Ownership) =>
      (await engine().listLabelled([`${labelKeys.run}=${runId}`])).map((object) => object.id),
  };
}

export function plan(
  entrypoint: readonly string[],
  changes: Partial<ContainerPlan> = {},
): ContainerPlan {
  return {
    server: "server",
    template: "image",
    image,
    entrypoint,
    env: {},
    volumes: [],
    egress: "none",
    limits: { cpus: 1, memoryBytes: 128 * 2 ** 20, pids: 64 },
    stop: { eofMs: 300, sigtermMs: 300 },
    ...changes,
  };
}

/** A server that ends only by SIGKILL; says "ready" when it got so far. */
export const stubborn = plan(["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"]);
