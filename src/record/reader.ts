import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { Fault } from "../fault/index.ts";
import { isDamage, type OpenedRecord, openForReading, unreadable } from "./open.ts";
import type {
  EventRow,
  FindingRow,
  LogRow,
  RunRow,
  SampleRow,
  ScenarioRow,
  ServerRow,
  StepRow,
  Stream,
  TransitionRow,
  VerdictRow,
  WireRow,
} from "./rows.ts";
import { decoderOf, selectFrom } from "./statements.ts";
import {
  eventTable,
  findingTable,
  logTable,
  runTable,
  sampleTable,
  scenarioTable,
  serverTable,
  stepTable,
  type Table,
  transitionTable,
  verdictTable,
  wireTable,
} from "./tables.ts";

export interface LogQuery {
  readonly server?: string;
  readonly stream?: Stream;
  /** Lines from this time on, ms since the epoch. */
  readonly sinceMs?: number;
  /** Only the last so many of the lines that match. */
  readonly tail?: number;
  readonly grep?: RegExp;
  /** Lines written after the one with this id: how to follow. */
  readonly afterId?: number;
}

export type WireQuery = Omit<LogQuery, "stream">;

/** Ids grow in the order of writing, over all servers. */
export type StoredLog = LogRow & { readonly id: number };
export type StoredWire = WireRow & { readonly id: number };

/** Opens a record, also beside its writer or after the writer was killed. Throws RECORD_UNREADABLE. */
export function readRecord(file: string): RecordReader {
  return new RecordReader(file, openForReading(file));
}

/**
 * Reads a run's record.
 *
 * A damaged file (a copy torn in the middle) yields the rows that can be read; `damage` then says what was met.
 */
export class RecordReader implements Disposable {
  readonly #file: string;
  readonly #database: DatabaseSync;
  #damage: string | null;

  constructor(file: string, { database, damage }: OpenedRecord) {
    this.#file = file;
    this.#database = database;
    this.#damage = damage;
  }

  get damage(): string | null {
    return this.#damage;
  }

  run(): RunRow {
    for (const row of this.#rows(runTable, "")) {
      return row;
    }
    throw new Fault(
      "RECORD_UNREADABLE",
      `${this.#file} has no readable run: ${this.#damage ?? "empty"}`,
    );
  }

  /** In the order they were declared. */
  servers(): ServerRow[] {
    return [...this.#rows(serverTable, "ORDER BY rowid")];
  }

  transitions(server?: string): TransitionRow[] {
    return [...this.#rows(transitionTable, ...ofServer(server))];
  }

  scenarios(): ScenarioRow[] {
    return [...this.#rows(scenarioTable, "ORDER BY id")];
  }

  steps(): StepRow[] {
    return [...this.#rows(stepTable, "ORDER BY id")];
  }

  verdicts(): VerdictRow[] {
    return [...this.#rows(verdictTable, "ORDER BY id")];
  }

  findings(): FindingRow[] {
    return [...this.#rows(findingTable, "ORDER BY id")];
  }

  events(kind?: string): IterableIterator<EventRow> {
    return kind === undefined
      ? this.#rows(eventTable, "ORDER BY id")
      : this.#rows(eventTable, "WHERE kind = ? ORDER BY id", [kind]);
  }

  samples(server?: string): IterableIterator<SampleRow> {
    return this.#rows(sampleTable, ...ofServer(server));
  }

  /** Oldest first, one at a time. */
  logs(query: LogQuery = {}): IterableIterator<StoredLog> {
    return this.#lines(storedLogTable, query);
  }

  /** Oldest first, one at a time. */
  wire(query: WireQuery = {}): IterableIterator<StoredWire> {
    return this.#lines(storedWireTable, query);
  }

  count(table: "log" | "wire" | "sample", server: string): number {
    try {
      const row = this.#database
        .prepare(`SELECT count(*) AS rows FROM ${table} WHERE server = ?`)
        .get(server);
      return Number(row?.["rows"]);
    } catch (error) {
      this.#noteDamage(error);
      return 0;
    }
  }

  close(): void {
    if (this.#database.isOpen) {
      this.#database.close();
    }
  }

  [Symbol.dispose](): void {
    this.close();
  }

  *#lines<Row extends { readonly text: string }>(
    table: Table<Row>,
    query: LogQuery,
  ): IterableIterator<Row> {
    const { where, parameters } = conditions(query);
    if (query.tail === undefined) {
      for (const row of this.#rows(table, `${where} ORDER BY id`, parameters)) {
        if (matches(row.text, query.grep)) {
          yield row;
        }
      }
      return;
    }
    const last: Row[] = [];
    if (query.tail > 0) {
      for (const row of this.#rows(table, `${where} ORDER BY id DESC`, parameters)) {
        if (matches(row.text, query.grep) && last.push(row) >= query.tail) {
          break;
        }
      }
    }
    yield* last.reverse();
  }

  *#rows<Row>(
    table: Table<Row>,
    clause: string,
    parameters: readonly SQLInputValue[] = [],
  ): IterableIterator<Row> {
    try {
      const select = selectFrom(table, this.#columnsOf(table.name));
      const statement = this.#database.prepare(`${select} ${clause}`);
      const decode = decoderOf(table);
      for (const raw of statement.iterate(...parameters)) {
        yield decode(raw);
      }
    } catch (error) {
      this.#noteDamage(error);
    }
  }

  #columnsOf(table: string): ReadonlySet<string> {
    const rows = this.#database.prepare("SELECT name FROM pragma_table_info(?)").all(table);
    return new Set(rows.map((row) => String(row["name"])));
  }

  #noteDamage(error: unknown): void {
    if (!isDamage(error)) {
      throw unreadable(this.#file, "read", error);
    }
    this.#damage ??= error.message;
  }
}

const storedLogTable: Table<StoredLog> = {
  ...logTable,
  columns: { ...logTable.columns, id: "integer" },
};

const storedWireTable: Table<StoredWire> = {
  ...wireTable,
  columns: { ...wireTable.columns, id: "integer" },
};

function ofServer(server: string | undefined): [string, string[]] {
  return server === undefined ? ["ORDER BY id", []] : ["WHERE server = ? ORDER BY id", [server]];
}

function conditions(query: LogQuery): { where: string; parameters: SQLInputValue[] } {
  const asked: [string, SQLInputValue | undefined][] = [
    ["server = ?", query.server],
    ["stream = ?", query.stream],
    ["atMs >= ?", query.sinceMs],
    ["id > ?", query.afterId],
  ];
  const parameters: SQLInputValue[] = [];
  const parts: string[] = [];
  for (const [condition, value] of asked) {
    if (value !== undefined) {
      parts.push(condition);
      parameters.push(value);
    }
  }
  return { where: parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`, parameters };
}

/** `search` ignores `lastIndex`, so a pattern with the flag `g` works too. */
function matches(text: string, pattern: RegExp | undefined): boolean {
  return pattern === undefined || text.search(pattern) >= 0;
}
