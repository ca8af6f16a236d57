import type { Outcome, ServerState } from "../record/index.ts";
import { duration, plural } from "../text/index.ts";
import type { Report, RunReport, ScenarioReport, ServerReport, StepReport } from "./model.ts";

const longestCause = 240;

/** The run in one line, the cause first. */
export function verdictLine(report: Omit<Report, "verdict">): string {
  const { run, totals, scenarios } = report;
  const size = [plural(totals.servers, "server"), duration(run.durationMs)].join(" · ");
  const steps = Object.values(totals.steps).reduce((sum, count) => sum + count, 0);
  const counted = `${totals.steps.passed} of ${plural(steps, "step")} passed`;
  const scope = `${counted} in ${plural(scenarios.length, "scenario")} · ${size}`;
  const cause = causeOf(report);
  return cause === null ? scope : `${cut(cause, longestCause)} · ${scope}`;
}

/** `call get-sum`, with the row it was made for and the part of the scenario where that is not the steps. */
export function stepName(step: Pick<StepReport, "verb" | "target" | "phase" | "rowLabel">): string {
  const name = step.target === "" ? step.verb : `${step.verb} ${step.target}`;
  const row = step.rowLabel === null ? "" : ` [${step.rowLabel}]`;
  return `${step.phase === "step" ? "" : `${step.phase}: `}${name}${row}`;
}

/** Its name, with the protocol where it was played once for each. */
export function scenarioName(scenario: Pick<ScenarioReport, "name" | "revision">): string {
  const { name, revision } = scenario;
  return revision === null || name.endsWith(`[${revision}]`) ? name : `${name} [${revision}]`;
}

/** How its trials went; empty when it was played once. */
export function trialsOf({ trials, trialsPassed }: ScenarioReport): string {
  return trials === 1 ? "" : `${trialsPassed ?? 0} of ${trials} trials passed`;
}

/** What to tell of a step that passed, but not at once and every time. */
export function unsteadySteps(
  report: Report,
): readonly { readonly scenario: ScenarioReport; readonly step: StepReport }[] {
  return report.scenarios.flatMap((scenario) =>
    scenario.steps
      .filter(
        ({ outcome, attempts, attemptsPassed }) =>
          outcome === "passed" && attemptsPassed < attempts,
      )
      .map((step) => ({ scenario, step })),
  );
}

/** The address of a place in the specification; null for anything else, which stays text. */
export function specificationLink(reference: string | null): string | null {
  return /^https:\/\/modelcontextprotocol\.io\/[\w./#-]*$/.test(reference ?? "") ? reference : null;
}

/** Images, sounds and files that servers send are named by their size, never shown: a text for people stays one. */
export function withoutBinary(text: string): string {
  return text.replace(
    /("(?:data|blob)"\s*:\s*")[A-Za-z0-9+/_=-]{256,}/g,
    (match, key: string) => `${key}(${match.length - key.length} characters of base64 left out)`,
  );
}

/** `mcp-manager.yml:41:7`; null when the thing was made over the API. */
export function placeOf(
  run: Pick<RunReport, "runFile">,
  at: { readonly line: number | null; readonly column: number | null },
): string | null {
  if (run.runFile === null || at.line === null) {
    return null;
  }
  return [run.runFile, at.line, ...(at.column === null ? [] : [at.column])].join(":");
}

/** How a server fared: that it was stopped and removed afterwards is the rule and says nothing. */
export function conditionOf(server: ServerReport): ServerState {
  if (server.transitions.some(({ state }) => state === "failed")) {
    return "failed";
  }
  const over = ["stopping", "stopped", "removed"].includes(server.state);
  return over && server.readyMs !== null ? "ready" : server.state;
}

/** A status never rests on colour alone. */
export function symbolOf(outcome: Outcome): string {
  return { passed: "✓", failed: "✗", broken: "⚠", skipped: "○" }[outcome];
}

/** At most `limit` UTF-16 units, ending with `…` when something was cut; never half a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) {
    return text;
  }
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function causeOf(report: Omit<Report, "verdict">): string | null {
  const { run, scenarios, findings } = report;
  if (run.fault !== null) {
    return `${run.fault.title}: ${run.fault.message}`;
  }
  const failed = scenarios.find((scenario) => scenario.outcome === "failed");
  const first = failed ?? scenarios.find((scenario) => scenario.outcome === "broken");
  if (first !== undefined) {
    return scenarioCause(first);
  }
  const error = findings.find((finding) => finding.severity === "error");
  return error?.message ?? null;
}

function scenarioCause(scenario: ScenarioReport): string {
  const name = scenarioName(scenario);
  const step =
    scenario.steps.find(({ outcome }) => outcome === "failed") ??
    scenario.steps.find(({ outcome }) => outcome === "broken");
  return step === undefined
    ? `${name}: ${scenario.reason ?? scenario.outcome}`
    : `${name} › ${stepName(step)}: ${step.reason ?? step.outcome}`;
}
