// What people and tools get to see of a run: pure functions of its record.
export { buildReport } from "./build.ts";
export { type Facts, type Judgement, judgeRun } from "./judge.ts";
export { type Report, reportSchemaVersion } from "./model.ts";
export { terminalReport } from "./terminal.ts";
