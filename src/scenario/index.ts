// Drives one scenario: fills in captures, does each step, judges what came back; every declared step gets one outcome.
export { type AnswerBook, type AnswerBookOptions, createAnswerBook } from "./answer/answer-book.ts";
export { isEnough, trialsNote } from "./flow/pass-rate.ts";
export { skippedStep } from "./flow/run-phase.ts";
export { runScenario, type ScenarioDeps } from "./flow/run-scenario.ts";
export {
  openSnapshots,
  type SnapshotStore,
  type SnapshotSummary,
} from "./snapshot/store.ts";
export type { ScenarioInput, ScenarioResult, StepResult, Verdict } from "./types.ts";
export type { ServerAction } from "./verb/server-action.ts";
export type { ServerHandle } from "./verb/server-handle.ts";
