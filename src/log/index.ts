// Captures what a server says, from its first byte, into the record: bounded, counted, without secrets.
export {
  type CaptureDeps,
  captureOutput,
  type OutputCapture,
  type OutputCounts,
} from "./capture.ts";
export type { CutText } from "./cut.ts";
export type { OutputLimits } from "./limits.ts";
export type { LineRedactor } from "./line-redactor.ts";
export { createRecentLines, type RecentLines } from "./recent-lines.ts";
export { createRedactor, type Redactor } from "./redactor.ts";
