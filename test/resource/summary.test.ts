import fc from "fast-check";
import { expect, test } from "vitest";
import type { SampleRow } from "../../src/record/index.ts";
import { summarise } from "../../src/resource/index.ts";

function sample(changes: Partial<SampleRow>): SampleRow {
  return {
    server: "srv",
    atMs: 0,
    cpuMs: 0,
    cpuPercent: null,
    memoryBytes: 0,
    memoryLimitBytes: null,
    rxBytes: 0,
    txBytes: 0,
    pids: 0,
    ...changes,
  };
}

test("a summary has the peaks, the CPU time and its share between the first and the last sample", () => {
  const samples = [
    sample({ atMs: 1_000, cpuMs: 400, memoryBytes: 10, pids: 1 }),
    sample({ atMs: 2_000, cpuMs: 900, memoryBytes: 30, pids: 7, rxBytes: 5 }),
    sample({ atMs: 3_000, cpuMs: 1_000, memoryBytes: 20, pids: 2, rxBytes: 6, txBytes: 8 }),
  ];
  expect(summarise(samples)).toEqual({
    peakMemoryBytes: 30,
    meanCpuPercent: 30,
    cpuMs: 1_000,
    rxBytes: 6,
    txBytes: 8,
    peakPids: 7,
  });
});

test("without samples everything is zero, with one there is no share of CPU", () => {
  expect(summarise([])).toEqual({
    peakMemoryBytes: 0,
    meanCpuPercent: null,
    cpuMs: 0,
    rxBytes: 0,
    txBytes: 0,
    peakPids: 0,
  });
  expect(summarise([sample({ cpuMs: 5 })])).toMatchObject({ cpuMs: 5, meanCpuPercent: null });
});

test("peaks are never below any sample", () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (memory) => {
      const { peakMemoryBytes } = summarise(memory.map((memoryBytes) => sample({ memoryBytes })));
      expect(memory.every((bytes) => bytes <= peakMemoryBytes)).toBe(true);
    }),
  );
});
