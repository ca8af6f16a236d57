// The only truth about a run: one SQLite file, written by the manager alone, read by everyone else.
export { sealRecord } from "./open.ts";
export {
  type LogQuery,
  type RecordReader,
  readRecord,
  type StoredLog,
  type StoredWire,
  type WireQuery,
} from "./reader.ts";
export type {
  EventRow,
  FindingRow,
  LogRow,
  NewFinding,
  NewStep,
  Outcome,
  Phase,
  RunRow,
  SampleRow,
  ScenarioRow,
  ServerRow,
  ServerState,
  Severity,
  StepRow,
  Stream,
  TransitionRow,
  VerdictRow,
  WireRow,
} from "./rows.ts";
export { schemaVersion } from "./schema.ts";
export { type NewScenario, openRecord, type RecordOptions, type RecordWriter } from "./writer.ts";
