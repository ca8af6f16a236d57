import type { RecordReader, StepRow } from "../record/index.ts";
import type { Evidence } from "./model.ts";

const mostLines = 20;
const mostSteps = 200;
const longestLine = 500;
/** Output of a server is often read a moment after the answer it belongs to. */
const afterMs = 200;

/** What a server wrote and told while a step was done, for the first steps that did not pass. */
export function evidenceOf(
  reader: RecordReader,
  steps: readonly StepRow[],
): ReadonlyMap<number, Evidence> {
  const troubled = steps.filter(
    ({ outcome, durationMs }) => (outcome === "failed" || outcome === "broken") && durationMs > 0,
  );
  return new Map(
    troubled.slice(0, mostSteps).map((step) => [
      step.id,
      {
        stderr: during(step, reader.logs({ ...since(step), stream: "stderr" }), ({ text }) => text),
        notifications: during(step, reader.wire(since(step)), ({ direction, text }) =>
          direction === "received" ? notification(text) : undefined,
        ),
      },
    ]),
  );
}

function since(step: StepRow) {
  return { server: step.server, sinceMs: step.startedAtMs };
}

/** The rows until the step's end that `show` makes a line of, as many as are of use. */
function during<Row extends { readonly atMs: number }>(
  step: StepRow,
  rows: Iterable<Row>,
  show: (row: Row) => string | undefined,
): string[] {
  const lines: string[] = [];
  for (const row of rows) {
    if (row.atMs > step.startedAtMs + step.durationMs + afterMs || lines.length === mostLines) {
      break;
    }
    const line = show(row);
    if (line !== undefined) {
      lines.push(line.length > longestLine ? `${line.slice(0, longestLine)}…` : line);
    }
  }
  return lines;
}

/** `notifications/message {…}`; undefined for anything with an id. */
function notification(text: string): string | undefined {
  const [, method] = /^\s*\{.*"method"\s*:\s*"(notifications\/[\w/-]{1,100})"/s.exec(text) ?? [];
  return method === undefined ? undefined : text;
}
