import { stripAnsi } from "./ansi.ts";
import { splitLines } from "./lines.ts";
import { showHidden } from "./visible.ts";

/** No space, no width, and not white space to .NET's Trim. */
const wordJoiner = "\u2060";

/**
 * Foreign text for a GitHub job log: no line of it is a workflow command, whatever it says.
 *
 * The runner runs `::name::` at the start of a line after trimming and `##[name]` anywhere, on stdout and stderr.
 * Stripping can join the parts of a command, so breaking them is the last thing done. Pass whole lines: two safe
 * halves may make a command.
 */
export function forJobLog(text: string): string {
  return splitLines(stripAnsi(text)).map(safeLine).join("\n");
}

function safeLine(line: string): string {
  return showHidden(line)
    .replace(/##(?=\[)/g, `#${wordJoiner}#`)
    .replace(/^(\s*):(?=:)/, `$1:${wordJoiner}`);
}
