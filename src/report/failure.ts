import type { VerdictRow } from "../record/index.ts";
import { fencedCode, forMarkdown, plural, splitLines } from "../text/index.ts";
import { jsonDiff } from "./json-diff.ts";
import type { Report, ScenarioReport, StepReport } from "./model.ts";
import {
  cut,
  placeOf,
  scenarioName,
  stepName,
  symbolOf,
  trialsOf,
  withoutBinary,
} from "./wording.ts";

const inlineLines = 10;
const longestBlock = 16_000;

type Place = Pick<VerdictRow, "line" | "column">;

export interface Failure {
  readonly scenario: ScenarioReport;
  /** Null when the scenario ended before any step did. */
  readonly step: StepReport | null;
}

/** What did not pass, failed before broken, in the order of the run. */
export function failuresOf(report: Report): readonly Failure[] {
  const failures = report.scenarios.flatMap((scenario): Failure[] => {
    const steps = scenario.steps.filter(
      ({ outcome }) => outcome === "failed" || outcome === "broken",
    );
    const itself = scenario.outcome === "failed" || scenario.outcome === "broken";
    return steps.length === 0 && itself
      ? [{ scenario, step: null }]
      : steps.map((step) => ({ scenario, step }));
  });
  const failed = failures.filter((failure) => outcomeOf(failure) === "failed");
  return [...failed, ...failures.filter((failure) => outcomeOf(failure) !== "failed")];
}

export function outcomeOf({ scenario, step }: Failure): "failed" | "broken" {
  return (step ?? scenario).outcome === "failed" ? "failed" : "broken";
}

/** The place to look at: the first expectation that does not hold, else the step, else the scenario. */
export function locusOf({ scenario, step }: Failure): Place {
  return step?.verdicts.find((verdict) => !verdict.ok && verdict.line !== null) ?? step ?? scenario;
}

/** `scenario › call tool`. */
export function nameOf({ scenario, step }: Failure): string {
  const name = scenarioName(scenario);
  return step === null ? name : `${name} › ${stepName(step)}`;
}

/** What was expected and what came, as plain text; empty when nothing was compared. */
export function differenceOf(step: StepReport): string {
  return step.verdicts
    .filter((verdict) => !verdict.ok)
    .map((verdict) => {
      const diff = jsonDiff(verdict.expected, verdict.actual);
      return diff === undefined
        ? `${expectation(verdict)}\n${labelled("actual:  ", withoutBinary(verdict.actual))}`
        : `${verdict.place} ${verdict.predicate}, - expected, + actual:\n${withoutBinary(diff)}`;
    })
    .join("\n");
}

/** What the server wrote and told meanwhile, as plain text; empty for nothing. */
export function evidenceText({ evidence }: StepReport): string {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title} meanwhile:`, ...lines.map((line) => `  ${line}`)];
  return evidence === null
    ? ""
    : [...part("stderr", evidence.stderr), ...part("notifications", evidence.notifications)].join(
        "\n",
      );
}

/** Markdown of at most `limit` failures; `details` folds those of more than ten lines instead of cutting them. */
export function failureBlocks(report: Report, limit: number, details: boolean): string[] {
  const failures = failuresOf(report);
  const blocks = failures
    .slice(0, limit)
    .flatMap((failure) => failureBlock(report, failure, details));
  const left = failures.length - Math.min(limit, failures.length);
  return left === 0
    ? blocks
    : [
        ...blocks,
        `${limit === 0 ? "" : "and "}${plural(left, "failure")} ${limit === 0 ? "" : "more "}in the full report`,
      ];
}

function failureBlock(report: Report, failure: Failure, details: boolean): string[] {
  const { scenario, step } = failure;
  const place = placeOf(report.run, locusOf(failure));
  const where = place === null ? "" : ` — ${forMarkdown(place)}`;
  const reason = (step ?? scenario).reason ?? outcomeOf(failure);
  const title = `#### ${symbolOf(outcomeOf(failure))} ${forMarkdown(cut(nameOf(failure), 200))}${where}`;
  const text = step === null ? "" : cut(differenceOf(step), longestBlock);
  const evidence = step === null ? "" : cut(evidenceText(step), longestBlock);
  const note = step?.note ?? trialsOf(scenario);
  return [
    title,
    forMarkdown(cut(reason, 1_000)),
    ...(note === "" ? [] : [forMarkdown(cut(note, 500))]),
    ...block("expected and actual", text, details),
    ...block("what the server said meanwhile", evidence, details),
  ];
}

function block(title: string, text: string, details: boolean): string[] {
  if (text === "") {
    return [];
  }
  const lines = splitLines(text);
  if (lines.length <= inlineLines) {
    return [fencedCode(text)];
  }
  const rest = `${lines.length} lines`;
  return details
    ? [`<details><summary>${title}, ${rest}</summary>`, fencedCode(text), "</details>"]
    : [fencedCode([...lines.slice(0, inlineLines - 1), `… ${rest} in all`].join("\n"))];
}

function expectation(verdict: VerdictRow): string {
  return labelled("expected:", `${verdict.place} ${verdict.predicate} ${verdict.expected}`);
}

function labelled(label: string, text: string): string {
  return `${label} ${splitLines(text).join(`\n${" ".repeat(label.length + 1)}`)}`;
}
