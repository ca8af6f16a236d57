import type { Code } from "../fault/index.ts";
import type {
  FindingRow,
  Outcome,
  ScenarioRow,
  ServerRow,
  Severity,
  StepRow,
  TransitionRow,
  VerdictRow,
} from "../record/index.ts";
import type { HardeningFact } from "./hardening.ts";

/** Raised when a field of `Report` changes its meaning or goes. */
export const reportSchemaVersion = 1;

/** How many ended how. */
export type Tally = Readonly<Record<Outcome, number>>;

/** Everything about a run but its logs and wire messages; `report.json` is this, as JSON. */
export interface Report {
  readonly schemaVersion: typeof reportSchemaVersion;
  readonly product: { readonly name: "docker-mcp-manager"; readonly version: string };
  /** One line, the cause first. */
  readonly verdict: string;
  readonly run: RunReport;
  readonly totals: Totals;
  readonly servers: readonly ServerReport[];
  /** Containers beside the servers; what only servers have is null or empty. */
  readonly services: readonly ServerReport[];
  readonly mocks: readonly MockRequestReport[];
  readonly scenarios: readonly ScenarioReport[];
  readonly findings: readonly FindingRow[];
  /** Of scenarios that were played once per protocol, how each differs from the first. */
  readonly parity: readonly Parity[];
  /** What a reader must know about this report itself, such as a damaged record. */
  readonly notes: readonly string[];
}

export interface RunReport {
  readonly id: string;
  readonly startedAtMs: number;
  /** Null when the manager died: then `durationMs` ends with the last thing recorded. */
  readonly endedAtMs: number | null;
  readonly durationMs: number;
  readonly outcome: Outcome;
  readonly exitCode: number;
  readonly runFile: string | null;
  readonly runFileText: string | null;
  readonly engine: {
    readonly name: string | null;
    readonly version: string | null;
    readonly apiVersion: string | null;
  };
  readonly fault: RunFault | null;
}

export interface RunFault {
  readonly code: Code;
  readonly title: string;
  readonly message: string;
  readonly hint: string;
}

export interface Totals {
  readonly servers: number;
  readonly scenarios: Tally;
  readonly steps: Tally;
  readonly expectations: { readonly held: number; readonly missed: number };
  readonly findings: Readonly<Record<Severity, number>>;
}

/** A base image: its id is the hash of its content, its digest what its registry calls it. */
export interface BaseReport {
  readonly reference: string;
  readonly id: string;
  readonly digest: string | null;
}

export interface ServerReport extends Omit<ServerRow, "isolation" | "bases"> {
  /** What its image was built on; empty when nobody knows. */
  readonly bases: readonly BaseReport[];
  /** Limits and hardening as read back from the engine. */
  readonly isolation: Readonly<Record<string, unknown>> | null;
  /** The same in words; empty for a server that runs elsewhere. */
  readonly hardening: readonly HardeningFact[];
  readonly steps: number;
  /** Of steps that were answered; null for none. */
  readonly p95Ms: number | null;
  readonly cpuMs: number;
  readonly peakMemoryBytes: number | null;
  readonly meanMemoryBytes: number | null;
  readonly memoryLimitBytes: number | null;
  readonly peakPids: number | null;
  readonly rxBytes: number;
  readonly txBytes: number;
  /** Time that its processes waited at their limit of cores; null where the kernel could not be asked. */
  readonly throttledMs: number | null;
  readonly samples: number;
  /** At most 120 points, each the maximum of its part of the time. */
  readonly series: readonly SeriesPoint[];
  readonly logLines: number;
  readonly wireMessages: number;
  readonly findings: number;
  /** Null when its tools were not listed. */
  readonly contextCost: ContextCost | null;
  /** What it tried to reach outside through the proxy of its group. */
  readonly egress: readonly EgressReport[];
  readonly transitions: readonly Omit<TransitionRow, "server">[];
}

/** What a mock was asked, without the query, and what it answered. */
export interface MockRequestReport {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Whether an answer was declared. */
  readonly matched: boolean;
  readonly requests: number;
}

/** A place outside that a server tried to reach, with one outcome. */
export interface EgressReport {
  /** `host:port` */
  readonly target: string;
  /** failed: allowed, but not reached. */
  readonly outcome: string;
  readonly reason: string | null;
  readonly attempts: number;
}

/** What a server's tools take of a model's context; tokens are an estimate. */
export interface ContextCost {
  readonly bytes: number;
  readonly tokens: number;
  /** The dearest first. */
  readonly tools: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly tokens: number;
  }[];
}

export interface Parity {
  readonly scenario: string;
  readonly protocols: readonly string[];
  readonly differences: readonly {
    /** Of the step, from 0. */
    readonly position: number;
    readonly what: string;
    readonly first: string;
    readonly second: string;
  }[];
}

export interface SeriesPoint {
  readonly atMs: number;
  readonly memoryBytes: number;
  readonly cpuPercent: number;
}

export interface ScenarioReport extends Omit<ScenarioRow, "outcome" | "servers"> {
  readonly outcome: Outcome;
  readonly servers: readonly string[];
  readonly steps: readonly StepReport[];
}

export interface StepReport extends StepRow {
  readonly verdicts: readonly VerdictRow[];
  /** For a step that did not pass. */
  readonly evidence: Evidence | null;
}

/** What its server wrote to stderr, and the notifications it sent, while a step was done. */
export interface Evidence {
  readonly stderr: readonly string[];
  readonly notifications: readonly string[];
}
