import { table } from "../../src/text/index.ts";

/** measure, ours, what it is held against, ratio, limit, whether it held */
export type Row = readonly [string, string, string, string, string, string];

const head = ["measure", "ours", "reference", "ratio", "limit", "held"];

/** Prints the table, and lets the process exit 1 when a limit was missed. */
export function printRows(rows: readonly Row[]): void {
  process.stdout.write(`${table([head, ...rows])}\n`);
  process.exitCode = rows.some((row) => row.at(-1) === "NO") ? 1 : 0;
}

/** Time of ours against a floor's. */
export function ratioRow(
  measured: string,
  oursMs: number,
  [named, floorMs]: readonly [string, number],
  limit: number,
): Row {
  const ratio = oursMs / floorMs;
  return [
    measured,
    `${oursMs.toFixed(0)} ms`,
    `${named} ${floorMs.toFixed(0)} ms`,
    ratio.toFixed(2),
    `≤ ${limit}`,
    held(ratio <= limit),
  ];
}

/** A number that has a limit of its own. */
export function limitRow(
  measured: string,
  [value, unit]: readonly [number, string],
  limit: number,
  beside = "",
): Row {
  const shown = Number.isInteger(value) ? `${value}` : value.toFixed(1);
  return [
    measured,
    `${shown} ${unit}`.trim(),
    beside,
    "",
    `≤ ${limit} ${unit}`.trim(),
    held(value <= limit),
  ];
}

/** A number that is only shown. */
export function plainRow(measured: string, value: string, beside = ""): Row {
  return [measured, value, beside, "", "", ""];
}

function held(holds: boolean): string {
  return holds ? "yes" : "NO";
}
