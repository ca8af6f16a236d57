// Every way we can fail: one error class, one table of codes. Imports nothing.
export { type Blame, type Code, codes, type ExitCode, exitCodes } from "./codes.ts";
export { asFault, Fault, type FaultOptions, type Problem } from "./fault.ts";
