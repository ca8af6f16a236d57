import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { launchManager } from "../../src/action/launch.ts";
import { connectManager } from "../../src/api/index.ts";
import { type RecordReader, type RunRow, readRecord } from "../../src/record/index.ts";
import { leftBehind } from "../e2e/left-behind.ts";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A server that ends neither with its stdin nor on SIGTERM; the run waits for a minute behind its ping. */
const runFile = `version: 1
servers:
  probe:
    image: docker-mcp-manager/base-node:24
    command: [node, /app/server.mjs, stubborn]
    volumes: [{ host_path: ./server.mjs, container_path: /app/server.mjs }]
    stop: { eof: 100ms, sigterm: 100ms }
scenarios:
  - name: one
    server: probe
    steps:
      - { ping: true }
      - { call: sleep, with: { ms: 60000 }, timeout: 2m }
`;

interface DaemonOptions {
  readonly job?: string;
  /** Program that the manager is started by, in place of Node.js. */
  readonly execPath?: string;
  readonly entry?: "../../src/daemon.ts" | "crashing-daemon.ts";
}

/** A detached manager from source, in the middle of a run. */
export async function runningDaemon(options: DaemonOptions = {}) {
  const daemon = await idleDaemon(options);
  const pinged = Promise.withResolvers<void>();
  daemon.play(runFile, (line) => line.includes("one › ping") && pinged.resolve());
  await pinged.promise;
  return daemon;
}

/** One that was asked for nothing yet. */
export async function idleDaemon(options: DaemonOptions = {}) {
  const { job = null, execPath = process.execPath, entry = "../../src/daemon.ts" } = options;
  const folder = mkdtempSync(join(tmpdir(), "daemon-"));
  const reportDir = join(folder, "report");
  mkdirSync(reportDir);
  cpSync(source("../e2e/action-server.mjs"), join(folder, "server.mjs"));
  const runId = crypto.randomUUID().replaceAll("-", "");
  const launched = launchManager({
    execPath,
    managerEntry: source(entry),
    stateDir: folder,
    reportDir,
    environment: process.env,
    runId,
    token: "token",
    workspace: folder,
    job,
  });
  const pid = launched.pid ?? 0;
  onTestFinished(() => {
    if (isThere(pid)) {
      process.kill(pid, "SIGKILL");
    }
    rmSync(folder, { recursive: true, force: true });
  });
  const client = await connectManager({ url: await launched.url, token: "token" }, "0");
  onTestFinished(() => client.close().catch(() => undefined));
  function read<T>(from: (reader: RecordReader) => T): T {
    using reader = readRecord(join(reportDir, "run.db"));
    return from(reader);
  }
  return {
    pid,
    folder,
    runId,
    client,
    /** Plays a run file; whatever becomes of it is seen in the record. */
    play(text: string, progress: (line: string) => void, keep_running = false) {
      const run = { file: "mcp-manager.yml", text, workspace: folder, keep_running };
      client.call("docker_run_scenarios", run, { progress }).catch(() => undefined);
    },
    left: () => leftBehind(runId),
    isThere: () => isThere(pid),
    log: () => readFileSync(join(reportDir, "manager.log"), "utf8"),
    record: (): RunRow => read((reader) => reader.run()),
    read,
  };
}

function isThere(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "latin1"));
}
