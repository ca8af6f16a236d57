// Drives one scenario: fills in captures, sends each step, judges the answer; every declared step gets one outcome.
export { jsonPathProblem } from "./json-path.ts";
export { runScenario, type ScenarioDeps } from "./run-scenario.ts";
export type {
  ScenarioInput,
  ScenarioResult,
  StepInput,
  StepResult,
  Verdict,
} from "./types.ts";
