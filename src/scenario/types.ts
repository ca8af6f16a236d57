import type { ListKind, PredicateName } from "../config/index.ts";
import type { StepRow, VerdictRow } from "../record/index.ts";

/** A place in the run file, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing that must hold: `expected` is what the predicate is given. */
export interface Expectation {
  /** A known place (`text`, `error.code`, …) or a JSONPath beginning with `$`. */
  readonly place: string;
  readonly predicate: PredicateName;
  readonly expected: unknown;
  readonly at?: Position | undefined;
}

/** What is read of a step of the run file. */
export interface StepInput {
  readonly server?: string | undefined;
  readonly call?: string | undefined;
  readonly list?: ListKind | undefined;
  readonly ping?: true | null | undefined;
  readonly with?: Readonly<Record<string, unknown>> | undefined;
  readonly expectations: readonly Expectation[];
  /** Name → JSONPath into the result. */
  readonly capture: Readonly<Record<string, string>>;
  /** Milliseconds for the answer. */
  readonly timeout: number;
  readonly at?: Position | undefined;
}

export interface ScenarioInput {
  readonly name: string;
  readonly server?: string | undefined;
  readonly steps: readonly StepInput[];
}

/** Whether one expectation held, with both sides as text for people. */
export type Verdict = Omit<VerdictRow, "stepId">;

/** The one outcome of a declared step, ready for the record. */
export interface StepResult extends Omit<StepRow, "id" | "scenarioId"> {
  readonly verdicts: readonly Verdict[];
  readonly captures: Readonly<Record<string, unknown>>;
}

/** All steps in declared order; the outcome and reason are those of the first step that did not pass. */
export interface ScenarioResult {
  readonly name: string;
  readonly servers: readonly string[];
  readonly outcome: StepResult["outcome"];
  readonly reason: string | null;
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly steps: readonly StepResult[];
}
