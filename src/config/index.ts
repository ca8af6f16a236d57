// The run file: one zod schema gives types, JSON Schema, reference page and error messages.
// Reading and checking happen here, with file:line:col for every problem; nothing is started and nothing is fetched.
export { captureReference, capturesIn } from "./captures.ts";
export { describeStep, type Expectation } from "./expectations.ts";
export { jsonSchema } from "./json-schema.ts";
export {
  type LoadedRunFile,
  type LoadedScenario,
  type LoadedStep,
  type LoadRequest,
  loadRunFile,
} from "./load.ts";
export { type MentionedNames, mentionedNames, neededValues, type Values } from "./mentioned.ts";
export { resolveInside } from "./paths.ts";
export { defaultRunFiles, findRunFile, type RunFileText } from "./read.ts";
export { referencePage } from "./reference-page.ts";
export { type RunFile, runFile } from "./run-file.ts";
export {
  type ExpectSpec,
  type JudgedSpec,
  type ListKind,
  type PredicateName,
  predicateNames,
  type ScenarioSpec,
  type StepSpec,
} from "./scenario.ts";
export { type BuildSpec, type CheckName, checks, type ServerSpec, server } from "./server.ts";
export type { Position } from "./tree.ts";
export { parseDurationMs, parseSizeBytes } from "./units.ts";
