import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import Docker, { type ContainerCreateOptions } from "dockerode";

const docker = new Docker();

/** Everything that a container was created with, taken from the engine; its hosts file is made anew. */
export interface Body {
  readonly options: ContainerCreateOptions;
  readonly dispose: () => void;
}

export async function bodyOf(containerId: string): Promise<Body> {
  const { Config, HostConfig } = await docker.getContainer(containerId).inspect();
  const folder = mkdtempSync(join(tmpdir(), "bench-floor-"));
  const hosts = join(folder, "hosts");
  writeFileSync(hosts, "127.0.0.1\tlocalhost\n::1\tlocalhost\n", { mode: 0o644 });
  const { Hostname: _own, ...config } = Config;
  const run = randomBytes(16).toString("hex");
  const options: ContainerCreateOptions = {
    ...config,
    // The manager that is measured must not take them for its own.
    Labels: Object.fromEntries(
      Object.entries(Config.Labels).map(([key, value]) => [
        key,
        key.endsWith(".run") ? run : value,
      ]),
    ),
    HostConfig: {
      ...HostConfig,
      Mounts: HostConfig.Mounts?.map((mount) =>
        mount.Target === "/etc/hosts" ? { ...mount, Source: hosts } : mount,
      ),
    },
  };
  return { options, dispose: () => rmSync(folder, { recursive: true }) };
}

export interface Bare {
  readonly name: string;
  /** End of its stdin, exit, removal. */
  stop(): Promise<void>;
}

/** The least that starts a server by dockerode: create, attach, start, the answer to `initialize`. */
export async function startBare({ options }: Body): Promise<Bare> {
  const name = `bench-floor-${randomBytes(6).toString("hex")}`;
  const container = await docker.createContainer({ name, ...options });
  const stream = await container.attach({
    stream: true,
    stdin: true,
    stdout: true,
    stderr: true,
    hijack: true,
  });
  const stdout = new PassThrough();
  // dockerode's types leave its modem open.
  const modem: {
    demuxStream(from: NodeJS.ReadableStream, out: PassThrough, err: PassThrough): void;
  } = container.modem;
  modem.demuxStream(stream, stdout, new PassThrough().resume());
  await container.start();
  const answered = new Promise((resolve) =>
    createInterface({ input: stdout }).once("line", resolve),
  );
  stream.write(`${JSON.stringify(initialize)}\n`);
  await answered;
  stream.write(`${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n`);
  return {
    name,
    async stop() {
      const exited = container.wait({ condition: "next-exit" });
      stream.end();
      await exited;
      await container.remove({ v: true });
    },
  };
}

const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: {
    protocolVersion: "2025-11-25",
    capabilities: {},
    clientInfo: { name: "floor", version: "1" },
  },
};

/** So many at once, at most `width` of them under way; what each came to, in any order. */
export async function atOnce<T>(
  count: number,
  width: number,
  work: (index: number) => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  async function worker(): Promise<void> {
    while (next < count) {
      next += 1;
      results.push(await work(next - 1));
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, count) }, worker));
  return results;
}
