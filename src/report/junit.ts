import type { FindingRow } from "../record/index.ts";
import { forXml } from "../text/index.ts";
import { differenceOf, evidenceText } from "./failure.ts";
import type { Report, ScenarioReport, StepReport } from "./model.ts";
import { cut, scenarioName, stepName } from "./wording.ts";

const longestText = 16_000;

interface Case {
  readonly name: string;
  readonly className: string;
  readonly seconds: number;
  readonly line: number | null;
  readonly end: "passed" | "failure" | "error" | "skipped";
  readonly type: string;
  readonly message: string;
  readonly body: string;
}

/**
 * JUnit XML as CI systems read it: a suite per scenario, a case per step; the run's fault and the findings are suites.
 *
 * Written by hand: the format is five elements, and foreign text must leave through our one exit for XML anyway.
 */
export function junitXml(report: Report): string {
  const suites = [
    ...faultSuite(report),
    ...report.scenarios.map((scenario) =>
      suite(report, scenarioName(scenario), scenarioCases(scenario), scenario),
    ),
    ...findingSuite(report),
  ];
  const seconds = inSeconds(report.run.durationMs);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="docker-mcp-manager" time="${seconds}">`,
    ...suites,
    "</testsuites>",
    "",
  ].join("\n");
}

function scenarioCases(scenario: ScenarioReport): Case[] {
  const cases = scenario.steps.map((step) => stepCase(scenario, step));
  const unexplained =
    (scenario.outcome === "broken" || scenario.outcome === "failed") &&
    cases.every(({ end }) => end === "passed" || end === "skipped");
  return unexplained || cases.length === 0 ? [...cases, scenarioCase(scenario)] : cases;
}

function stepCase(scenario: ScenarioReport, step: StepReport): Case {
  return {
    name: `${step.position + 1}. ${stepName(step)}`,
    className: scenarioName(scenario),
    seconds: inSeconds(step.durationMs),
    line: step.line,
    end: endOf(step.outcome),
    type: step.outcome === "passed" ? "attempts" : (step.faultCode ?? step.blame ?? "expectation"),
    message: step.reason ?? (step.outcome === "passed" ? (step.note ?? "") : ""),
    body: [
      differenceOf(step),
      step.outcome === "passed" ? "" : (step.note ?? ""),
      evidenceText(step),
    ]
      .filter((part) => part !== "")
      .join("\n"),
  };
}

function scenarioCase(scenario: ScenarioReport): Case {
  return {
    name: "scenario",
    className: scenarioName(scenario),
    seconds: inSeconds(scenario.durationMs ?? 0),
    line: scenario.line,
    end: endOf(scenario.outcome === "passed" ? "skipped" : scenario.outcome),
    type: "scenario",
    message: scenario.reason ?? "no step was run",
    body: "",
  };
}

function faultSuite(report: Report): string[] {
  const { fault } = report.run;
  if (fault === null) {
    return [];
  }
  const one: Case = {
    name: fault.title,
    className: "run",
    seconds: 0,
    line: null,
    end: "error",
    type: fault.code,
    message: fault.message,
    body: fault.hint,
  };
  return [suite(report, "run", [one], null)];
}

function findingSuite(report: Report): string[] {
  const cases = report.findings.map(
    (finding: FindingRow): Case => ({
      name: finding.code,
      className: finding.server,
      seconds: 0,
      line: null,
      end: finding.severity === "error" ? "failure" : "passed",
      type: finding.severity,
      message: finding.message,
      body: finding.reference ?? "",
    }),
  );
  return cases.length === 0 ? [] : [suite(report, "findings", cases, null)];
}

function suite(
  report: Report,
  name: string,
  cases: readonly Case[],
  scenario: ScenarioReport | null,
): string {
  const count = (end: Case["end"]): number => cases.filter((one) => one.end === end).length;
  const start = scenario?.startedAtMs ?? null;
  const attributes = [
    attribute("name", name),
    attribute("tests", cases.length),
    attribute("failures", count("failure")),
    attribute("errors", count("error")),
    attribute("skipped", count("skipped")),
    attribute("time", inSeconds(scenario?.durationMs ?? 0)),
    ...(start === null ? [] : [attribute("timestamp", new Date(start).toISOString())]),
  ];
  return [
    `  <testsuite${attributes.join("")}>`,
    ...cases.map((one) => testCase(report, one)),
    "  </testsuite>",
  ].join("\n");
}

function testCase(report: Report, one: Case): string {
  const file = report.run.runFile;
  const attributes = [
    attribute("name", one.name),
    attribute("classname", one.className),
    attribute("time", one.seconds),
    ...(file === null || one.line === null
      ? []
      : [attribute("file", file), attribute("line", one.line)]),
  ].join("");
  const body = ending(one);
  return body === ""
    ? `    <testcase${attributes}/>`
    : `    <testcase${attributes}>${body}</testcase>`;
}

function ending({ end, type, message, body }: Case): string {
  const text = forXml(cut(body, longestText));
  const cause = attribute("message", cut(message, longestText));
  switch (end) {
    case "failure":
    case "error":
      return `<${end}${attribute("type", type)}${cause}>${text}</${end}>`;
    case "skipped":
      return `<skipped${message === "" ? "" : cause}/>`;
    case "passed":
      return message === ""
        ? ""
        : `<system-out>${forXml(`${type}: ${cut(message, longestText)}`)}</system-out>`;
  }
}

function endOf(outcome: StepReport["outcome"]): Case["end"] {
  const ends = {
    passed: "passed",
    failed: "failure",
    broken: "error",
    skipped: "skipped",
  } as const;
  return ends[outcome];
}

function attribute(name: string, value: string | number): string {
  return ` ${name}="${forXml(cut(String(value), longestText))}"`;
}

function inSeconds(ms: number): number {
  return Math.round(ms) / 1000;
}
