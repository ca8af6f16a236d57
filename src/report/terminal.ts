import type { VerdictRow } from "../record/index.ts";
import { bytes, duration, forTerminalLine, plural, table } from "../text/index.ts";
import { containersOf, mockHead, mockRows, serviceHead, serviceRows } from "./beside.ts";
import { evidenceText } from "./failure.ts";
import { jsonDiff } from "./json-diff.ts";
import type { Report, ScenarioReport, StepReport } from "./model.ts";
import {
  placeOf,
  scenarioName,
  stepName,
  symbolOf,
  trialsOf,
  unsteadySteps,
  withoutBinary,
} from "./wording.ts";

const longestValue = 400;
const mostEvidence = 12;

/** A run for the terminal: failures in full, findings, a table of servers, and the verdict as the last line. */
export function terminalReport(report: Report): string {
  const blocks = [
    ...report.scenarios
      .filter((scenario) => scenario.outcome !== "passed")
      .map((scenario) => failure(report, scenario)),
    unsteady(report),
    findings(report),
    parity(report),
    servers(report),
    beside("Services", serviceHead, serviceRows(report)),
    relaxed(report),
    egress(report),
    beside("What mocks were asked", mockHead, mockRows(report)),
    contextCosts(report),
    ...report.notes.map(safe),
    report.run.fault === null ? "" : `  hint: ${safe(report.run.fault.hint)}`,
    `${symbolOf(report.run.outcome)} ${safe(report.verdict)}`,
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function failure(report: Report, scenario: ScenarioReport): string {
  const trials = trialsOf(scenario);
  const lines = [
    `${symbolOf(scenario.outcome)} ${safe(scenarioName(scenario))}${trials === "" ? "" : `  ${trials}`}`,
  ];
  for (const step of scenario.steps.filter(
    ({ outcome }) => outcome === "failed" || outcome === "broken",
  )) {
    lines.push(...stepLines(report, step));
  }
  if (lines.length === 1) {
    lines.push(`    ${safe(scenario.reason ?? scenario.outcome)}`);
  }
  return lines.join("\n");
}

function stepLines(report: Report, step: StepReport): string[] {
  const missed = step.verdicts.filter((verdict) => !verdict.ok);
  const place = placeOf(report.run, missed[0] ?? step);
  const reason = (step.reason ?? step.outcome).split("\n").map((line) => `    ${safe(line)}`);
  return [
    `  ${safe(stepName(step))}${place === null ? "" : `  ${safe(place)}`}`,
    ...reason,
    ...(step.note === null ? [] : [`    ${safe(step.note)}`]),
    ...missed.flatMap(verdictLines),
    ...evidenceText(step)
      .split("\n")
      .slice(0, mostEvidence)
      .filter((line) => line !== "")
      .map((line) => `      ${safe(line)}`),
  ];
}

function verdictLines({ place, predicate, expected, actual }: VerdictRow): string[] {
  const what = `      ${safe(place)} ${predicate}`;
  const diff = jsonDiff(expected, actual);
  return diff === undefined
    ? [
        what,
        `        expected  ${safe(expected)}`,
        `        actual    ${safe(withoutBinary(actual))}`,
      ]
    : [what, ...diff.split("\n").map((line) => `        ${safe(line)}`)];
}

/** Passed, but not at once or not every time: never silent. */
function unsteady(report: Report): string {
  const rows = unsteadySteps(report).map(({ scenario, step }) => [
    "  ~",
    safe(`${scenarioName(scenario)} › ${stepName(step)}`),
    safe(step.note ?? ""),
  ]);
  return rows.length === 0 ? "" : `${plural(rows.length, "unsteady step")}\n${table(rows)}`;
}

function parity(report: Report): string {
  const rows = report.parity.flatMap(({ scenario, protocols, differences }) =>
    differences.map(({ position, what, first, second }) => [
      `  ${safe(scenario)}`,
      `step ${position + 1}`,
      safe(what),
      `${safe(protocols[0] ?? "")}: ${safe(first)}`,
      `${safe(protocols[1] ?? "")}: ${safe(second)}`,
    ]),
  );
  return rows.length === 0 ? "" : `${plural(rows.length, "difference")} in parity\n${table(rows)}`;
}

function egress(report: Report): string {
  const rows = containersOf(report).flatMap(({ name, egress: places }) =>
    places.map(({ target, outcome, attempts }) => [
      `  ${safe(name)}`,
      safe(target),
      safe(outcome),
      plural(attempts, "attempt"),
    ]),
  );
  return rows.length === 0 ? "" : `What servers tried to reach\n${table(rows, { right: [3] })}`;
}

function contextCosts(report: Report): string {
  const rows = report.servers.flatMap(({ name, contextCost }) => {
    if (contextCost === null) {
      return [];
    }
    const { tools, tokens } = contextCost;
    const top = tools.slice(0, 3).map((tool) => `${tool.name} ${tool.tokens}`);
    return [
      [
        `  ${safe(name)}`,
        plural(tools.length, "tool"),
        `≈ ${plural(tokens, "token")}`,
        bytes(contextCost.bytes),
        safe(top.join(", ")),
      ],
    ];
  });
  return rows.length === 0
    ? ""
    : `What tools take of a context\n${table(rows, { right: [1, 2, 3] })}`;
}

/** A relaxed isolation is never silent. */
function relaxed(report: Report): string {
  const rows = containersOf(report).flatMap(({ name, hardening }) =>
    hardening
      .filter((fact) => fact.relaxed)
      .map(({ what, value }) => [`  ${safe(name)}`, safe(what), safe(value)]),
  );
  return rows.length === 0 ? "" : `Isolation that was relaxed\n${table(rows)}`;
}

function beside(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const shown = rows.map(([first = "", ...rest]) => [`  ${safe(first)}`, ...rest.map(safe)]);
  const heads = head.map((name, nth) => `${nth === 0 ? "  " : ""}${name.toUpperCase()}`);
  return rows.length === 0 ? "" : `${title}\n${table([heads, ...shown])}`;
}

function findings(report: Report): string {
  const rows = report.findings.map((finding) => [
    `  ${{ error: "✗", warning: "⚠", info: "i" }[finding.severity]}`,
    safe(finding.server),
    safe(finding.code),
    safe(finding.message),
    safe(finding.reference ?? ""),
  ]);
  return rows.length === 0 ? "" : `${plural(rows.length, "finding")}\n${table(rows)}`;
}

function servers(report: Report): string {
  if (report.servers.length === 0) {
    return "";
  }
  // Where nobody knows of any version, there is no column for it.
  const known = report.servers.some(({ packageVersion }) => packageVersion !== null);
  const rows = report.servers.map((server) => [
    safe(server.name),
    ...(known ? [safe(server.packageVersion ?? "–")] : []),
    server.state,
    server.readyMs === null ? "–" : duration(server.readyMs),
    String(server.steps),
    server.p95Ms === null ? "–" : duration(server.p95Ms),
    server.peakMemoryBytes === null ? "–" : bytes(server.peakMemoryBytes),
    `${Math.round(server.cpuMs)} ms`,
    safe(server.revision ?? "–"),
  ]);
  const numbers = ["READY IN", "STEPS", "P95", "PEAK MEMORY", "CPU"];
  const head = ["SERVER", ...(known ? ["VERSION"] : []), "STATE", ...numbers, "REVISION"];
  return table([head, ...rows], { right: numbers.map((name) => head.indexOf(name)) });
}

function safe(text: string): string {
  return forTerminalLine(text.length > longestValue ? `${text.slice(0, longestValue)}…` : text);
}
