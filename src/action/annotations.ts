import type { Problem } from "../fault/index.ts";
import type { Report } from "../report/index.ts";

export interface Annotation {
  readonly level: "error" | "warning";
  readonly title: string;
  readonly message: string;
  /** Path from the root of the repository; null where no file is to blame. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** The runner keeps ten per level and step, and says nothing of the others. */
const keptPerLevel = 10;

/** Failed and broken steps at their lines of the run file, then what was found besides. */
export function annotationsOf(report: Report): Annotation[] {
  const file = report.run.runFile;
  const steps = report.scenarios.flatMap((scenario) =>
    scenario.steps
      .filter((step) => step.outcome === "failed" || step.outcome === "broken")
      .map(
        (step): Annotation => ({
          level: "error",
          title: `${scenario.name}: ${step.verb} ${step.target}`.trimEnd(),
          message: step.reason ?? `the step is ${step.outcome}`,
          file,
          line: step.line,
          column: step.column,
        }),
      ),
  );
  const bare = report.scenarios
    .filter(
      (scenario) =>
        scenario.steps.length === 0 &&
        scenario.outcome !== "passed" &&
        scenario.outcome !== "skipped",
    )
    .map(
      (scenario): Annotation => ({
        level: "error",
        title: scenario.name,
        message: scenario.reason ?? `the scenario is ${scenario.outcome}`,
        file,
        line: scenario.line,
        column: scenario.column,
      }),
    );
  const findings = report.findings
    .filter((finding) => finding.severity !== "info")
    .map(
      (finding): Annotation => ({
        level: finding.severity === "error" ? "error" : "warning",
        title: `${finding.server}: ${finding.code}`,
        message: finding.message,
        file: null,
        line: null,
        column: null,
      }),
    );
  return [...steps, ...bare, ...findings];
}

/** The problems of a run file or of the inputs, each at its place. */
export function problemAnnotations(title: string, problems: readonly Problem[]): Annotation[] {
  return problems.map((problem) => ({
    level: "error",
    title,
    message: problem.hint === undefined ? problem.message : `${problem.message}\n${problem.hint}`,
    file: problem.file,
    line: problem.line,
    column: problem.column,
  }));
}

/** At most ten per level; the last of a level that has more says how many more. */
export function withinLimit(annotations: readonly Annotation[]): Annotation[] {
  return (["error", "warning"] as const).flatMap((level) => {
    const all = annotations.filter((annotation) => annotation.level === level);
    if (all.length <= keptPerLevel) {
      return all;
    }
    const kept = all.slice(0, keptPerLevel - 1);
    const more = all.length - kept.length;
    return [
      ...kept,
      {
        level,
        title: `${more} more`,
        message: `${more} more of this kind stand in the job summary and the report.`,
        file: null,
        line: null,
        column: null,
      },
    ];
  });
}
