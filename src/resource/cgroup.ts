import { readdirSync, readFileSync } from "node:fs";
import type { StatsSample } from "../engine/index.ts";

/** Reads a container's counters from the kernel: about 0.1 ms, nothing asked of the engine. */
export interface CgroupReader {
  /** undefined once the container has ended. */
  read(atMs: number): StatsSample | undefined;
  /** The processor time of a sample alone, for a tenth of its cost; undefined as above. */
  cpuMs(): number | undefined;
  /** How long its threads have been ready to run and had no core, in ms; 0 where the kernel does not count that. */
  waitedMs(): number;
  /** How many processes it has, threads not counted; undefined as above. */
  processes(): number | undefined;
  /** How often its limits were met so far; undefined as above, and what a kernel does not count is 0. */
  hits(): LimitHits | undefined;
}

/** How often a container met its limits, since its start. */
export interface LimitHits {
  /** Processes that were killed for memory. */
  readonly memoryKills: number;
  /** Processes and threads that were refused. */
  readonly pidsRefused: number;
  /** Time that its processes had to wait though there was work, over all of them. */
  readonly throttledMs: number;
}

/** Limits beyond this mean none: cgroup v1 has no word for it but the largest number of whole pages. */
const noLimit = 2 ** 60;

/**
 * A reader for a container of an engine on this machine; undefined where its cgroup is not found or not readable
 * (a remote engine, a rootless one, a driver with other paths).
 *
 * Paths as the engine's drivers `cgroupfs` and `systemd` lay them out, cgroup v1 and v2. `root` is /sys/fs/cgroup.
 */
export function openCgroup(
  containerId: string,
  root: string,
  procRoot: string,
): CgroupReader | undefined {
  for (const folder of [`docker/${containerId}`, `system.slice/docker-${containerId}.scope`]) {
    for (const read of [() => readV2(`${root}/${folder}`), () => readV1(root, folder)]) {
      const first = attempt(read);
      if (first !== undefined) {
        return {
          read(atMs) {
            const reading = attempt(read);
            return (
              reading && {
                atMs,
                ...reading.counters,
                ...network(procRoot, firstLine(reading.pids)),
              }
            );
          },
          cpuMs: () => attempt(first.cpuMs),
          waitedMs: () => waited(procRoot, attempt(read)?.pids ?? ""),
          processes() {
            const pids = attempt(read)?.pids;
            return pids === undefined || pids === "" ? undefined : pids.split("\n").length;
          },
          hits: () => attempt(first.hits),
        };
      }
    }
  }
  return undefined;
}

interface Reading {
  readonly counters: Omit<StatsSample, "atMs" | "rxBytes" | "txBytes">;
  /** One a line. */
  readonly pids: string;
  /** These two of the same container later, too. */
  readonly cpuMs: () => number;
  readonly hits: () => LimitHits;
}

function readV2(folder: string): Reading {
  const limit = text(`${folder}/memory.max`);
  const cached = field(text(`${folder}/memory.stat`), "inactive_file");
  const cpuMs = () => field(text(`${folder}/cpu.stat`), "usage_usec") / 1e3;
  return {
    cpuMs,
    counters: {
      cpuMs: cpuMs(),
      memoryBytes: Math.max(0, Number(text(`${folder}/memory.current`)) - cached),
      memoryLimitBytes: limit === "max" ? null : Number(limit),
      pids: Number(text(`${folder}/pids.current`)),
    },
    pids: text(`${folder}/cgroup.procs`),
    hits: () => ({
      memoryKills: field(text(`${folder}/memory.events`), "oom_kill"),
      pidsRefused: counted(`${folder}/pids.events`, "max"),
      throttledMs: counted(`${folder}/cpu.stat`, "throttled_usec") / 1e3,
    }),
  };
}

function readV1(root: string, folder: string): Reading {
  const memory = `${root}/memory/${folder}`;
  const limit = Number(text(`${memory}/memory.limit_in_bytes`));
  const cached = field(text(`${memory}/memory.stat`), "total_inactive_file");
  const cpuMs = () => Number(text(`${root}/cpuacct/${folder}/cpuacct.usage`)) / 1e6;
  return {
    cpuMs,
    counters: {
      cpuMs: cpuMs(),
      memoryBytes: Math.max(0, Number(text(`${memory}/memory.usage_in_bytes`)) - cached),
      memoryLimitBytes: limit >= noLimit ? null : limit,
      pids: Number(text(`${root}/pids/${folder}/pids.current`)),
    },
    pids: text(`${memory}/cgroup.procs`),
    hits: () => ({
      memoryKills: field(text(`${memory}/memory.oom_control`), "oom_kill"),
      pidsRefused: counted(`${root}/pids/${folder}/pids.events`, "max"),
      throttledMs: counted(`${root}/cpu/${folder}/cpu.stat`, "throttled_time") / 1e6,
    }),
  };
}

/** A count of a file that not every kernel has. */
function counted(path: string, name: string): number {
  return attempt(() => field(text(path), name)) ?? 0;
}

/** Bytes over all interfaces but loopback; zero where the kernel does not let us look. */
function network(procRoot: string, pid: string): Pick<StatsSample, "rxBytes" | "txBytes"> {
  const table = pid === "" ? "" : (attempt(() => text(`${procRoot}/${pid}/net/dev`)) ?? "");
  let rxBytes = 0;
  let txBytes = 0;
  for (const [, name, numbers = ""] of table.matchAll(/^\s*([^\s:]+):(.*)$/gm)) {
    const columns = numbers.trim().split(/\s+/);
    if (name !== "lo") {
      rxBytes += Number(columns[0]);
      txBytes += Number(columns[8]);
    }
  }
  return { rxBytes, txBytes };
}

/** The second number of each thread's schedstat, in ns (kernel: Documentation/scheduler/sched-stats). */
function waited(procRoot: string, pids: string): number {
  const threads = pids.split("\n").flatMap((pid) => {
    const tasks = `${procRoot}/${pid}/task`;
    return (attempt(() => readdirSync(tasks)) ?? []).map((thread) => `${tasks}/${thread}`);
  });
  const waits = threads.map(
    (thread) => Number(attempt(() => text(`${thread}/schedstat`))?.split(" ")[1] ?? 0) / 1e6,
  );
  return waits.reduce((sum, each) => sum + each, 0);
}

/** A cgroup ends at any moment with its container; that is no fault. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function text(path: string): string {
  return readFileSync(path, "utf8").trim();
}

function firstLine(lines: string): string {
  return lines.split("\n", 1)[0] ?? "";
}

function field(table: string, name: string): number {
  return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(table)?.[1] ?? 0);
}
