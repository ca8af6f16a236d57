import { existsSync } from "node:fs";
import { join } from "node:path";
import { readRecord } from "../record/index.ts";
import { judgeRun } from "../report/index.ts";
import type { OutputName } from "./outputs.ts";
import type { RunResult } from "./run-scenarios.ts";
import { reportDirOf } from "./run-state.ts";

export type Counts = Readonly<
  Record<
    Extract<OutputName, "outcome" | "passed" | "failed" | "broken" | "skipped" | "exit-code">,
    string
  >
>;

/** The outputs that count a run's steps. */
export function countsOf(result: Omit<RunResult, "fault">): Counts {
  return {
    outcome: result.outcome,
    passed: String(result.passed),
    failed: String(result.failed),
    broken: String(result.broken),
    skipped: String(result.skipped),
    "exit-code": String(result.exit_code),
  };
}

/** The same of a run that was not finished: what its record holds so far. */
export function countsSoFar(stateDir: string | undefined, exitCode: number): Counts {
  const none = {
    outcome: "broken",
    passed: 0,
    failed: 0,
    broken: 0,
    skipped: 0,
    exit_code: exitCode,
  } as const;
  const recordFile = join(reportDirOf(stateDir ?? ""), "run.db");
  if (stateDir === undefined || !existsSync(recordFile)) {
    return countsOf(none);
  }
  try {
    using reader = readRecord(recordFile);
    return countsOf({ ...none, ...judgeRun(reader, { unended: true }).totals });
  } catch {
    // Post will say what is wrong with the record.
    return countsOf(none);
  }
}
