import type { Annotation } from "../report/index.ts";
import { forJobLog } from "../text/index.ts";
import { withinLimit } from "./annotations.ts";
import type { Outputs } from "./outputs.ts";

/** Longer messages are cut by the runner without a sign. */
const maxMessageLength = 4_000;
const cutMark = " … (cut)";

/** Keeps values out of the log from here on, in the forms the runner knows and, for each, as a JSON string. */
export async function maskSecrets(values: readonly string[]): Promise<void> {
  const { setSecret } = await import("@actions/core");
  for (const value of values) {
    const forms = [value, JSON.stringify(value).slice(1, -1)];
    for (const form of new Set(forms)) {
      // The runner refuses blank values, with a warning that would be noise.
      if (form.trim() !== "") {
        setSecret(form);
      }
    }
  }
}

export async function saveRunId(runId: string): Promise<void> {
  const { saveState } = await import("@actions/core");
  saveState("runId", runId);
}

export async function setOutputs(outputs: Outputs): Promise<void> {
  const { setOutput } = await import("@actions/core");
  for (const [name, value] of Object.entries(outputs)) {
    setOutput(name, value);
  }
}

/** Marks places in the run file, at most ten per level as the runner keeps no more. */
export async function annotate(annotations: readonly Annotation[]): Promise<void> {
  const core = await import("@actions/core");
  for (const annotation of withinLimit(annotations)) {
    const properties = {
      title: forJobLog(annotation.title),
      ...(annotation.file === null ? {} : { file: annotation.file }),
      ...(annotation.line === null ? {} : { startLine: annotation.line }),
      ...(annotation.column === null ? {} : { startColumn: annotation.column }),
    };
    core[annotation.level](cut(forJobLog(annotation.message)), properties);
  }
}

/** Folds what `work` and the libraries under it print; the group is closed whatever happens. */
export async function inGroup<T>(title: string, work: () => Promise<T>): Promise<T> {
  const { group } = await import("@actions/core");
  return group(title, work);
}

/** Adds Markdown to the job summary. A summary file that is missing or read-only is no reason to fail. */
export async function addSummary(markdown: string): Promise<string | undefined> {
  const { summary } = await import("@actions/core");
  try {
    await summary.addRaw(markdown, true).write();
    return undefined;
  } catch (error) {
    summary.emptyBuffer();
    return `The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function cut(message: string): string {
  return message.length <= maxMessageLength
    ? message
    : `${message.slice(0, maxMessageLength - cutMark.length)}${cutMark}`;
}
