import type { Problem } from "../fault/index.ts";
import type { Annotation } from "../report/index.ts";

/** The runner keeps ten per level and step, and says nothing of the others. */
const keptPerLevel = 10;

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
  return (["error", "warning", "notice"] as const).flatMap((level) => {
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

/** Words of our own that are about no file. */
export function warning(message: string): Annotation {
  return aboutNoFile("warning", message);
}

export function notice(message: string): Annotation {
  return aboutNoFile("notice", message);
}

function aboutNoFile(level: Annotation["level"], message: string): Annotation {
  return {
    level,
    title: "Docker MCP Manager",
    message,
    file: null,
    line: null,
    column: null,
  };
}
