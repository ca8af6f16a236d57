import type { SQLOutputValue } from "node:sqlite";
import type { Table } from "./tables.ts";

export type Parameters = readonly (string | number | null)[];

/** INSERT of the columns that `row` has. */
export function insertInto<Row>(table: Table<Row>, row: Partial<Row>): string {
  const columns = columnsIn(table, row).map(quoted);
  return `INSERT INTO ${table.name} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
}

/** INSERT that changes only the columns of `row` when a row with this `key` is there. */
export function upsertInto<Row>(
  table: Table<Row>,
  row: Partial<Row>,
  key: keyof Row & string,
): string {
  const changes = columnsIn(table, row)
    .filter((column) => column !== key)
    .map((column) => `${quoted(column)} = excluded.${quoted(column)}`);
  const action = changes.length === 0 ? "NOTHING" : `UPDATE SET ${changes.join(", ")}`;
  return `${insertInto(table, row)} ON CONFLICT (${quoted(key)}) DO ${action}`;
}

/** UPDATE of the columns that `patch` has; the key's value is the last parameter. Null when there is nothing to set. */
export function updateOf<Row>(table: Table<Row>, patch: Partial<Row>, key: string): string | null {
  const changes = columnsIn(table, patch).map((column) => `${quoted(column)} = ?`);
  return changes.length === 0
    ? null
    : `UPDATE ${table.name} SET ${changes.join(", ")} WHERE ${quoted(key)} = ?`;
}

/** SELECT of all columns of a table that has only those in `present`, as records of earlier versions do. */
export function selectFrom<Row>(table: Table<Row>, present: ReadonlySet<string>): string {
  const columns = Object.keys(table.columns).map((column) =>
    present.has(column) || !isColumn(table, column)
      ? quoted(column)
      : `${table.before?.[column] ?? "NULL"} AS ${quoted(column)}`,
  );
  return `SELECT ${columns.join(", ")} FROM ${table.name}`;
}

/** Values of `row` in the order of the statements above. This is the one place where text is redacted. */
export function encode<Row>(
  table: Table<Row>,
  row: Partial<Row>,
  redact: (text: string) => string,
): Parameters {
  return columnsIn(table, row).map((column) => {
    const value = row[column];
    if (typeof value === "string") {
      return table.columns[column] === "text" ? redact(value) : value;
    }
    if (typeof value === "number") {
      // A NaN would be stored as NULL and break the whole batch in a NOT NULL column.
      const finite = Number.isFinite(value) ? value : 0;
      return table.columns[column] === "integer" ? Math.round(finite) : finite;
    }
    return typeof value === "boolean" ? Number(value) : null;
  });
}

/** Makes rows of what SQLite returns: flags become booleans. */
export function decoderOf<Row>(table: Table<Row>): (raw: Record<string, SQLOutputValue>) => Row {
  const flags = Object.entries(table.columns)
    .filter(([, kind]) => kind === "flag")
    .map(([column]) => column);
  return (raw) => {
    const row: Record<string, unknown> = { ...raw };
    for (const flag of flags) {
      row[flag] = row[flag] === null ? null : row[flag] === 1;
    }
    // The tables are STRICT and the columns are those of Row, so SQLite has checked the types.
    return row as Row;
  };
}

function columnsIn<Row>(table: Table<Row>, row: Partial<Row>): (keyof Row & string)[] {
  return Object.keys(table.columns).filter(
    (column): column is keyof Row & string => isColumn(table, column) && row[column] !== undefined,
  );
}

function isColumn<Row>(table: Table<Row>, name: string): name is keyof Row & string {
  return name in table.columns;
}

function quoted(column: string): string {
  return `"${column}"`;
}
