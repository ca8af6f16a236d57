import type { JsonRecord } from "./action.ts";
import { prototypeNames } from "./grow.ts";
import { quote } from "./wording.ts";

/** Rows to do something for each of, all with the same columns. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly JsonRecord[];
}

/** What is wrong with a row of a file; line from 1. */
export interface RowProblem {
  readonly line: number;
  readonly message: string;
}

export type ReadRows =
  | { readonly kind: "rows"; readonly rows: Rows }
  | { readonly kind: "problems"; readonly problems: readonly RowProblem[] };

/** Steps that one run file may come to, rows counted. */
export const maxSteps = 10_000;

/**
 * Rows of a CSV file (RFC 4180), the first line being the names of the columns. A cell without quotes that is a JSON
 * number, true or false becomes one; `007`, and all in quotes, stays text.
 */
export async function csvRows(text: string): Promise<ReadRows> {
  // Loading takes some milliseconds, which only a run file with a CSV file pays.
  const { CsvError, parse } = await import("csv-parse/sync");
  let records: readonly Record[];
  try {
    // The library's type leaves out what `info` adds.
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // One more than can be used, so that a file of a million rows is not read to its end.
      to: maxSteps + 2,
      cast: (value, { quoting }) => (quoting ? value : typedCell(value)),
    }) as unknown as readonly Record[];
  } catch (error) {
    if (error instanceof CsvError) {
      const { lines } = error as { readonly lines?: unknown };
      return problem(
        typeof lines === "number" ? lines : 1,
        "is not CSV: a quote is not where one may be",
      );
    }
    throw error;
  }
  const [head, ...body] = records;
  const columns = (head?.record ?? []).map(String);
  const wrong = columnProblem(columns);
  if (wrong !== undefined) {
    return problem(1, wrong);
  }
  if (body.length === 0) {
    return problem(1, "has no rows below its names of columns: nothing would be tested");
  }
  const ragged = body.filter(({ record }) => record.length !== columns.length);
  if (ragged.length > 0) {
    const problems = ragged.map(({ record, info }) => ({
      line: info.lines,
      message: `the row has ${record.length} cells, but there are ${columns.length} columns`,
    }));
    return { kind: "problems", problems };
  }
  const rows = body.map(({ record }) =>
    Object.fromEntries(columns.map((column, nth) => [column, record[nth]])),
  );
  return { kind: "rows", rows: { columns, rows } };
}

interface Record {
  readonly record: readonly unknown[];
  readonly info: { readonly lines: number };
}

/** Rows of a JSON file: a list of maps with the same keys. */
export function jsonRows(text: string): ReadRows {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return problem(1, "is not JSON");
  }
  if (!Array.isArray(value) || value.length === 0) {
    return problem(1, "is not a list of maps with at least one in it");
  }
  const rows: JsonRecord[] = [];
  for (const [nth, row] of value.entries()) {
    if (!isMap(row)) {
      return problem(1, `its element ${nth} is not a map`);
    }
    rows.push(row);
  }
  return rowsOf(rows, (nth) => `its element ${nth}`);
}

/** Rows as they are when all have the same columns; `name` says which row is meant. */
export function rowsOf(rows: readonly JsonRecord[], name: (nth: number) => string): ReadRows {
  const columns = Object.keys(rows[0] ?? {});
  const wrong = columnProblem(columns);
  if (wrong !== undefined) {
    return problem(1, wrong);
  }
  for (const [nth, row] of rows.entries()) {
    const missing = columns.find((column) => !Object.hasOwn(row, column));
    const surplus = Object.keys(row).find((column) => !columns.includes(column));
    if (missing !== undefined || surplus !== undefined) {
      const what =
        missing === undefined ? `has ${quote(surplus ?? "")}` : `lacks ${quote(missing)}`;
      return problem(1, `${name(nth)} ${what}, unlike the first; all rows have the same keys`);
    }
  }
  return { kind: "rows", rows: { columns, rows } };
}

const longestLabel = 60;

/** What tells each row from the others: its column `name` or `label`, else its first value; numbered where that is taken. */
export function labelsOf({ columns, rows }: Rows): readonly string[] {
  const column = columns.find((name) => name === "name" || name === "label") ?? columns[0] ?? "";
  const seen = new Map<string, number>();
  return rows.map((row, nth) => {
    const value = row[column];
    const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    const text = shown.replaceAll(/\s+/g, " ").trim();
    const label = Array.from(text).slice(0, longestLabel).join("") || String(nth + 1);
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return times === 1 ? label : `${label} #${times}`;
  });
}

function columnProblem(columns: readonly string[]): string | undefined {
  if (columns.length === 0) {
    return "has no columns";
  }
  const hostile = columns.find((column) => prototypeNames.has(column));
  if (hostile !== undefined) {
    return `the name ${hostile} is not allowed for a column`;
  }
  if (columns.some((column) => column.trim() === "")) {
    return "has a column without a name";
  }
  const twice = columns.find((column, nth) => columns.indexOf(column) !== nth);
  return twice === undefined ? undefined : `has two columns called ${quote(twice)}`;
}

function typedCell(value: string): string | number | boolean {
  if (value === "true" || value === "false") {
    return value === "true";
  }
  const number = Number(value);
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) && String(number) === value ? number : value;
}

function problem(line: number, message: string): ReadRows {
  return { kind: "problems", problems: [{ line, message }] };
}

function isMap(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
