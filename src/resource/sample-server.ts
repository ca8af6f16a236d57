import type { Clock } from "../clock/index.ts";
import type { Engine, StatsSample } from "../engine/index.ts";
import { asFault } from "../fault/index.ts";
import type { EventRow, SampleRow } from "../record/index.ts";
import { type CgroupReader, type LimitHits, openCgroup } from "./cgroup.ts";
import { cpuPercent } from "./summary.ts";

export interface SampleDeps {
  readonly clock: Clock;
  /** What is written to; the record's writer is one. */
  readonly record: { sample(row: SampleRow): void; event(row: EventRow): void };
  /** Abort it when the container is about to be stopped: a last sample is taken at once. */
  readonly signal: AbortSignal;
  /** Where the kernel shows cgroups and processes; default /sys/fs/cgroup and /proc. */
  readonly cgroupRoot?: string;
  readonly procRoot?: string;
}

const intervalMs = 1_000;

/** Its init looks around once a second, for 0.03 ms; a server that ran for less than this has done nothing since. */
const restMs = 0.5;

/**
 * Writes a server's samples until the signal aborts or the container ends; never rejects.
 *
 * Where the engine's cgroups can be read here, one sample at once, one in each second and one at the abort, each about
 * 0.1 ms. Elsewhere the engine's statistics, about one a second. A failure is written as the event
 * `sampling-failed`. Resolves with how often the container met its limits, where the kernel could be asked.
 */
export async function sampleServer(
  engine: Pick<Engine, "stats">,
  containerId: string,
  server: string,
  deps: SampleDeps,
): Promise<LimitHits | undefined> {
  const { clock, record, signal } = deps;
  let previous: StatsSample | undefined;

  function write(sample: StatsSample): void {
    const percent = previous === undefined ? null : cpuPercent(previous, sample);
    previous = sample;
    record.sample({ server, ...sample, cpuPercent: percent });
  }

  const { cgroupRoot = "/sys/fs/cgroup", procRoot = "/proc" } = deps;
  try {
    const cgroup = openCgroup(containerId, cgroupRoot, procRoot);
    if (cgroup !== undefined) {
      return await poll(cgroup, clock, signal, write);
    }
    await engine.stats(containerId, write, signal);
  } catch (thrown) {
    if (!signal.aborted) {
      const { code, message } = asFault(thrown);
      const data = JSON.stringify({ code, message });
      record.event({ atMs: clock.nowMs(), kind: "sampling-failed", server, data });
    }
  }
  return undefined;
}

/**
 * All servers are looked at in the same moment of each second, so that one timer and one transaction serve them. Of
 * one that rested only the processor time is read: ten idle servers took 1.4 % of a core otherwise.
 */
async function poll(
  cgroup: CgroupReader,
  clock: Clock,
  signal: AbortSignal,
  write: (sample: StatsSample) => void,
): Promise<LimitHits | undefined> {
  let hits: LimitHits | undefined;
  let last: StatsSample | undefined;
  for (;;) {
    const atMs = clock.nowMs();
    const cpuMs = cgroup.cpuMs();
    if (last && cpuMs !== undefined && cpuMs - last.cpuMs < restMs && !signal.aborted) {
      write({ ...last, atMs, cpuMs });
    } else {
      last = cgroup.read(atMs);
      // A container that has ended took its counters with it.
      hits = cgroup.hits() ?? hits;
      if (last === undefined) {
        return hits;
      }
      write(last);
    }
    if (signal.aborted) {
      return hits;
    }
    await clock.sleep(untilNextMs(clock.monotonicMs()), signal).catch(() => undefined);
  }
}

/** To the next full second, or the one after it where that is too near to be worth a sample. */
function untilNextMs(nowMs: number): number {
  const restOfSecondMs = intervalMs - (nowMs % intervalMs);
  return restOfSecondMs < intervalMs / 2 ? restOfSecondMs + intervalMs : restOfSecondMs;
}
