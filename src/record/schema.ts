/**
 * The record's schema, one entry per version. An entry that was released is never edited: what changes is appended.
 *
 * Tables are STRICT, so a reader gets the types it asks for. Names of columns are those of the rows.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE run (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    runId TEXT NOT NULL DEFAULT '',
    startedAtMs REAL NOT NULL,
    endedAtMs REAL,
    outcome TEXT,
    exitCode INTEGER,
    runFile TEXT,
    runFileText TEXT,
    productVersion TEXT NOT NULL DEFAULT '',
    engineName TEXT,
    engineVersion TEXT,
    engineApiVersion TEXT,
    fault TEXT,
    faultCode TEXT
  ) STRICT;
  CREATE TABLE server (
    name TEXT PRIMARY KEY,
    template TEXT NOT NULL DEFAULT '',
    image TEXT,
    imageId TEXT,
    containerId TEXT,
    transport TEXT NOT NULL DEFAULT '',
    revision TEXT,
    serverName TEXT,
    serverVersion TEXT,
    state TEXT NOT NULL DEFAULT 'declared',
    reason TEXT,
    buildMs REAL,
    createMs REAL,
    readyMs REAL,
    exitCode INTEGER,
    oomKilled INTEGER,
    isolation TEXT,
    stdoutBytes INTEGER NOT NULL DEFAULT 0,
    stderrBytes INTEGER NOT NULL DEFAULT 0,
    droppedLines INTEGER NOT NULL DEFAULT 0,
    line INTEGER,
    "column" INTEGER
  ) STRICT;
  CREATE TABLE transition (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    atMs REAL NOT NULL,
    state TEXT NOT NULL,
    reason TEXT
  ) STRICT;
  CREATE TABLE log (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    stream TEXT NOT NULL,
    atMs REAL NOT NULL,
    text TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    truncated INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX logByServer ON log (server);
  CREATE TABLE wire (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    direction TEXT NOT NULL,
    atMs REAL NOT NULL,
    text TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    truncated INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX wireByServer ON wire (server);
  CREATE TABLE sample (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    atMs REAL NOT NULL,
    cpuMs REAL NOT NULL,
    cpuPercent REAL,
    memoryBytes INTEGER NOT NULL,
    memoryLimitBytes INTEGER,
    rxBytes INTEGER NOT NULL,
    txBytes INTEGER NOT NULL,
    pids INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE scenario (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    servers TEXT NOT NULL,
    outcome TEXT,
    reason TEXT,
    startedAtMs REAL,
    durationMs REAL,
    line INTEGER,
    "column" INTEGER
  ) STRICT;
  CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    scenarioId INTEGER NOT NULL,
    position INTEGER NOT NULL,
    server TEXT NOT NULL,
    verb TEXT NOT NULL,
    target TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    faultCode TEXT,
    blame TEXT,
    startedAtMs REAL NOT NULL,
    durationMs REAL NOT NULL,
    argumentsJson TEXT,
    resultJson TEXT,
    resultBytes INTEGER NOT NULL,
    line INTEGER,
    "column" INTEGER
  ) STRICT;
  CREATE TABLE verdict (
    id INTEGER PRIMARY KEY,
    stepId INTEGER NOT NULL,
    place TEXT NOT NULL,
    predicate TEXT NOT NULL,
    ok INTEGER NOT NULL,
    expected TEXT NOT NULL,
    actual TEXT NOT NULL,
    line INTEGER,
    "column" INTEGER
  ) STRICT;
  CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    atMs REAL NOT NULL,
    stepId INTEGER
  ) STRICT;
  CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    atMs REAL NOT NULL,
    kind TEXT NOT NULL,
    server TEXT,
    data TEXT NOT NULL
  ) STRICT;
  `,
  `
  ALTER TABLE server ADD COLUMN endpoint TEXT;
  ALTER TABLE scenario ADD COLUMN tags TEXT NOT NULL DEFAULT '';
  ALTER TABLE scenario ADD COLUMN trials INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE scenario ADD COLUMN trialsPassed INTEGER;
  ALTER TABLE scenario ADD COLUMN revision TEXT;
  ALTER TABLE step ADD COLUMN phase TEXT NOT NULL DEFAULT 'step';
  ALTER TABLE step ADD COLUMN rowLabel TEXT;
  ALTER TABLE step ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE step ADD COLUMN attemptsPassed INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE step ADD COLUMN note TEXT;
  UPDATE step SET attemptsPassed = 1 WHERE outcome = 'passed';
  ALTER TABLE finding ADD COLUMN reference TEXT;
  `,
  `
  ALTER TABLE server ADD COLUMN packageVersion TEXT;
  ALTER TABLE server ADD COLUMN packages INTEGER;
  ALTER TABLE server ADD COLUMN bases TEXT;
  `,
  `
  ALTER TABLE wire ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
  `,
  `
  ALTER TABLE server ADD COLUMN role TEXT NOT NULL DEFAULT 'server';
  `,
];

export const schemaVersion = migrations.length;

/** What brings a record from `version` (0 is an empty file) to the current schema. */
export function migrationsFrom(version: number): readonly string[] {
  return migrations.slice(version);
}
