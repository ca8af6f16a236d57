// Every way we can fail: one error class, one table of codes. Imports nothing.
export { type Code, codes } from "./codes.ts";
export { type Blame, type ExitCode, exitCodes } from "./exit-codes.ts";
export { asFault, Fault, type FaultOptions, type Problem } from "./fault.ts";
