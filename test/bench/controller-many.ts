import type { Manager } from "../../src/manager/index.ts";
import { atOnce, type Bare, type Body, bodyOf, startBare } from "./controller-floor.ts";
import { containerOf, context, openManager, wanted } from "./controller-parts.ts";
import { median } from "./median.ts";
import { limitRow, type Row, ratioRow } from "./row.ts";

const limit = 1.25;
const counts = [10, 30];
/** How many starts at once dockerode is tried with; after these rounds only with the best. */
const widths = [4, 6, 8, Number.POSITIVE_INFINITY];
const triedRounds = 2;

/** Ten and thirty servers at once, until the last is ready; and whether ever one was not. */
export async function manyRows(folder: string, rounds: number): Promise<readonly Row[]> {
  const manager = await openManager(folder);
  try {
    const rows: Row[] = [];
    for (const count of counts) {
      rows.push(...(await rowsOf(manager, count, rounds)));
    }
    return rows;
  } finally {
    await manager.shutdown();
  }
}

async function rowsOf(manager: Manager, count: number, rounds: number): Promise<readonly Row[]> {
  const names = Array.from({ length: count }, (_, index) => `s${count}-${index}`);
  // The first round's servers are only declared by it, and warm both sides up.
  await atOnce(count, 8, (index) => manager.createServer(wanted(names[index] ?? ""), context));
  const body = await bodyOf(await containerOf(manager, names[0] ?? ""));
  await stopAll(manager, names);
  const ours: number[] = [];
  const floors = new Map(widths.map((width) => [width, [] as number[]]));
  let failures = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      const started = await Promise.allSettled(
        names.map((name) => manager.startServer(name, context)),
      );
      ours.push(performance.now() - began);
      failures += started.filter(({ status }) => status === "rejected").length;
      await stopAll(manager, names);
      for (const width of round < triedRounds ? widths : [best(floors)[0]]) {
        floors.get(width)?.push(await bareRound(body, count, width));
      }
    }
  } finally {
    body.dispose();
  }
  const [width, floorMs] = best(floors);
  const at = width === Number.POSITIVE_INFINITY ? "all at once" : `${width} at once`;
  return [
    ratioRow(`${count} servers at once`, median(ours), [`dockerode, ${at},`, floorMs], limit),
    limitRow(`failed starts, ${count} servers, ${rounds} rounds`, [failures, ""], 0),
  ];
}

async function bareRound(body: Body, count: number, width: number): Promise<number> {
  const began = performance.now();
  const started = await atOnce(count, width, () => startBare(body));
  const ms = performance.now() - began;
  await Promise.all(started.map((server: Bare) => server.stop()));
  return ms;
}

function best(
  floors: ReadonlyMap<number, readonly number[]>,
): readonly [width: number, ms: number] {
  const medians = [...floors].map(([width, times]) => [width, median(times)] as const);
  return medians.toSorted(([, a], [, b]) => a - b)[0] ?? [1, Number.NaN];
}

async function stopAll(manager: Manager, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => manager.stopServer(name, context)));
}
