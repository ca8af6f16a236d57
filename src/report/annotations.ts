import { forJobLog } from "../text/index.ts";
import { differenceOf, type Failure, failuresOf, locusOf, nameOf } from "./failure.ts";
import type { Report } from "./model.ts";
import { cut } from "./wording.ts";

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  /** The run file; null when there is no place to point at. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly title: string;
  readonly message: string;
}

// The runner keeps ten of a level per step and cuts a message at 4096 characters.
const perLevel = 9;
const longestMessage = 4_096;
const longestTitle = 200;

/** What deserves a mark on the run file, gravest first: at most nine of a level and one line for all others. */
export function annotations(report: Report): readonly Annotation[] {
  const errors = [
    ...faultAnnotation(report),
    ...failuresOf(report)
      .filter((failure) => !isSaidByFault(report, failure))
      .map((failure) => failureAnnotation(report, failure)),
    ...findingAnnotations(report, "error"),
  ];
  return [...limited(report, errors), ...limited(report, findingAnnotations(report, "warning"))];
}

function limited(report: Report, all: readonly Annotation[]): readonly Annotation[] {
  const [first] = all;
  if (first === undefined || all.length <= perLevel) {
    return all;
  }
  const message = `and ${all.length - perLevel} more: the job summary and the report list them all`;
  return [
    ...all.slice(0, perLevel),
    annotation(report, first.level, "More of the same", message, null),
  ];
}

function faultAnnotation(report: Report): Annotation[] {
  const { fault } = report.run;
  return fault === null
    ? []
    : [annotation(report, "error", fault.title, `${fault.message}\n${fault.hint}`, null)];
}

/** A scenario that was only cut short has no more to say than what cut it short. */
function isSaidByFault(report: Report, { scenario, step }: Failure): boolean {
  return report.run.fault !== null && step === null && scenario.durationMs === null;
}

function failureAnnotation(report: Report, failure: Failure): Annotation {
  const { scenario, step } = failure;
  const reason = (step ?? scenario).reason ?? (step ?? scenario).outcome;
  const difference = step === null ? "" : differenceOf(step);
  const message = difference === "" ? reason : `${reason}\n${difference}`;
  return annotation(report, "error", nameOf(failure), message, locusOf(failure));
}

function findingAnnotations(report: Report, level: "error" | "warning"): Annotation[] {
  return report.findings
    .filter((finding) => finding.severity === level)
    .map((finding) => {
      const steps = report.scenarios.flatMap((scenario) => scenario.steps);
      const step = steps.find(({ id }) => id === finding.stepId);
      const server = report.servers.find(({ name }) => name === finding.server);
      const title = `${finding.server}: ${finding.code}`;
      return annotation(report, level, title, finding.message, step ?? server ?? null);
    });
}

function annotation(
  report: Report,
  level: Annotation["level"],
  title: string,
  message: string,
  at: { readonly line: number | null; readonly column: number | null } | null,
): Annotation {
  const placed = report.run.runFile !== null && at !== null && at.line !== null;
  return {
    level,
    file: placed ? report.run.runFile : null,
    line: placed ? at.line : null,
    column: placed ? at.column : null,
    title: cut(forJobLog(title).replaceAll("\n", " "), longestTitle),
    message: cut(forJobLog(message), longestMessage),
  };
}
