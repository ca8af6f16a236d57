// The run file: one zod schema gives types, JSON Schema, reference page and error messages.
export type { RunFile } from "./run-file.ts";
export { runFile } from "./run-file.ts";
export {
  type ExpectSpec,
  type JudgedSpec,
  type ListKind,
  type PredicateName,
  predicateNames,
  type ScenarioSpec,
  type StepSpec,
} from "./scenario.ts";
export { parseDurationMs } from "./units.ts";
export { type BuildSpec, type CheckName, checks, type ServerSpec } from "./server.ts";
