import { type Code, codes, exitCodes } from "../fault/index.ts";
import type { Outcome, RecordReader, ScenarioRow, ServerState, StepRow } from "../record/index.ts";

export type Facts = Pick<RecordReader, "run" | "servers" | "scenarios" | "steps" | "findings">;

export interface Judgement {
  readonly outcome: Outcome;
  /** One of the exit codes of `src/fault`. */
  readonly exitCode: number;
  /** The run's fault, also one that only the judgement found: MANAGER_DIED, NOTHING_TO_TEST. */
  readonly faultCode: Code | null;
  /** Steps by outcome (a scenario without steps counts as one), and the number of findings. */
  readonly totals: {
    readonly passed: number;
    readonly failed: number;
    readonly broken: number;
    readonly skipped: number;
    readonly findings: number;
  };
}

// Where a run has several reasons to fail, its exit code is that of the first: results of a broken engine mean little.
const gravity: readonly number[] = [
  exitCodes.internal,
  exitCodes.interrupted,
  exitCodes.engine,
  exitCodes.notReady,
  exitCodes.timeout,
  exitCodes.usage,
  exitCodes.failed,
];

/**
 * The one place that says how a run ended, for the manager and for every report.
 *
 * `unended`: the record has no end and nobody is writing it any more, so the manager died. A run file of which no
 * step was judged is never passed. Findings of severity error fail the run, warnings do not.
 */
export function judgeRun(facts: Facts, options: { readonly unended?: boolean } = {}): Judgement {
  const run = facts.run();
  const units = unitsOf(facts);
  const findings = facts.findings();
  const totals = {
    passed: countOf(units, "passed"),
    failed: countOf(units, "failed"),
    broken: countOf(units, "broken"),
    skipped: countOf(units, "skipped"),
    findings: findings.length,
  };
  const judged = (outcome: Outcome, exitCode: number, faultCode: Code | null): Judgement => ({
    outcome,
    exitCode,
    faultCode,
    totals,
  });
  const recorded = codeOf(run.faultCode);
  const fault = recorded ?? (options.unended === true ? "MANAGER_DIED" : null);
  if (fault !== null && fault !== "LEFT_BEHIND") {
    return judged("broken", codes[fault].exit, fault);
  }
  if (totals.failed + totals.broken > 0) {
    const exits = units.filter((unit) => unit.outcome === "broken").map(exitOf);
    const neverReady = facts
      .servers()
      .some(
        ({ role, readyMs, state }) =>
          role === "server" && readyMs === null && ended.includes(state),
      );
    exits.push(neverReady ? exitCodes.notReady : exitCodes.failed);
    const exitCode = gravity.find((code) => exits.includes(code)) ?? exitCodes.failed;
    return judged(totals.failed > 0 ? "failed" : "broken", exitCode, fault);
  }
  if (findings.some((finding) => finding.severity === "error")) {
    return judged("failed", exitCodes.failed, fault);
  }
  if (fault !== null) {
    return judged("failed", codes[fault].exit, fault);
  }
  if (totals.passed > 0) {
    return judged("passed", exitCodes.passed, null);
  }
  // A manager that only served its tools has nothing to judge; a run file that tested nothing promised more than it held.
  return run.runFile === null && units.length === 0
    ? judged("skipped", exitCodes.passed, null)
    : judged("broken", codes.NOTHING_TO_TEST.exit, "NOTHING_TO_TEST");
}

const ended: readonly ServerState[] = ["failed", "stopped", "removed"];

/** A recorded code as one of ours; a word this version does not know is INTERNAL. */
function codeOf(code: string | null): Code | null {
  if (code === null) {
    return null;
  }
  return isCode(code) ? code : "INTERNAL";
}

interface Unit {
  readonly outcome: Outcome;
  readonly faultCode: string | null;
}

function unitsOf(facts: Facts): readonly Unit[] {
  const steps = facts.steps();
  const withSteps = new Set(steps.map((step) => step.scenarioId));
  const units: Unit[] = steps.map(({ outcome, faultCode }: StepRow) => ({ outcome, faultCode }));
  for (const scenario of facts.scenarios()) {
    if (!withSteps.has(scenario.id)) {
      units.push({ outcome: endOf(scenario), faultCode: null });
    } else if (scenario.outcome === null) {
      units.push({ outcome: "broken", faultCode: null });
    }
  }
  return units;
}

/** A scenario that passed without a step has tested nothing. */
function endOf(scenario: ScenarioRow): Outcome {
  return scenario.outcome === "passed" ? "skipped" : (scenario.outcome ?? "broken");
}

function exitOf(unit: Unit): number {
  const code = codeOf(unit.faultCode);
  return code === null ? exitCodes.failed : codes[code].exit;
}

function countOf(units: readonly Unit[], outcome: Outcome): number {
  return units.filter((unit) => unit.outcome === outcome).length;
}

function isCode(code: string): code is Code {
  return Object.hasOwn(codes, code);
}
