import type { SchemaProblem } from "./problem.ts";
import { pointerOf } from "./problem.ts";

/** One check of one value: where it is, and what it has found wrong. */
export interface Run {
  /** The way from the value to the part looked at. */
  readonly path: (string | number)[];
  problems: SchemaProblem[];
  /** Problems after which it stops to look. */
  limit: number;
  /** Steps left; a schema that refers to itself without end, or doubles at each level, uses them up. */
  steps: number;
}

/** True when the value is as the schema demands; otherwise problems of the run say why not. */
export type Check = (value: unknown, run: Run) => boolean;

/** Thrown when a value takes more than `steps` to judge. */
export class OutOfSteps extends Error {}

export function fail(run: Run, keyword: string, message: string): false {
  if (run.problems.length < run.limit) {
    run.problems.push({ pointer: pointerOf(run.path), message, keyword });
  }
  return false;
}

/** Checks a member or element under its key. */
export function under(run: Run, key: string | number, value: unknown, check: Check): boolean {
  run.path.push(key);
  const good = check(value, run);
  run.path.pop();
  return good;
}

/** Checks without keeping what is found; `found`, where given, receives it. */
export function attempt(run: Run, value: unknown, check: Check, found?: SchemaProblem[]): boolean {
  const { problems, limit } = run;
  run.problems = found ?? [];
  run.limit = found === undefined ? 0 : 1;
  try {
    return check(value, run);
  } finally {
    run.problems = problems;
    run.limit = limit;
  }
}
