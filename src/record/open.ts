import { closeSync, constants, existsSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { Fault } from "../fault/index.ts";
import { migrationsFrom, schemaVersion } from "./schema.ts";

const busyMs = 2_000;

/** Creates or opens the file for writing (mode 0600), in WAL mode, with the current schema. */
export function openForWriting(file: string, startedAtMs: number): DatabaseSync {
  return guarded(
    (error) => unwritable(file, "opened for writing", error),
    () => {
      // Made by us first: SQLite would create it with the umask's mode, and gives -wal and -shm the mode of this file.
      closeSync(openSync(file, constants.O_CREAT | constants.O_RDWR | constants.O_NOFOLLOW, 0o600));
      const database = new DatabaseSync(file, { timeout: busyMs, defensive: true });
      return closedOnThrow(database, () => {
        database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        migrate(database, file, startedAtMs);
      });
    },
  );
}

export interface OpenedRecord {
  readonly database: DatabaseSync;
  /** Set when the file is shorter than it says it is. */
  readonly damage: string | null;
}

/** Opens the file for reading; works beside an open writer and after a killed one. */
export function openForReading(file: string): OpenedRecord {
  return guarded(
    (error) => unreadable(file, "read", error),
    () => {
      if (!existsSync(file)) {
        throw new Error("there is no such file");
      }
      try {
        return { database: openChecked(file, file), damage: null };
      } catch (error) {
        if (error instanceof Fault) {
          throw error;
        }
        if (isDamage(error)) {
          return { database: openChecked(file, file, { salvage: true }), damage: error.message };
        }
        // In a folder we may not write to, SQLite cannot make the -shm file; without a -wal it needs none.
        if (existsSync(`${file}-wal`)) {
          throw error;
        }
        return {
          database: openChecked(`${pathToFileURL(file).href}?immutable=1`, file),
          damage: null,
        };
      }
    },
  );
}

/** Folds the -wal file into the record, so that the one file can be copied or uploaded. */
export function sealRecord(file: string): void {
  guarded(
    (error) => unwritable(file, "sealed", error),
    () => {
      const database = new DatabaseSync(file, { timeout: busyMs, defensive: true });
      try {
        database.exec("PRAGMA wal_checkpoint(TRUNCATE);");
      } finally {
        database.close();
      }
    },
  );
}

function openChecked(
  address: string,
  file: string,
  { salvage = false }: { readonly salvage?: boolean } = {},
): DatabaseSync {
  const database = new DatabaseSync(address, {
    readOnly: true,
    timeout: busyMs,
    defensive: !salvage,
  });
  return closedOnThrow(database, () => {
    database.exec("PRAGMA trusted_schema = OFF;");
    if (salvage) {
      // The only switch that lets SQLite read on in a file shorter than its header says; the connection cannot write.
      database.exec("PRAGMA writable_schema = ON;");
    }
    const version = versionOf(database);
    refuseNewer(version, file);
    if (version === 0) {
      throw new Error("it holds no record");
    }
  });
}

function migrate(database: DatabaseSync, file: string, startedAtMs: number): void {
  const version = versionOf(database);
  refuseNewer(version, file);
  if (version === schemaVersion) {
    return;
  }
  database.exec("BEGIN IMMEDIATE;");
  for (const migration of migrationsFrom(version)) {
    database.exec(migration);
  }
  if (version === 0) {
    database.exec("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;");
    database.prepare("INSERT INTO run (id, startedAtMs) VALUES (1, ?)").run(startedAtMs);
  }
  database
    .prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('schema_version', ?)")
    .run(String(schemaVersion));
  database.exec("COMMIT;");
}

function versionOf(database: DatabaseSync): number {
  const meta = database
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'")
    .get();
  if (meta === undefined) {
    return 0;
  }
  const row = database.prepare("SELECT value FROM meta WHERE key = 'schema_version'").get();
  const version = Number(row?.["value"]);
  if (!Number.isInteger(version) || version < 1) {
    throw new Error("its schema version is not a number");
  }
  return version;
}

function refuseNewer(version: number, file: string): void {
  if (version > schemaVersion) {
    throw new Fault(
      "RECORD_UNREADABLE",
      `${file} has schema version ${version}; this program knows versions up to ${schemaVersion}`,
      { hint: "Read it with the version of docker-mcp-manager that wrote it, or a newer one." },
    );
  }
}

function closedOnThrow(database: DatabaseSync, work: () => void): DatabaseSync {
  try {
    work();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function guarded<T>(faultOf: (error: unknown) => Fault, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Fault ? error : faultOf(error);
  }
}

export function unreadable(file: string, done: string, cause: unknown): Fault {
  return new Fault("RECORD_UNREADABLE", messageOf(file, done, cause), { cause });
}

export function unwritable(file: string, done: string, cause: unknown): Fault {
  return new Fault("RECORD_UNWRITABLE", messageOf(file, done, cause), { cause });
}

function messageOf(file: string, done: string, cause: unknown): string {
  return `${file} could not be ${done}: ${cause instanceof Error ? cause.message : String(cause)}`;
}

// SQLite's result codes for a file that is damaged or cut: I/O error, corrupt, not a database.
const damageCodes = new Set([10, 11, 26]);

export function isDamage(error: unknown): error is Error {
  return (
    error instanceof Error &&
    "errcode" in error &&
    typeof error.errcode === "number" &&
    damageCodes.has(error.errcode & 0xff)
  );
}
