// The run file: one zod schema gives types, JSON Schema, reference page and error messages.
// Reading and checking happen here, with file:line:col for every problem; nothing is started and nothing is fetched.
export type { Action, JsonRecord, ListKind } from "./action.ts";
export { captureReference } from "./captures.ts";
export { type CheckName, checks } from "./checks.ts";
export type { Condition } from "./depends-on.ts";
export { type HardeningSpec } from "./hardening.ts";
export { type BuildSpec, imageReference } from "./image.ts";
export { type ImagePolicy, policyBreach } from "./image-policy.ts";
export { jsonSchema, type SchemaNode } from "./json-schema.ts";
export { type LoadRequest, loadRunFile } from "./load.ts";
export type {
  AnswerRule,
  LoadedClient,
  LoadedRunFile,
  LoadedScenario,
  LoadedStep,
  Retry,
  Trials,
  WireFault,
} from "./loaded.ts";
export { type MentionedNames, mentionedNames, neededValues, type Values } from "./mentioned.ts";
export { underPlain } from "./merge-tree.ts";
export type { MockRule, MockSpec } from "./mock/http.ts";
export { endpointVariable, networkGroupOf } from "./network.ts";
export { resolveInside } from "./paths.ts";
export type { Expectation, Mask, Predicate, PredicateName, SequenceItem } from "./predicate.ts";
export { defaultRunFiles, findRunFile, type RunFileText } from "./read.ts";
export { referencePage } from "./reference/page.ts";
export { fieldSections } from "./reference/table.ts";
export {
  allowedFolders,
  allowProblem,
  hostPathProblem,
  refuseRelaxations,
} from "./relaxations.ts";
export { type RunFile, runFile } from "./run-file.ts";
export { type ServerSpec, server } from "./server.ts";
export type { Healthcheck, ServiceSpec } from "./service.ts";
export { readSource } from "./source.ts";
export type {
  AppliedTemplate,
  GivenParameters,
  ParameterProblem,
  TemplateBook,
} from "./template-book.ts";
export { type TemplateFolder, writtenTemplates } from "./templates.ts";
export { readTextFile } from "./text-file.ts";
export type { Position } from "./tree.ts";
export { parseDurationMs, parseSizeBytes } from "./units.ts";
export { type HostFolder, unsafeBeside } from "./writable-folders.ts";
