// What people and tools get to see of a run: pure functions of its record.
export { type Annotation, annotations } from "./annotations.ts";
export { buildReport } from "./build.ts";
export { reportHtml } from "./html/page.ts";
export { type Facts, type Judgement, judgeRun } from "./judge.ts";
export { junitXml } from "./junit.ts";
export type { Report } from "./model.ts";
export { type SummaryOptions, summaryMarkdown } from "./summary.ts";
export { terminalReport } from "./terminal.ts";
export { writeReports } from "./write.ts";
