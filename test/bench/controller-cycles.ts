import { launchBuilt } from "./controller-daemon.ts";
import { limitRow, plainRow, type Row } from "./row.ts";

/** Until the caches are full and the code is compiled, memory grows for good reasons. */
const warmShare = 0.25;
const mostKilobytesPerCycle = 8;

/** One server of the built manager is started and stopped so many times; what stays behind of that. */
export async function cyclesRows(folder: string, cycles: number): Promise<readonly Row[]> {
  const manager = await launchBuilt(folder);
  try {
    await manager.create("one");
    await manager.stop("one");
    const before = { descriptors: manager.descriptors(), threads: manager.threads() };
    const memory: number[] = [];
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await manager.start("one");
      await manager.stop("one");
      memory.push(manager.rssBytes());
    }
    const objects = await manager.objects();
    const steady = memory.slice(Math.floor(cycles * warmShare));
    const megabytes = (memory.at(-1) ?? 0) / 2 ** 20;
    return [
      limitRow(`objects left on the engine by ${cycles} starts and stops`, [objects.length, ""], 0),
      limitRow(
        "file descriptors more than before",
        [manager.descriptors() - before.descriptors, ""],
        0,
      ),
      limitRow("threads more than before", [manager.threads() - before.threads, ""], 0),
      limitRow(
        `growth of resident memory in the last ${steady.length}`,
        [slope(steady) / 1024, "KiB a cycle"],
        mostKilobytesPerCycle,
        `now ${megabytes.toFixed(0)} MiB`,
      ),
      plainRow("starts and stops", `${cycles}`),
    ];
  } finally {
    await manager.end();
  }
}

/** Of the straight line with the least squares, per step. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const above = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  const spread = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return above / spread;
}
