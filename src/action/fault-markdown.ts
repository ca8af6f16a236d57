import { codes, type Fault } from "../fault/index.ts";
import { fencedCode, forMarkdown } from "../text/index.ts";

/** What the job summary says when there is no record to report from. */
export function faultMarkdown(fault: Fault): string {
  const places = fault.problems.map(
    ({ file, line, column, message, hint }) =>
      `- ${forMarkdown(`${file}:${line}:${column}`)}: ${forMarkdown(message)}${hint === undefined ? "" : ` ${forMarkdown(hint)}`}`,
  );
  return [
    `### ❌ ${codes[fault.code].title}`,
    "",
    ...(places.length > 0 ? places : [fencedCode(fault.message)]),
    "",
    forMarkdown(fault.hint),
    "",
  ].join("\n");
}
