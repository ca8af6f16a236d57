import { type Body, bodyOf, startBare } from "./controller-floor.ts";
import {
  type Cost,
  containerOf,
  context,
  costOf,
  openManager,
  wanted,
} from "./controller-parts.ts";
import { median } from "./median.ts";
import { limitRow, plainRow, type Row, ratioRow } from "./row.ts";

const limit = 1.25;
/** What a start and a stop ask of the engine: counted, so that a loaded machine does not matter. */
const mostStartCalls = 7;
const mostStopCalls = 5;

/** From the call to an answer of a server that has just been started, one after the other and interleaved. */
export async function startRows(folder: string, rounds: number): Promise<readonly Row[]> {
  const manager = await openManager(folder);
  await manager.createServer(wanted("one"), context);
  const body = await bodyOf(await containerOf(manager, "one"));
  await manager.stopServer("one", context);
  const starts: Cost[] = [];
  const stops: Cost[] = [];
  const floor = { start: [] as number[], stop: [] as number[] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      starts.push(await costOf(() => manager.startServer("one", context)));
      stops.push(await costOf(() => manager.stopServer("one", context)));
      const [startMs, stopMs] = await bareRound(body);
      floor.start.push(startMs);
      floor.stop.push(stopMs);
    }
  } finally {
    body.dispose();
    await manager.shutdown();
  }
  const ms = (costs: readonly Cost[]) => median(costs.map((cost) => cost.ms));
  return [
    ratioRow("start to ready", ms(starts), ["dockerode", median(floor.start)], limit),
    plainRow(
      "stop and removal of one, its leftovers looked for",
      `${ms(stops).toFixed(0)} ms`,
      `dockerode ${median(floor.stop).toFixed(0)} ms`,
    ),
    ...countRows("start", starts, mostStartCalls),
    ...countRows("stop", stops, mostStopCalls),
  ];
}

async function bareRound(body: Body): Promise<readonly [startMs: number, stopMs: number]> {
  const began = performance.now();
  const server = await startBare(body);
  const ready = performance.now();
  await server.stop();
  return [ready - began, performance.now() - ready];
}

function countRows(named: string, costs: readonly Cost[], most: number): readonly Row[] {
  const counts = costs.map(({ calls }) => calls.length);
  const usual = costs.toSorted((a, b) => a.calls.length - b.calls.length)[costs.length >> 1];
  return [
    limitRow(`engine calls of a ${named}`, [median(counts), ""], most, listed(usual?.calls ?? [])),
    plainRow(
      `our processor time of a ${named}`,
      `${median(costs.map(({ cpuMs }) => cpuMs)).toFixed(1)} ms`,
    ),
  ];
}

function listed(calls: readonly string[]): string {
  const last = calls.map((call) => call.replace(/^\w+ .*\/(?=\w+$)/, ""));
  return [...new Set(last)]
    .map((call) => `${last.filter((one) => one === call).length} ${call}`)
    .join(", ");
}
