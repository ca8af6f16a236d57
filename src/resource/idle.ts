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

/** Ran or was ready to run all the time: on a crowded machine that is a busy loop, however little it got. */
const restlessPercent = 90;

/** What was used in a stretch of time and what was waited for, both in percent of one core. */
interface Stretch {
  readonly used: number;
  readonly wanted: number;
}

/**
 * The share of one core, in percent, that a container uses while nothing is asked of it, or would use were there one
 * for it all the time; undefined where its
 * cgroup cannot be read here, or when the signal aborts.
 *
 * A first look of 200 ms settles it for a quiet server. One that was busy then, or would have been had there been a
 * core for it (with 18 servers at once on two cores a busy loop got 5 %), is watched for the whole of `windowMs`:
 * rubbish is still collected, caches are written, and only what goes on counts.
 */
export async function idleCpu(
  containerId: string,
  limits: { readonly windowMs: number; readonly mostPercent: number },
  deps: IdleDeps,
): Promise<number | undefined> {
  const { clock, signal, cgroupRoot = "/sys/fs/cgroup", procRoot = "/proc" } = deps;
  const cgroup = openCgroup(containerId, cgroupRoot, procRoot);
  async function watch(ms: number): Promise<Stretch | undefined> {
    // The time of day may jump meanwhile.
    const before = cgroup?.read(clock.monotonicMs());
    if (cgroup === undefined || before === undefined) {
      return undefined;
    }
    const waitedBefore = cgroup.waitedMs();
    await clock.sleep(ms, signal);
    const after = cgroup.read(clock.monotonicMs());
    const used = after && (cpuPercent(before, after) ?? undefined);
    const waitedMs = Math.max(0, cgroup.waitedMs() - waitedBefore);
    return used === undefined ? undefined : { used, wanted: used + (waitedMs / ms) * 100 };
  }
  try {
    const first = await watch(Math.min(firstLookMs, limits.windowMs));
    if (first === undefined || first.wanted <= limits.mostPercent) {
      return first?.used;
    }
    const whole = await watch(limits.windowMs);
    return whole && whole.wanted >= restlessPercent ? whole.wanted : whole?.used;
  } catch {
    return undefined;
  }
}

/** Working set of a container now, in bytes; undefined where its cgroup cannot be read here. */
export function memoryNow(containerId: string, cgroupRoot = "/sys/fs/cgroup"): number | undefined {
  return openCgroup(containerId, cgroupRoot, "/proc")?.read(0)?.memoryBytes;
}

/** How many processes a container has now, threads not counted; undefined where its cgroup cannot be read here. */
export function processesNow(
  containerId: string,
  cgroupRoot = "/sys/fs/cgroup",
): number | undefined {
  return openCgroup(containerId, cgroupRoot, "/proc")?.processes();
}
