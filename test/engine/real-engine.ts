import { randomBytes } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { type ContainerSpec, connectEngine, type Engine } from "../../src/engine/index.ts";

/** Made by the set-up: Node.js 24 and busybox. */
export const image = "docker-mcp-manager/base-node:24";

const labels = { "io.github.docker-mcp-manager.run": `test-${randomBytes(8).toString("hex")}` };

/** One engine for a test file; what its tests create is removed at the end by label. */
export function useEngine(): () => Engine {
  let engine: Engine | undefined;
  beforeAll(async () => {
    engine = await connectEngine({ environment: process.env, clock: systemClock });
  });
  afterAll(async () => {
    for (const object of (await engine?.listLabelled(
      Object.entries(labels).map((pair) => pair.join("=")),
    )) ?? []) {
      await engine?.removeObject(object);
    }
    engine?.close();
  });
  return () => {
    if (engine === undefined) {
      throw new Error("the engine is there only while tests run");
    }
    return engine;
  };
}

export function spec(
  command: readonly string[],
  changes: Partial<ContainerSpec> = {},
): ContainerSpec {
  return {
    name: `test-${randomBytes(8).toString("hex")}`,
    image,
    command,
    env: {},
    labels,
    mounts: [],
    tmpfs: {},
    network: null,
    cpus: 2,
    memoryBytes: 256 * 2 ** 20,
    pids: 64,
    readOnlyRootfs: true,
    user: "65532:65532",
    ...changes,
  };
}

/** Collects what a container prints, until both its exit and the end of its output. */
export async function runToEnd(
  engine: Engine,
  wanted: ContainerSpec,
  stdin?: Uint8Array,
): Promise<{ exitCode: number; stdout: Buffer; stderr: Buffer }> {
  const id = await engine.createContainer(wanted);
  const attachment = await engine.attach(id);
  const stdout: Uint8Array[] = [];
  const stderr: Uint8Array[] = [];
  attachment.onStdout((chunk) => stdout.push(Buffer.from(chunk)));
  attachment.onStderr((chunk) => stderr.push(Buffer.from(chunk)));
  const exited = engine.waitExit(id);
  await engine.start(id);
  if (stdin) {
    await attachment.write(stdin);
  }
  attachment.end();
  const [{ exitCode }] = await Promise.all([exited, attachment.ended]);
  await engine.remove(id);
  return { exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) };
}
