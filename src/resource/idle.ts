import type { Clock } from "../clock/index.ts";
import { openCgroup } from "./cgroup.ts";
import { cpuPercent } from "./summary.ts";

export interface IdleDeps {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Where the kernel shows cgroups and processes; default /sys/fs/cgroup and /proc. */
  readonly cgroupRoot?: string;
  readonly procRoot?: string;
}

/** Long enough to tell a busy loop (100 %) from what a server does after its last answer, short enough to add to each run. */
const firstLookMs = 200;

/**
 * The share of one core, in percent, that a container uses while nothing is asked of it; undefined where its
 * cgroup cannot be read here, or when the signal aborts.
 *
 * A first look of 200 ms settles it for a quiet server. One that was busy then is watched for the whole of
 * `windowMs`: rubbish is still collected, caches are written, and only what goes on counts.
 */
export async function idleCpu(
  containerId: string,
  limits: { readonly windowMs: number; readonly mostPercent: number },
  deps: IdleDeps,
): Promise<number | undefined> {
  const { clock, signal, cgroupRoot = "/sys/fs/cgroup", procRoot = "/proc" } = deps;
  const cgroup = openCgroup(containerId, cgroupRoot, procRoot);
  async function watch(ms: number): Promise<number | undefined> {
    const before = cgroup?.read(clock.nowMs());
    if (before === undefined) {
      return undefined;
    }
    await clock.sleep(ms, signal);
    const after = cgroup?.read(clock.nowMs());
    return after === undefined ? undefined : (cpuPercent(before, after) ?? undefined);
  }
  try {
    const first = await watch(Math.min(firstLookMs, limits.windowMs));
    return first === undefined || first <= limits.mostPercent
      ? first
      : await watch(limits.windowMs);
  } catch {
    return undefined;
  }
}

/** Working set of a container now, in bytes; undefined where its cgroup cannot be read here. */
export function memoryNow(containerId: string, cgroupRoot = "/sys/fs/cgroup"): number | undefined {
  return openCgroup(containerId, cgroupRoot, "/proc")?.read(0)?.memoryBytes;
}
