import { codes } from "../fault/index.ts";
import type { Outcome, RecordReader, RunRow, ScenarioRow, Severity } from "../record/index.ts";
import { mockRequests } from "./beside.ts";
import { evidenceOf } from "./evidence.ts";
import { type Judgement, judgeRun } from "./judge.ts";
import {
  type Report,
  type RunFault,
  reportSchemaVersion,
  type ScenarioReport,
  type ServerReport,
  type Tally,
  type Totals,
} from "./model.ts";
import { contextCosts, egressAttempts, parities, throttledMs } from "./record-events.ts";
import { summariseServer } from "./server-summary.ts";
import { verdictLine } from "./wording.ts";

/**
 * The run as a report, from its record alone.
 *
 * A record without an end is that of a manager that died: the run is broken, scenarios without an end are broken with
 * the reason, and every step recorded up to then is kept.
 */
export function buildReport(reader: RecordReader): Report {
  const run = reader.run();
  const judgement = finalJudgement(reader, run);
  const findings = reader.findings();
  const steps = reader.steps();
  const costs = contextCosts(reader);
  const egress = egressAttempts(reader);
  const throttled = throttledMs(reader);
  const containers = reader.servers().map((server) =>
    summariseServer(
      server,
      reader,
      steps,
      findings.filter((finding) => finding.server === server.name).length,
      {
        contextCost: costs.get(server.name) ?? null,
        egress: egress.get(server.name) ?? [],
        throttledMs: throttled.get(server.name) ?? null,
      },
    ),
  );
  const servers = containers.filter(({ role }) => role === "server");
  const services = containers.filter(({ role }) => role === "service");
  const scenarios = withSteps(reader, run);
  const report: Omit<Report, "verdict"> = {
    schemaVersion: reportSchemaVersion,
    product: { name: "docker-mcp-manager", version: run.productVersion },
    run: {
      id: run.runId,
      startedAtMs: run.startedAtMs,
      endedAtMs: run.endedAtMs,
      durationMs: Math.max(0, (run.endedAtMs ?? lastSign(servers, scenarios)) - run.startedAtMs),
      outcome: judgement.outcome,
      exitCode: judgement.exitCode,
      runFile: run.runFile,
      runFileText: run.runFileText,
      engine: {
        name: run.engineName,
        version: run.engineVersion,
        apiVersion: run.engineApiVersion,
      },
      fault: faultOf(run, judgement),
    },
    totals: totalsOf(servers, scenarios, findings),
    servers,
    services,
    mocks: mockRequests(reader),
    scenarios,
    findings,
    parity: parities(reader),
    notes: notesOf(reader),
  };
  return { ...report, verdict: verdictLine(report) };
}

/** What the manager wrote down stands, unless it says "passed" where the facts do not. */
function finalJudgement(reader: RecordReader, run: RunRow): Judgement {
  const judged = judgeRun(reader, { unended: run.endedAtMs === null });
  if (run.endedAtMs === null || run.outcome === null || run.exitCode === null) {
    return judged;
  }
  return run.outcome === "passed"
    ? judged
    : { ...judged, outcome: run.outcome, exitCode: run.exitCode };
}

function faultOf(run: RunRow, judgement: Judgement): RunFault | null {
  if (judgement.faultCode === null) {
    return null;
  }
  const { title, hint } = codes[judgement.faultCode];
  return { code: judgement.faultCode, title, hint, message: run.fault ?? messageOf(judgement) };
}

function messageOf({ faultCode, totals }: Judgement): string {
  if (faultCode === "MANAGER_DIED") {
    return "the record has no end; results up to its last entry are below";
  }
  return totals.skipped > 0
    ? "every step was skipped"
    : "the run file was read and no step was run";
}

function withSteps(reader: RecordReader, run: RunRow): ScenarioReport[] {
  const verdicts = Map.groupBy(reader.verdicts(), (verdict) => verdict.stepId);
  const all = reader.steps();
  const evidence = evidenceOf(reader, all);
  const steps = Map.groupBy(all, (step) => step.scenarioId);
  return reader.scenarios().map((scenario) => ({
    ...scenario,
    ...endOf(scenario, run),
    servers: scenario.servers.split(",").filter((name) => name !== ""),
    steps: (steps.get(scenario.id) ?? [])
      .toSorted((a, b) => a.position - b.position)
      .map((step) => ({
        ...step,
        verdicts: verdicts.get(step.id) ?? [],
        evidence: evidence.get(step.id) ?? null,
      })),
  }));
}

function endOf(
  scenario: ScenarioRow,
  run: RunRow,
): { readonly outcome: Outcome; readonly reason: string | null } {
  if (scenario.outcome !== null) {
    return { outcome: scenario.outcome, reason: scenario.reason };
  }
  const end = run.endedAtMs === null ? "the manager died" : "the run ended";
  const when = scenario.startedAtMs === null ? "before it began" : "before it was finished";
  return { outcome: "broken", reason: scenario.reason ?? `${end} ${when}` };
}

function totalsOf(
  servers: readonly ServerReport[],
  scenarios: readonly ScenarioReport[],
  findings: readonly { readonly severity: Severity }[],
): Totals {
  const steps = scenarios.flatMap((scenario) => scenario.steps);
  const verdicts = steps.flatMap((step) => step.verdicts);
  const held = verdicts.filter((verdict) => verdict.ok).length;
  const severity = (wanted: Severity): number =>
    findings.filter((finding) => finding.severity === wanted).length;
  return {
    servers: servers.length,
    scenarios: tally(scenarios),
    steps: tally(steps),
    expectations: { held, missed: verdicts.length - held },
    findings: { info: severity("info"), warning: severity("warning"), error: severity("error") },
  };
}

function tally(ended: readonly { readonly outcome: Outcome }[]): Tally {
  const count = (outcome: Outcome): number => ended.filter((one) => one.outcome === outcome).length;
  return {
    passed: count("passed"),
    failed: count("failed"),
    broken: count("broken"),
    skipped: count("skipped"),
  };
}

function lastSign(servers: readonly ServerReport[], scenarios: readonly ScenarioReport[]): number {
  const times = [
    0,
    ...servers.flatMap((server) => [
      server.transitions.at(-1)?.atMs ?? 0,
      server.series.at(-1)?.atMs ?? 0,
    ]),
    ...scenarios.flatMap((scenario) =>
      scenario.steps.map((step) => step.startedAtMs + step.durationMs),
    ),
  ];
  return times.reduce((last, time) => Math.max(last, time), 0);
}

function notesOf(reader: RecordReader): string[] {
  return reader.damage === null
    ? []
    : [`The record is damaged (${reader.damage}); rows that could not be read are missing here.`];
}
