import type { LineCounter } from "yaml";
import { Fault, type Problem } from "../fault/index.ts";
import type { Finding } from "./source.ts";
import { positionOf } from "./tree.ts";

const maxShown = 20;

/** Findings as problems in the order of the file, each once. */
export function problemsOf(
  file: string,
  findings: readonly Finding[],
  counter: LineCounter,
): Problem[] {
  const place = (offset: number) => positionOf(offset, counter);
  const seen = new Set<string>();
  return findings
    .toSorted((a, b) => a.offset - b.offset)
    .flatMap(({ offset, message, hint, first, elsewhere }) => {
      const at = first === undefined ? undefined : place(first);
      const whole = at === undefined ? message : `${message} ${at.line}:${at.column}`;
      const position = elsewhere ?? { file, ...place(offset) };
      const key = `${position.file} ${position.line}:${position.column} ${whole}`;
      if (seen.has(key)) {
        return [];
      }
      seen.add(key);
      return [{ ...position, message: whole, ...(hint ? { hint } : {}) }];
    });
}

/** RUN_FILE_INVALID with the first 20 of the problems. */
export function refusal(file: string, problems: readonly Problem[]): Fault {
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
  const shown = problems.length > maxShown ? `, the first ${maxShown} are listed` : "";
  const message = `The run file ${file} has ${count}${shown}.`;
  return new Fault("RUN_FILE_INVALID", message, { problems: problems.slice(0, maxShown) });
}

/** RELAXATION_NOT_ALLOWED with the first 20 of the problems. */
export function notAllowed(file: string, problems: readonly Problem[]): Fault {
  const count = problems.length === 1 ? "something" : `${problems.length} things`;
  const message = `The run file ${file} asks for ${count} that nobody allowed.`;
  return new Fault("RELAXATION_NOT_ALLOWED", message, { problems: problems.slice(0, maxShown) });
}
