import { codes, type Fault } from "../fault/index.ts";
import type { Annotation } from "../report/index.ts";
import { problemAnnotations } from "./annotations.ts";
import { annotate } from "./commands.ts";

/** One error annotation for each place that is wrong, or one for the whole. */
export async function annotateFault(fault: Fault): Promise<void> {
  const { title } = codes[fault.code];
  const message = `${fault.message}\n${fault.hint}`;
  const whole: Annotation = {
    level: "error",
    title,
    message,
    file: null,
    line: null,
    column: null,
  };
  await annotate(fault.problems.length > 0 ? problemAnnotations(title, fault.problems) : [whole]);
}

/** A fault as lines for the job log. */
export function faultText(fault: Fault): string {
  const places = fault.problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );
  return [`${codes[fault.code].title}: ${fault.message}`, ...places, fault.hint].join("\n");
}
