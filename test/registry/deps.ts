import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { asFault, type Fault } from "../../src/fault/index.ts";
import type { RegistryDeps } from "../../src/registry/index.ts";

export const templatesFolder = join(import.meta.dirname, "../../templates");

/** A folder of its own for one test, removed after it. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "registry-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The real engine and a workspace of its own, with every progress line kept. */
export async function registryDeps(
  workspace: string,
): Promise<RegistryDeps & { readonly lines: string[] }> {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  onTestFinished(() => engine.close());
  const lines: string[] = [];
  return {
    engine,
    templatesFolder,
    workspaceRoot: workspace,
    runFileFolder: workspace,
    cacheFolder: join(import.meta.dirname, "../../.cache/base-image"),
    clock: systemClock,
    onProgress: (line) => lines.push(line),
    lines,
  };
}

/** The fault that `work` ends with; a work that succeeds fails the test. */
export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  return work.then(
    (value) => {
      throw new Error(`no fault, but ${JSON.stringify(value)}`);
    },
    (thrown: unknown) => asFault(thrown),
  );
}

/** What a container of the image prints to stdout when it is given `input` and then the end of stdin. */
export async function outputOf(
  engine: RegistryDeps["engine"],
  image: string,
  start: { readonly entrypoint?: readonly string[]; readonly input?: string },
): Promise<string> {
  const id = await engine.createContainer({
    name: `registry-test-${randomBytes(6).toString("hex")}`,
    image,
    ...(start.entrypoint && { entrypoint: start.entrypoint }),
    env: {},
    labels: { "io.github.docker-mcp-manager.run": randomBytes(16).toString("hex") },
    mounts: [],
    tmpfs: { "/tmp": 2 ** 20 },
    network: null,
    cpus: 1,
    memoryBytes: 256 * 2 ** 20,
    pids: 64,
    readOnlyRootfs: true,
  });
  onTestFinished(() => engine.remove(id));
  const attachment = await engine.attach(id);
  const chunks: Uint8Array[] = [];
  attachment.onStdout((chunk) => chunks.push(chunk));
  attachment.onStderr(() => undefined);
  const exited = engine.waitExit(id);
  await engine.start(id);
  await attachment.write(Buffer.from(start.input ?? ""));
  attachment.end();
  await Promise.all([exited, attachment.ended]);
  return Buffer.concat(chunks).toString();
}
