import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Fault } from "../fault/index.ts";
import { openForWriting, unwritable } from "./open.ts";
import type {
  EventRow,
  LogRow,
  NewFinding,
  NewStep,
  NewWire,
  RunRow,
  SampleRow,
  ScenarioRow,
  ServerRow,
  TransitionRow,
  VerdictRow,
} from "./rows.ts";
import { freeSpare, keepSpare } from "./spare.ts";
import { encode, insertInto, type Parameters, updateOf, upsertInto } from "./statements.ts";
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

const batchMs = 50;
const batchRows = 500;
/** Long lines fill a batch before their number does. */
const batchCharacters = 4 * 1024 * 1024;

interface Pending {
  readonly sql: string;
  readonly parameters: Parameters;
  /** Of what was said, by a server or to it; 0 for what the run came to. */
  readonly characters: number;
}

export interface RecordOptions {
  /** Every free text passes it on its way in; the record never holds what it removes. */
  readonly redact: (text: string) => string;
  readonly clock: { nowMs(): number };
  /** Told once, when the first write fails (disk full, read-only): later rows are only counted. */
  readonly onFault?: (fault: Fault) => void;
}

export type NewScenario = Pick<ScenarioRow, "name" | "servers" | "line" | "column"> &
  Partial<Omit<ScenarioRow, "id">>;

/** Creates the record, or goes on with an existing one. Throws RECORD_UNWRITABLE, RECORD_UNREADABLE; the methods never throw. */
export function openRecord(file: string, options: RecordOptions): RecordWriter {
  return new RecordWriter(file, openForWriting(file, options.clock.nowMs()), options);
}

/** The one writer of a run's record. Logs, wire and samples reach the disk within 50 ms, all else at once. */
export class RecordWriter {
  readonly #file: string;
  readonly #database: DatabaseSync;
  readonly #options: RecordOptions;
  readonly #statements = new Map<string, StatementSync>();
  #pending: Pending[] = [];
  #pendingCharacters = 0;
  #timer: NodeJS.Timeout | undefined;
  #nextScenario: number;
  #nextStep: number;
  #fault: Fault | null = null;
  #lostRows = 0;
  #closed = false;
  #isHeld = false;

  constructor(file: string, database: DatabaseSync, options: RecordOptions) {
    this.#file = file;
    this.#database = database;
    this.#options = options;
    keepSpare(file);
    this.#nextScenario = nextId(database, scenarioTable.name);
    this.#nextStep = nextId(database, stepTable.name);
  }

  /** What ended the writing, if something did. */
  get fault(): Fault | null {
    return this.#fault;
  }

  /** Rows that did not reach the record because of `fault`, or came after `close`. */
  get lostRows(): number {
    return this.#lostRows;
  }

  /** Tried also after `fault`: how the run ended is worth the room that was kept for it. */
  run(patch: Partial<RunRow>): void {
    const sql = updateOf(runTable, patch, "id");
    const parameters = [...encode(runTable, patch, this.#options.redact), 1];
    if (sql === null || this.#fault === null || this.#closed) {
      this.#now(sql, parameters);
      return;
    }
    try {
      this.#prepared(sql).run(...parameters);
    } catch {
      this.#lostRows += 1;
    }
  }

  server(name: string, patch: Partial<Omit<ServerRow, "name">>): void {
    const row = { ...patch, name };
    this.#now(upsertInto(serverTable, row, "name"), encode(serverTable, row, this.#options.redact));
  }

  /** Also sets the server's own state and reason. */
  transition(row: TransitionRow): void {
    this.#insertLater(transitionTable, row);
    this.server(row.server, { state: row.state, reason: row.reason });
  }

  log(row: LogRow): void {
    this.#insertLater(logTable, row, row.text.length);
  }

  wire(row: NewWire): void {
    this.#insertLater(wireTable, row, row.text.length);
  }

  sample(row: SampleRow): void {
    this.#insertLater(sampleTable, row);
  }

  /** The scenario's id. */
  beginScenario(row: NewScenario): number {
    const id = this.#nextScenario++;
    this.#insertLater(scenarioTable, { ...row, id });
    this.flush();
    return id;
  }

  endScenario(id: number, patch: Partial<Omit<ScenarioRow, "id">>): void {
    const parameters = encode(scenarioTable, patch, this.#options.redact);
    this.#now(updateOf(scenarioTable, patch, "id"), [...parameters, id]);
  }

  /** The step with its verdicts, in one transaction; the step's id. */
  step(row: NewStep, verdicts: readonly Omit<VerdictRow, "stepId">[]): number {
    const id = this.#nextStep++;
    const attemptsPassed = row.attemptsPassed ?? Number(row.outcome === "passed");
    this.#insertLater(stepTable, { ...row, attemptsPassed, id });
    for (const verdict of verdicts) {
      this.#insertLater(verdictTable, { ...verdict, stepId: id });
    }
    this.flush();
    return id;
  }

  finding(row: NewFinding): void {
    this.#insertLater(findingTable, row);
    this.flush();
  }

  event(row: EventRow): void {
    this.#insertLater(eventTable, row);
    this.flush();
  }

  /** Everything that `work` writes, in one transaction. */
  together(work: () => void): void {
    this.#isHeld = true;
    try {
      work();
    } finally {
      this.#isHeld = false;
      this.flush();
    }
  }

  /** Commits what is buffered. */
  flush(): void {
    if (this.#isHeld) {
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#pending;
    if (batch.length === 0) {
      return;
    }
    this.#pending = [];
    this.#pendingCharacters = 0;
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      for (const { sql, parameters } of batch) {
        this.#prepared(sql).run(...parameters);
      }
      this.#database.exec("COMMIT");
    } catch (error) {
      this.#rollBack();
      this.#fail(error, batch.length - this.#writeWhatFits(batch));
    }
  }

  /** Rows of a batch that was too much as a whole, what the run came to before what was said in it; how many. */
  #writeWhatFits(batch: readonly Pending[]): number {
    const said = ({ characters }: Pending) => characters > 0;
    let written = 0;
    try {
      for (const { sql, parameters } of [
        ...batch.filter((row) => !said(row)),
        ...batch.filter(said),
      ]) {
        this.#prepared(sql).run(...parameters);
        written += 1;
      }
    } catch {
      // The batch has failed; this only says after which row.
    }
    return written;
  }

  #rollBack(): void {
    if (this.#database.isTransaction) {
      try {
        this.#database.exec("ROLLBACK");
      } catch {
        // SQLite has rolled back by itself (it does for a full disk).
      }
    }
  }

  /** Commits and closes; rows written afterwards only count as lost. Safe to call twice. */
  close(): void {
    if (this.#closed) {
      return;
    }
    this.flush();
    this.#closed = true;
    freeSpare(this.#file);
    try {
      this.#database.close();
    } catch (error) {
      this.#fail(error, 0);
    }
  }

  #now(sql: string | null, parameters: Parameters): void {
    if (sql !== null) {
      this.#later(sql, parameters, 0);
      this.flush();
    }
  }

  #insertLater<Row>(table: Table<Row>, row: Partial<Row>, characters = 0): void {
    this.#later(insertInto(table, row), encode(table, row, this.#options.redact), characters);
  }

  #later(sql: string, parameters: Parameters, characters: number): void {
    if (this.#closed || this.#fault !== null) {
      this.#lostRows += 1;
      return;
    }
    this.#pending.push({ sql, parameters, characters });
    this.#pendingCharacters += characters;
    if (this.#pending.length >= batchRows || this.#pendingCharacters >= batchCharacters) {
      this.flush();
    } else {
      this.#timer ??= setTimeout(() => this.flush(), batchMs);
    }
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) {
      return known;
    }
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #fail(error: unknown, rows: number): void {
    this.#lostRows += rows;
    if (this.#fault === null) {
      const fault = unwritable(this.#file, "written", error);
      this.#fault = fault;
      freeSpare(this.#file);
      this.run({ fault: fault.message, faultCode: fault.code });
      this.#options.onFault?.(fault);
    }
  }
}

function nextId(database: DatabaseSync, table: string): number {
  const row = database.prepare(`SELECT coalesce(max(id), 0) + 1 AS next FROM ${table}`).get();
  return Number(row?.["next"]);
}
