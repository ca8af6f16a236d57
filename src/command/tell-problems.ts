import type { Problem } from "../fault/index.ts";
import { forTerminal } from "../text/index.ts";
import type { CommandIo } from "./io.ts";

/** Each problem at its place, with its hint below. */
export function tellProblems(problems: readonly Problem[], io: CommandIo): void {
  for (const { file, line, column, message, hint } of problems) {
    io.err(`${forTerminal(`  ${file}:${line}:${column} ${message}`)}\n`);
    if (hint !== undefined) {
      io.err(`${forTerminal(`    ${hint}`)}\n`);
    }
  }
}
