import { expect, test } from "vitest";
import { sampleOf } from "../../src/engine/stats.ts";

type Frame = Parameters<typeof sampleOf>[0];

/** A frame with the fields that the engine sends and we read, as Engine 20.10 (v1) and 28 (v2) write them. */
function frame(memory: object, more: object = {}): Frame {
  const json = {
    read: "2026-05-01T10:00:00.123456789Z",
    cpu_stats: { cpu_usage: { total_usage: 2_500_000_000 } },
    pids_stats: { current: 7 },
    memory_stats: memory,
    ...more,
  };
  // What arrives is parsed JSON.
  return json as unknown as Frame;
}

test("on cgroup v1 memory is usage without inactive file pages, under the name that v1 gives them", () => {
  const stats = { total_inactive_file: 300, inactive_file: 9 };
  expect(sampleOf(frame({ usage: 1000, limit: 5000, stats }))).toEqual({
    atMs: Date.UTC(2026, 4, 1, 10, 0, 0, 123),
    cpuMs: 2500,
    memoryBytes: 700,
    memoryLimitBytes: 5000,
    rxBytes: 0,
    txBytes: 0,
    pids: 7,
  });
});

test("on cgroup v2 it is without inactive_file", () => {
  expect(
    sampleOf(frame({ usage: 1000, limit: 5000, stats: { inactive_file: 400 } }))?.memoryBytes,
  ).toBe(600);
});

test("the bytes of all interfaces are added, and no limit is null", () => {
  const networks = { eth0: { rx_bytes: 1, tx_bytes: 2 }, eth1: { rx_bytes: 10, tx_bytes: 20 } };
  const sample = sampleOf(frame({ usage: 1, limit: 9223372036854771712, stats: {} }, { networks }));
  expect(sample).toMatchObject({ rxBytes: 11, txBytes: 22, memoryLimitBytes: null });
});

test("the empty frames before the start and after the end are no samples", () => {
  expect(sampleOf(frame({}, { read: "0001-01-01T00:00:00Z" }))).toBeUndefined();
  expect(sampleOf(frame({}))).toBeUndefined();
});
