import { addAbortSignal } from "node:stream";
import type { ContainerStats } from "dockerode";
import type { Connection } from "./connection.ts";
import { inspectContainer } from "./container.ts";
import { jsonLines } from "./json-lines.ts";
import type { StatsSample } from "./types.ts";

/** Limits beyond this mean "none": cgroup v1 reports the largest page-aligned number, v2 the host's memory. */
const noLimit = 2 ** 60;

export async function followStats(
  connection: Connection,
  id: string,
  onSample: (sample: StatsSample) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const answer = await connection.stream({
      method: "GET",
      path: `/containers/${id}/stats`,
      query: { stream: "1" },
      doing: `follow the statistics of container ${id.slice(0, 12)}`,
      signal,
    });
    for await (const value of jsonLines(addAbortSignal(signal, answer))) {
      // The shape of the engine's answer at the pinned version.
      const sample = sampleOf(value as ContainerStats);
      if (sample) {
        onSample(sample);
      } else if (await hasEnded(connection, id)) {
        return;
      }
    }
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}

/** After a container's end the engine goes on sending an empty frame a second until the container is removed. */
export async function hasEnded(connection: Connection, id: string): Promise<boolean> {
  const state = await inspectContainer(connection, id);
  return state === undefined || (!state.running && state.status !== "created");
}

/** undefined for the empty frames that the engine sends before the start and after the end. */
export function sampleOf(stats: ContainerStats): StatsSample | undefined {
  const atMs = Date.parse(stats.read);
  const memory = stats.memory_stats;
  if (!(atMs > 0) || memory?.usage === undefined) {
    return undefined;
  }
  const limit = memory.limit ?? noLimit;
  const networks = Object.values(stats.networks ?? {});
  // Working set, as the kernel's page cache is not the server's: total_inactive_file is v1's name, inactive_file v2's.
  const reclaimable = memory.stats?.total_inactive_file ?? memory.stats?.inactive_file ?? 0;
  return {
    atMs,
    cpuMs: stats.cpu_stats.cpu_usage.total_usage / 1e6,
    memoryBytes: Math.max(0, memory.usage - reclaimable),
    memoryLimitBytes: limit >= noLimit ? null : limit,
    rxBytes: networks.reduce((sum, network) => sum + network.rx_bytes, 0),
    txBytes: networks.reduce((sum, network) => sum + network.tx_bytes, 0),
    pids: stats.pids_stats?.current ?? 0,
  };
}
