// Benchmarks of the MCP driver: ratios against the SDK's client in the same run, interleaved, medians. Usage: mcp.ts [ROUNDS]
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Framer } from "../../src/mcp/framer.ts";
import { table as alignedTable } from "../../src/text/index.ts";
import { measure } from "./measure.ts";

const rounds = Number(process.argv[2] ?? 7);
const here = fileURLToPath(new URL("./", import.meta.url));
const calls = 2_000;
const flooded = 1_000_000;
const table: string[][] = [["measure", "ours", "reference", "ratio", "limit", "held"]];

/** One child process: what it printed as JSON. Its shape is known to who asks for it. */
async function child<T>(script: string, ...args: readonly (string | number)[]): Promise<T> {
  const { out } = await measure(here, [script, ...args.map(String)]);
  return JSON.parse(out.trim().split("\n").at(-1) ?? "") as T;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function throughput(named: string, inFlight: number, limit: number): Promise<void> {
  const ways = { attach: [] as number[], ours: [] as number[], sdk: [] as number[] };
  const measured = inFlight === 1 ? calls : calls * 5;
  for (let round = 0; round < rounds; round += 1) {
    for (const [way, values] of Object.entries(ways)) {
      const { perSecond } = await child<{ perSecond: number }>(
        "mcp-throughput.ts",
        way,
        measured,
        inFlight,
      );
      values.push(perSecond);
    }
  }
  const [attach, ours, sdk] = [median(ways.attach), median(ways.ours), median(ways.sdk)];
  const ratio = ours / sdk;
  table.push(
    [
      named,
      `${ours.toFixed(0)} /s`,
      `SDK 1.x over docker run ${sdk.toFixed(0)} /s`,
      ratio.toFixed(2),
      `≥ ${limit}`,
      ratio >= limit ? "yes" : "NO",
    ],
    ["", "", `bare attach ${attach.toFixed(0)} /s`, (ours / attach).toFixed(2), "", ""],
  );
}

/** Lines of 100 bytes in chunks as the engine hands them on. */
function framer(): void {
  const chunk = Buffer.from(`${"x".repeat(99)}\n`.repeat(655));
  const megabytes = 200;
  const rates = Array.from({ length: rounds }, () => {
    let lines = 0;
    const cut = new Framer(64 * 2 ** 20, {
      line: () => {
        lines += 1;
      },
      blank: () => undefined,
      flooded: () => false,
      skipped: () => undefined,
      oversized: () => undefined,
      resynced: () => undefined,
    });
    const times = Math.ceil((megabytes * 1e6) / chunk.length);
    const began = performance.now();
    for (let time = 0; time < times; time += 1) {
      cut.push(chunk);
    }
    const seconds = (performance.now() - began) / 1000;
    if (lines !== times * 655) {
      throw new Error(`${lines} lines came out of ${times * 655}`);
    }
    return (times * chunk.length) / 1e6 / seconds;
  });
  const rate = median(rates);
  table.push([
    "framer, lines of 100 bytes",
    `${rate.toFixed(0)} MB/s`,
    "",
    "",
    "≥ 200 MB/s",
    rate >= 200 ? "yes" : "NO",
  ]);
}

async function flood(): Promise<void> {
  // Compiled, as the product is: to strip the types of its sources takes Node.js 30 MiB.
  await promisify(execFile)("tsc", ["-p", here]);
  const { peakBytes, counted, seconds } = await child<{
    peakBytes: number;
    counted: number;
    seconds: number;
  }>("../../.cache/bench/test/bench/mcp-flood.js", flooded);
  const megabytes = peakBytes / 2 ** 20;
  table.push(
    [
      "memory at most, in a flood of notifications",
      `${megabytes.toFixed(0)} MiB`,
      "",
      "",
      "≤ 150 MiB",
      megabytes <= 150 ? "yes" : "NO",
    ],
    [
      "notifications counted",
      counted.toLocaleString("en"),
      `sent ${flooded.toLocaleString("en")} in ${seconds.toFixed(1)} s`,
      "",
      "all",
      counted === flooded ? "yes" : "NO",
    ],
  );
}

framer();
await throughput("calls one after the other", 1, 1.25);
await throughput("calls, 16 in flight", 16, 1.5);
await flood();
process.stdout.write(`${alignedTable(table)}\n`);
process.exit(table.some((row) => row.at(-1) === "NO") ? 1 : 0);
