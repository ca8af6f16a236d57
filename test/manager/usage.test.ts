import { expect, test } from "vitest";
import { createUsage } from "../../src/manager/server/usage.ts";

function sample(cpuMs: number, rxBytes: number, memoryBytes: number) {
  const rest = { atMs: 0, cpuPercent: null, memoryLimitBytes: null, txBytes: 0, pids: 1 };
  return { server: "a", cpuMs, rxBytes, memoryBytes, ...rest };
}

test("counters of a server never go back when its container is replaced, memory is the container's own", () => {
  const usage = createUsage();
  expect(usage.total("one", sample(100, 10, 7))).toEqual(sample(100, 10, 7));
  expect(usage.total("one", sample(150, 20, 8))).toEqual(sample(150, 20, 8));
  expect(usage.total("two", sample(5, 1, 3))).toEqual(sample(155, 21, 3));
  // Both at once: the shared one beside one that a scenario has for itself.
  expect(usage.total("one", sample(160, 20, 9))).toEqual(sample(165, 21, 9));
});
