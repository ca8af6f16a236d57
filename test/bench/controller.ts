// Benchmarks of the controller, each against bare dockerode in the same run, interleaved, medians.
// Usage: controller.ts [PART…] [N], where the parts are start, many and teardown, whose rounds N is, idle (seconds), cycles
// and hundred (servers). The last three use the built manager.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cyclesRows } from "./controller-cycles.ts";
import { hundredRows } from "./controller-hundred.ts";
import { idleRows } from "./controller-idle.ts";
import { manyRows } from "./controller-many.ts";
import { startRows } from "./controller-start.ts";
import { teardownRows } from "./controller-teardown.ts";
import { printRows, type Row } from "./row.ts";

type Part = readonly [
  rounds: number,
  rows: (folder: string, rounds: number) => Promise<readonly Row[]>,
];

const parts: Readonly<Record<string, Part>> = {
  start: [15, startRows],
  many: [20, manyRows],
  teardown: [7, teardownRows],
  idle: [60, idleRows],
  cycles: [200, cyclesRows],
  hundred: [100, hundredRows],
};

const words = process.argv.slice(2);
const given = words.find((word) => /^\d+$/.test(word));
const chosen = words.filter((word) => word !== given);
const folder = mkdtempSync(join(tmpdir(), "bench-controller-"));
const rows: Row[] = [];
try {
  for (const [name, [rounds, part]] of Object.entries(parts)) {
    if (chosen.length === 0 || chosen.includes(name)) {
      rows.push(...(await part(folder, given === undefined ? rounds : Number(given))));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printRows(rows);
