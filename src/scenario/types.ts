import type { LoadedScenario } from "../config/index.ts";
import type { NewStep, VerdictRow } from "../record/index.ts";

/** What is read of a scenario of the run file. */
export type ScenarioInput = Pick<
  LoadedScenario,
  "name" | "isolation" | "timeoutMs" | "setup" | "steps" | "teardown"
>;

/** Whether one expectation held, with both sides as text for people. */
export type Verdict = Omit<VerdictRow, "stepId">;

/** The one outcome of a declared step, ready for the record. */
export interface StepResult extends Required<Omit<NewStep, "scenarioId">> {
  /** Of the first attempt that did not pass, else of the last. */
  readonly verdicts: readonly Verdict[];
  readonly captures: Readonly<Record<string, unknown>>;
}

/** What a scenario came to; its steps were handed over one by one and are not kept. */
export interface ScenarioResult {
  readonly name: string;
  readonly servers: readonly string[];
  /** Of the first step that did not pass; broken when that was in setup or teardown. */
  readonly outcome: StepResult["outcome"];
  readonly reason: string | null;
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** Whether every step was done: only then is a snapshot that it did not ask for obsolete. */
  readonly complete: boolean;
}
