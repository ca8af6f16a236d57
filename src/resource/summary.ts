import type { SampleRow } from "../record/index.ts";

/** What a server used over its samples; all zero without samples. */
export interface ResourceSummary {
  readonly peakMemoryBytes: number;
  /** Share of one core between the first and the last sample; null when they are one. */
  readonly meanCpuPercent: number | null;
  /** CPU time from the container's start to the last sample. */
  readonly cpuMs: number;
  readonly rxBytes: number;
  readonly txBytes: number;
  readonly peakPids: number;
}

/** Sums up the samples of one container, in order of time. */
export function summarise(samples: readonly SampleRow[]): ResourceSummary {
  const first = samples.at(0);
  const last = samples.at(-1);
  return {
    peakMemoryBytes: peak(samples, (sample) => sample.memoryBytes),
    meanCpuPercent: first && last ? cpuPercent(first, last) : null,
    cpuMs: last?.cpuMs ?? 0,
    rxBytes: peak(samples, (sample) => sample.rxBytes),
    txBytes: peak(samples, (sample) => sample.txBytes),
    peakPids: peak(samples, (sample) => sample.pids),
  };
}

/** Share of one core between two readings, in percent; null when no time passed or the counter went back. */
export function cpuPercent(
  earlier: Pick<SampleRow, "atMs" | "cpuMs">,
  later: Pick<SampleRow, "atMs" | "cpuMs">,
): number | null {
  const passed = later.atMs - earlier.atMs;
  const used = later.cpuMs - earlier.cpuMs;
  return passed > 0 && used >= 0 ? (used / passed) * 100 : null;
}

function peak(samples: readonly SampleRow[], of: (sample: SampleRow) => number): number {
  return samples.reduce((highest, sample) => Math.max(highest, of(sample)), 0);
}
