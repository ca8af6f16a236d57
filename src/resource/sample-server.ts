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

/**
 * Writes a server's samples until the signal aborts or the container ends; never rejects.
 *
 * Where the engine's cgroups can be read here, one sample at once, one a second and one at the abort, each about
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

async function poll(
  cgroup: CgroupReader,
  clock: Clock,
  signal: AbortSignal,
  write: (sample: StatsSample) => void,
): Promise<LimitHits | undefined> {
  let hits: LimitHits | undefined;
  for (;;) {
    const sample = cgroup.read(clock.nowMs());
    // A container that has ended took its counters with it.
    hits = cgroup.hits() ?? hits;
    if (sample === undefined) {
      return hits;
    }
    write(sample);
    if (signal.aborted) {
      return hits;
    }
    await clock.sleep(intervalMs, signal).catch(() => undefined);
  }
}
