import { launchBuilt } from "./controller-daemon.ts";
import { atOnce } from "./controller-floor.ts";
import { limitRow, type Row } from "./row.ts";

/** How many are asked for at a time. */
const parallel = 8;
const mostTimes = 2;

/** F31: so many servers of the built manager, eight starts asked for at a time, against one after the other. */
export async function hundredRows(folder: string, count: number): Promise<readonly Row[]> {
  const serial = await memoryOf(folder, count, 1);
  const together = await memoryOf(folder, count, parallel);
  const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  return [
    limitRow(
      `memory of the manager with ${count} servers, ${parallel} at a time`,
      [together.bytes / serial.bytes, "times"],
      mostTimes,
      `${megabytes(together.bytes)}; one after the other ${megabytes(serial.bytes)}`,
    ),
    limitRow(`failed starts of ${count} servers`, [together.failures + serial.failures, ""], 0),
  ];
}

/** The most that the manager had resident while they were started. */
async function memoryOf(
  folder: string,
  count: number,
  width: number,
): Promise<{ readonly bytes: number; readonly failures: number }> {
  const manager = await launchBuilt(folder);
  let bytes = 0;
  let failures = 0;
  try {
    await atOnce(count, width, async (index) => {
      await manager.create(`s${index}`).catch(() => {
        failures += 1;
      });
      bytes = Math.max(bytes, manager.rssBytes());
    });
  } finally {
    await manager.end();
  }
  return { bytes, failures };
}
