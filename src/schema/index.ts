// Judges JSON values by JSON Schemas: those that users and servers write, and those of the MCP specification.
export { type CompiledSchema, compileSchema } from "./compile.ts";
export { schemaDefect } from "./defect.ts";
export { equal } from "./equal.ts";
export type { SchemaProblem } from "./problem.ts";
export {
  loadSpec,
  type MessageKind,
  type Sender,
  type Spec,
  type SpecRevision,
  specRevisionOf,
  specRevisions,
} from "./spec.ts";
