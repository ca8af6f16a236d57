import { launchBuilt } from "./controller-daemon.ts";
import { limitRow, type Row } from "./row.ts";

const count = 10;
const settleMs = 5_000;
const mostPercent = 1;
const mostMegabytes = 150;

/** What the built manager uses while ten servers of its run are asked nothing, in so many seconds. */
export async function idleRows(folder: string, seconds: number): Promise<readonly Row[]> {
  const manager = await launchBuilt(folder);
  try {
    await Promise.all(Array.from({ length: count }, (_, index) => manager.create(`s${index}`)));
    // What the starts left to do is done, and its rubbish collected, before it counts as idle.
    await passed(settleMs);
    const before = manager.cpuMs();
    const began = performance.now();
    await passed(seconds * 1_000);
    const percent = ((manager.cpuMs() - before) / (performance.now() - began)) * 100;
    const megabytes = manager.rssBytes() / 2 ** 20;
    return [
      limitRow(
        `manager with ${count} idle servers for ${seconds} s`,
        [percent, "% of a core"],
        mostPercent,
      ),
      limitRow("resident memory of that manager", [megabytes, "MiB"], mostMegabytes),
    ];
  } finally {
    await manager.end();
  }
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
