/**
 * The facts of a run, one interface per table of the record.
 *
 * Times named `atMs` are milliseconds since the epoch (fractional), durations `…Ms`, sizes `…Bytes`.
 * `line` and `column` are places in the run file, from 1; null where the thing was made over the API.
 */

export type Outcome = "passed" | "failed" | "broken" | "skipped";

export type ServerState =
  | "declared"
  | "building"
  | "creating"
  | "starting"
  | "ready"
  | "unhealthy"
  | "paused"
  | "restarting"
  | "stopping"
  | "stopped"
  | "failed"
  | "removed";

export type Stream = "stdout" | "stderr";

export type Severity = "info" | "warning" | "error";

export interface RunRow {
  readonly runId: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly outcome: Outcome | null;
  readonly exitCode: number | null;
  /** Path of the run file as the user wrote it, relative to the workspace; null for an API-only run. */
  readonly runFile: string | null;
  /** The run file as resolved, secrets redacted. */
  readonly runFileText: string | null;
  readonly productVersion: string;
  readonly engineName: string | null;
  readonly engineVersion: string | null;
  readonly engineApiVersion: string | null;
  /** One line: what went wrong for the run as a whole (a fault), if anything. */
  readonly fault: string | null;
  readonly faultCode: string | null;
}

export interface ServerRow {
  readonly name: string;
  /** A service is a container beside the servers. */
  readonly role: "server" | "service";
  readonly template: string;
  readonly image: string | null;
  readonly imageId: string | null;
  /** Exact version of the server's own package as installed in the image; null where nobody knows. */
  readonly packageVersion: string | null;
  /** How many packages are known to be in the image; null where nobody listed them. */
  readonly packages: number | null;
  /** JSON of the base images it was built on: a list of reference, id and, for one from a registry, digest. */
  readonly bases: string | null;
  readonly containerId: string | null;
  readonly transport: string;
  /** MCP revision negotiated, e.g. 2025-11-25. */
  readonly revision: string | null;
  /** Name and version as the server gave them. */
  readonly serverName: string | null;
  readonly serverVersion: string | null;
  readonly state: ServerState;
  /** Why it is in this state, when there is something to say. */
  readonly reason: string | null;
  readonly buildMs: number | null;
  readonly createMs: number | null;
  /** From start to the first MCP answer. */
  readonly readyMs: number | null;
  readonly exitCode: number | null;
  readonly oomKilled: boolean | null;
  /** JSON of the limits and hardening actually applied, read back from the engine. */
  readonly isolation: string | null;
  /** Where a server that speaks HTTP was reached; null for stdio. */
  readonly endpoint: string | null;
  /** Bytes of stdout, stderr as received, including what a cap dropped. */
  readonly stdoutBytes: number;
  readonly stderrBytes: number;
  readonly droppedLines: number;
  readonly line: number | null;
  readonly column: number | null;
}

export interface TransitionRow {
  readonly server: string;
  readonly atMs: number;
  readonly state: ServerState;
  readonly reason: string | null;
}

/** One line of output. Lines of stdout that are protocol messages stand in `wire`, all others here. */
export interface LogRow {
  readonly server: string;
  readonly stream: Stream;
  readonly atMs: number;
  readonly text: string;
  /** Length in bytes before any cut. */
  readonly bytes: number;
  readonly truncated: boolean;
}

export interface WireRow {
  readonly server: string;
  readonly direction: "sent" | "received";
  /** Sent of our own accord, for no step and no client: the handshake, lists to judge by, health, cancellations. */
  readonly own: boolean;
  readonly atMs: number;
  readonly text: string;
  readonly bytes: number;
  readonly truncated: boolean;
}

export interface SampleRow {
  readonly server: string;
  readonly atMs: number;
  /** CPU time used so far, ms. */
  readonly cpuMs: number;
  /** Share of one core since the sample before, in percent; null for the first. */
  readonly cpuPercent: number | null;
  /** Working set: usage without inactive file cache. */
  readonly memoryBytes: number;
  readonly memoryLimitBytes: number | null;
  readonly rxBytes: number;
  readonly txBytes: number;
  readonly pids: number;
}

export interface ScenarioRow {
  readonly id: number;
  readonly name: string;
  /** Server names, comma-separated, in order of first use. */
  readonly servers: string;
  /** Comma-separated. */
  readonly tags: string;
  /** What its servers were asked to speak when it is played once per protocol; else null. */
  readonly revision: string | null;
  /** How often it was to be played, and how many of those passed (null until it has ended). */
  readonly trials: number;
  readonly trialsPassed: number | null;
  readonly outcome: Outcome | null;
  readonly reason: string | null;
  readonly startedAtMs: number | null;
  readonly durationMs: number | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** The part of a scenario that a step belongs to. */
export type Phase = "setup" | "step" | "teardown";

export interface StepRow {
  readonly id: number;
  readonly scenarioId: number;
  /** From 0 within the scenario. */
  readonly position: number;
  readonly phase: Phase;
  /** The row of `for_each` that it was made for. */
  readonly rowLabel: string | null;
  readonly server: string;
  readonly verb: string;
  /** Tool name or list kind; empty for ping. */
  readonly target: string;
  readonly outcome: Outcome;
  /** One line, cause first; null when passed. */
  readonly reason: string | null;
  readonly faultCode: string | null;
  readonly blame: string | null;
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** JSON of the arguments after captures were filled in. */
  readonly argumentsJson: string | null;
  /** JSON of the result or error, cut to a cap. */
  readonly resultJson: string | null;
  readonly resultBytes: number;
  /** How often it was done (retry, repeat, parallel, trials), and how many of those passed. */
  readonly attempts: number;
  readonly attemptsPassed: number;
  /** What is to be told of the attempts, e.g. "passed at attempt 3 of 5". */
  readonly note: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

export interface VerdictRow {
  readonly stepId: number;
  readonly place: string;
  readonly predicate: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly actual: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** Something wrong that nobody asked about: stdout pollution, a server that ignores SIGTERM, … */
export interface FindingRow {
  readonly server: string;
  /** Stable slug, e.g. `stdout-pollution`. */
  readonly code: string;
  readonly severity: Severity;
  /** One line, cause first. */
  readonly message: string;
  /** Where the specification demands what was broken: its URL or section. */
  readonly reference: string | null;
  readonly atMs: number;
  readonly stepId: number | null;
}

/** A step as written: done once, unless it says more. */
export type NewStep = WithDefaults<
  Omit<StepRow, "id">,
  "phase" | "rowLabel" | "attempts" | "attemptsPassed" | "note"
>;

/** A message as written: not our own, unless it says so. */
export type NewWire = WithDefaults<WireRow, "own">;

/** A finding as written; many have no place in the specification. */
export type NewFinding = WithDefaults<FindingRow, "reference">;

type WithDefaults<Row, Key extends keyof Row> = Omit<Row, Key> & Partial<Pick<Row, Key>>;

/** A fact about the run that has no table of its own: phases, audit of mutating calls, teardown. */
export interface EventRow {
  readonly atMs: number;
  readonly kind: string;
  readonly server: string | null;
  /** JSON. */
  readonly data: string;
}
