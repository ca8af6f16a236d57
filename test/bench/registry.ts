// Benchmarks of the registry, each against its own floor in the same run, interleaved, medians.
// Usage: registry.ts [ROUNDS] [PART…], where the parts are unchanged, build, size and cache.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildRows } from "./registry-build.ts";
import { cacheRows } from "./registry-cache.ts";
import { sizeRows } from "./registry-size.ts";
import { unchangedRows } from "./registry-unchanged.ts";
import { printRows, type Row } from "./row.ts";

type Part = (folder: string, rounds: number) => Promise<readonly Row[]>;

const parts: Readonly<Record<string, Part>> = {
  unchanged: unchangedRows,
  build: buildRows,
  size: sizeRows,
  cache: cacheRows,
};

const [rounds = "7", ...wanted] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "bench-registry-"));
const rows: Row[] = [];
try {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) {
      rows.push(...(await part(folder, Number(rounds))));
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printRows(rows);
