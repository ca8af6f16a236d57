import { bytes, duration, forTerminalLine, plural, table } from "../text/index.ts";
import type { Report, ScenarioReport, StepReport } from "./model.ts";
import { placeOf, stepName, symbolOf } from "./wording.ts";

const longestValue = 400;

/** A run for the terminal: failures in full, findings, a table of servers, and the verdict as the last line. */
export function terminalReport(report: Report): string {
  const blocks = [
    ...report.scenarios
      .filter((scenario) => scenario.outcome !== "passed")
      .map((scenario) => failure(report, scenario)),
    findings(report),
    servers(report),
    ...report.notes.map(safe),
    report.run.fault === null ? "" : `  hint: ${safe(report.run.fault.hint)}`,
    `${symbolOf(report.run.outcome)} ${safe(report.verdict)}`,
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function failure(report: Report, scenario: ScenarioReport): string {
  const lines = [`${symbolOf(scenario.outcome)} ${safe(scenario.name)}`];
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
    ...missed.flatMap((verdict) => [
      `      ${safe(verdict.place)} ${verdict.predicate}`,
      `        expected  ${safe(verdict.expected)}`,
      `        actual    ${safe(verdict.actual)}`,
    ]),
  ];
}

function findings(report: Report): string {
  const rows = report.findings.map((finding) => [
    `  ${finding.severity === "error" ? "✗" : "⚠"}`,
    safe(finding.server),
    safe(finding.code),
    safe(finding.message),
  ]);
  return rows.length === 0 ? "" : `${plural(rows.length, "finding")}\n${table(rows)}`;
}

function servers(report: Report): string {
  if (report.servers.length === 0) {
    return "";
  }
  const rows = report.servers.map((server) => [
    safe(server.name),
    server.state,
    server.readyMs === null ? "–" : duration(server.readyMs),
    String(server.steps),
    server.p95Ms === null ? "–" : duration(server.p95Ms),
    server.peakMemoryBytes === null ? "–" : bytes(server.peakMemoryBytes),
    `${Math.round(server.cpuMs)} ms`,
    safe(server.revision ?? "–"),
  ]);
  const head = ["SERVER", "STATE", "READY IN", "STEPS", "P95", "PEAK MEMORY", "CPU", "REVISION"];
  return table([head, ...rows], { right: [2, 3, 4, 5, 6] });
}

function safe(text: string): string {
  return forTerminalLine(text.length > longestValue ? `${text.slice(0, longestValue)}…` : text);
}
