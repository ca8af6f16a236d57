import { atOnce, type Body, bodyOf, startBare } from "./controller-floor.ts";
import { containerOf, context, type Kind, openManager, wanted } from "./controller-parts.ts";
import { median } from "./median.ts";
import { limitRow, plainRow, type Row, ratioRow } from "./row.ts";

const limit = 1.25;
const count = 30;

/** A manager's end with thirty servers, and with one more that is hung. */
export async function teardownRows(folder: string, rounds: number): Promise<readonly Row[]> {
  const ours: number[] = [];
  const beside: number[] = [];
  const lefts: number[] = [];
  const floor: number[] = [];
  let body: Body | undefined;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const quiet = await teardown(folder, [], body);
      body = quiet.body;
      ours.push(quiet.quickMs);
      const hung = await teardown(folder, ["hung"], body);
      beside.push(hung.quickMs);
      lefts.push(quiet.left + hung.left);
      floor.push(await bareTeardown(body));
    }
  } finally {
    body?.dispose();
  }
  return [
    ratioRow(`teardown of ${count} servers`, median(ours), ["dockerode", median(floor)], limit),
    ratioRow(
      `the same ${count} beside a hung one`,
      median(beside),
      ["without it", median(ours)],
      limit,
    ),
    limitRow("objects left by teardowns", [Math.max(...lefts), ""], 0),
    plainRow("rounds of teardown", `${rounds}`),
  ];
}

interface Torn {
  /** Until the last of the quick ones was removed. */
  readonly quickMs: number;
  readonly left: number;
  readonly body: Body;
}

async function teardown(
  folder: string,
  others: readonly Kind[],
  known: Body | undefined,
): Promise<Torn> {
  const manager = await openManager(folder);
  const names = Array.from({ length: count }, (_, index) => `s${index}`);
  await Promise.all(others.map((kind) => manager.createServer(wanted(kind, kind), context)));
  await atOnce(count, 8, (index) => manager.createServer(wanted(names[index] ?? ""), context));
  const body = known ?? (await bodyOf(await containerOf(manager, "s0")));
  const began = performance.now();
  const ended = manager.shutdown();
  // A stop that is under way is joined, and resolves when nothing of its server is left.
  await Promise.all(names.map((name) => manager.stopServer(name, context)));
  const quickMs = performance.now() - began;
  const { left } = await ended;
  return { quickMs: others.length === 0 ? performance.now() - began : quickMs, left, body };
}

/** The best that ends them all: everything at once. */
async function bareTeardown(body: Body): Promise<number> {
  const started = await atOnce(count, 8, () => startBare(body));
  const began = performance.now();
  await Promise.all(started.map((server) => server.stop()));
  return performance.now() - began;
}
