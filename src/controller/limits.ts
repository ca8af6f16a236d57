import type { EngineHost } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import type { ContainerPlan } from "./types.ts";

const mib = 2 ** 20;

/** A limit above what there is limits nothing, which engines say of cores and not of memory. Throws LIMIT_NOT_POSSIBLE. */
export function refuseBeyondHost(
  { server, limits }: Pick<ContainerPlan, "server" | "limits">,
  { cpus, memoryBytes }: EngineHost,
): void {
  if (cpus > 0 && limits.cpus > cpus) {
    const message = `Start server "${server}": its limit of ${limits.cpus} cores is more than the engine's host has, ${cpus}`;
    throw new Fault("LIMIT_NOT_POSSIBLE", message);
  }
  if (memoryBytes > 0 && limits.memoryBytes > memoryBytes) {
    const [wanted, there] = [limits.memoryBytes, memoryBytes].map((size) => Math.floor(size / mib));
    const message = `Start server "${server}": its limit of memory, ${wanted} MiB, is more than the engine's host has, ${there} MiB`;
    throw new Fault("LIMIT_NOT_POSSIBLE", message);
  }
}

/** An engine drops a limit that its kernel does not have, with a warning that nobody reads: said with the rest. */
export function withoutLimits(
  { limits }: Pick<ContainerPlan, "limits">,
  isolation: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const wanted = {
    cpus: Math.round(limits.cpus * 1e9) / 1e9,
    memoryBytes: limits.memoryBytes,
    swapBytes: 0,
    pids: limits.pids,
    ioWeight: limits.ioWeight,
    ioRead: limits.ioRead,
    ioWrite: limits.ioWrite,
  };
  const missing = Object.entries(wanted)
    .filter(
      ([name, value]) =>
        value !== undefined && isolation[name] !== undefined && isolation[name] !== value,
    )
    .map(([name]) => name);
  return { ...isolation, notApplied: missing };
}
