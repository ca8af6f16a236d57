import type { LoadedScenario, LoadedStep } from "../config/index.ts";
import type { NewStep, VerdictRow } from "../record/index.ts";

/** What is read of a step of the run file. */
export type StepInput = Pick<
  LoadedStep,
  "name" | "server" | "action" | "expectations" | "capture" | "timeoutMs" | "at"
>;

export interface ScenarioInput extends Pick<LoadedScenario, "name"> {
  readonly steps: readonly StepInput[];
}

/** Whether one expectation held, with both sides as text for people. */
export type Verdict = Omit<VerdictRow, "stepId">;

/** The one outcome of a declared step, ready for the record. */
export interface StepResult extends Omit<NewStep, "scenarioId"> {
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
