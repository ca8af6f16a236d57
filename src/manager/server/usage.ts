import type { SampleRow } from "../../record/index.ts";

/** What all containers of one server have used, one after another or at once. */
export interface Usage {
  /** A sample of one container, its counters as sums over all containers so far; memory and load stay its own. */
  total(containerId: string, sample: SampleRow): SampleRow;
}

/** A new container counts from zero again; what readers of the record see must never go back. */
export function createUsage(): Usage {
  const latest = new Map<string, SampleRow>();
  return {
    total(containerId, sample) {
      latest.set(containerId, sample);
      const all = [...latest.values()];
      const sum = (of: (each: SampleRow) => number) =>
        all.reduce((whole, row) => whole + of(row), 0);
      return {
        ...sample,
        cpuMs: sum((row) => row.cpuMs),
        rxBytes: sum((row) => row.rxBytes),
        txBytes: sum((row) => row.txBytes),
      };
    },
  };
}
