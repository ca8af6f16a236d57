import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchManager } from "../../src/action/launch.ts";
import { connectManager } from "../../src/api/index.ts";
import { leftBehind } from "../e2e/left-behind.ts";
import { kinds, wanted, workspace } from "./controller-parts.ts";

const managerEntry = fileURLToPath(new URL("../../dist/manager/index.js", import.meta.url));
/** Clock ticks of /proc/PID/stat are hundredths of a second on every Linux. */
const tickMs = 10;

/** The product's own manager, a process of its own from the built bundle, and what can be seen of it from outside. */
export async function launchBuilt(folder: string) {
  const own = join(folder, randomBytes(4).toString("hex"));
  const reportDir = join(own, "report");
  mkdirSync(reportDir, { recursive: true });
  const runId = randomBytes(16).toString("hex");
  const launched = launchManager({
    execPath: process.execPath,
    managerEntry,
    stateDir: own,
    reportDir,
    environment: process.env,
    runId,
    token: "token",
    workspace,
    job: null,
  });
  const pid = launched.pid ?? 0;
  const client = await connectManager({ url: await launched.url, token: "token" }, "0");
  for (const [name, template] of Object.entries(kinds)) {
    await client.call("docker_register_template", { name, template });
  }
  return {
    create(serverName: string): Promise<unknown> {
      const { serverType, volumes } = wanted(serverName);
      return client.call("docker_create_server", {
        server_type: serverType,
        server_name: serverName,
        volumes: volumes.map(({ hostPath, containerPath }) => ({
          host_path: hostPath,
          container_path: containerPath,
        })),
      });
    },
    start: (name: string) => client.call("docker_start_server", { server_name: name }),
    stop: (name: string) => client.call("docker_stop_server", { server_name: name }),
    cpuMs: () => cpuMsOf(pid),
    rssBytes: () => fieldOf(pid, "VmRSS") * 1024,
    descriptors: () => readdirSync(`/proc/${pid}/fd`).length,
    threads: () => fieldOf(pid, "Threads"),
    /** Every object of its run on the engine. */
    objects: () => leftBehind(runId),
    async end(): Promise<void> {
      await client.call("docker_shutdown", {});
      await client.close().catch(() => undefined);
    },
  };
}

function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // Fields 14 and 15, user and system time; the second field, in brackets, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

function fieldOf(pid: number, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
}
