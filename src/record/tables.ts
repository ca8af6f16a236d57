import type {
  EventRow,
  FindingRow,
  LogRow,
  RunRow,
  SampleRow,
  ScenarioRow,
  ServerRow,
  StepRow,
  TransitionRow,
  VerdictRow,
  WireRow,
} from "./rows.ts";

/** `text` is free text and passes redaction; `word` is from a closed set of our own and does not. */
type Kind = "text" | "word" | "real" | "integer" | "flag";

export interface Table<Row> {
  readonly name: string;
  readonly columns: { readonly [Key in keyof Row & string]: Kind };
  /** What a column of a later schema is in a record that does not have it yet, as SQL; NULL unless said. */
  readonly before?: { readonly [Key in keyof Row & string]?: string };
}

export const runTable: Table<RunRow> = {
  name: "run",
  columns: {
    runId: "text",
    startedAtMs: "real",
    endedAtMs: "real",
    outcome: "word",
    exitCode: "integer",
    runFile: "text",
    runFileText: "text",
    productVersion: "text",
    engineName: "text",
    engineVersion: "text",
    engineApiVersion: "text",
    fault: "text",
    faultCode: "word",
  },
};

export const serverTable: Table<ServerRow> = {
  name: "server",
  before: { role: "'server'" },
  columns: {
    name: "text",
    role: "word",
    template: "text",
    image: "text",
    imageId: "text",
    packageVersion: "text",
    packages: "integer",
    bases: "text",
    containerId: "text",
    transport: "text",
    revision: "text",
    serverName: "text",
    serverVersion: "text",
    state: "word",
    reason: "text",
    buildMs: "real",
    createMs: "real",
    readyMs: "real",
    exitCode: "integer",
    oomKilled: "flag",
    isolation: "text",
    endpoint: "text",
    stdoutBytes: "integer",
    stderrBytes: "integer",
    droppedLines: "integer",
    line: "integer",
    column: "integer",
  },
};

export const transitionTable: Table<TransitionRow> = {
  name: "transition",
  columns: { server: "text", atMs: "real", state: "word", reason: "text" },
};

export const logTable: Table<LogRow> = {
  name: "log",
  columns: {
    server: "text",
    stream: "word",
    atMs: "real",
    text: "text",
    bytes: "integer",
    truncated: "flag",
  },
};

export const wireTable: Table<WireRow> = {
  name: "wire",
  before: { own: "0" },
  columns: {
    server: "text",
    direction: "word",
    own: "flag",
    atMs: "real",
    text: "text",
    bytes: "integer",
    truncated: "flag",
  },
};

export const sampleTable: Table<SampleRow> = {
  name: "sample",
  columns: {
    server: "text",
    atMs: "real",
    cpuMs: "real",
    cpuPercent: "real",
    memoryBytes: "integer",
    memoryLimitBytes: "integer",
    rxBytes: "integer",
    txBytes: "integer",
    pids: "integer",
  },
};

export const scenarioTable: Table<ScenarioRow> = {
  name: "scenario",
  before: { tags: "''", trials: "1" },
  columns: {
    id: "integer",
    name: "text",
    servers: "text",
    tags: "text",
    revision: "text",
    trials: "integer",
    trialsPassed: "integer",
    outcome: "word",
    reason: "text",
    startedAtMs: "real",
    durationMs: "real",
    line: "integer",
    column: "integer",
  },
};

export const stepTable: Table<StepRow> = {
  name: "step",
  before: { phase: "'step'", attempts: "1", attemptsPassed: "outcome = 'passed'" },
  columns: {
    id: "integer",
    scenarioId: "integer",
    position: "integer",
    phase: "word",
    rowLabel: "text",
    server: "text",
    verb: "text",
    target: "text",
    outcome: "word",
    reason: "text",
    faultCode: "word",
    blame: "word",
    startedAtMs: "real",
    durationMs: "real",
    argumentsJson: "text",
    resultJson: "text",
    resultBytes: "integer",
    attempts: "integer",
    attemptsPassed: "integer",
    note: "text",
    line: "integer",
    column: "integer",
  },
};

export const verdictTable: Table<VerdictRow> = {
  name: "verdict",
  columns: {
    stepId: "integer",
    place: "text",
    predicate: "text",
    ok: "flag",
    expected: "text",
    actual: "text",
    line: "integer",
    column: "integer",
  },
};

export const findingTable: Table<FindingRow> = {
  name: "finding",
  columns: {
    server: "text",
    code: "text",
    severity: "word",
    message: "text",
    reference: "text",
    atMs: "real",
    stepId: "integer",
  },
};

export const eventTable: Table<EventRow> = {
  name: "event",
  columns: { atMs: "real", kind: "text", server: "text", data: "text" },
};
