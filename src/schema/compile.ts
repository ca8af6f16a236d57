import { withBudget } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { Checker } from "./checker.ts";
import { isObject } from "./checks.ts";
import { dialectOf } from "./dialect.ts";
import { compileWithLibrary } from "./library.ts";
import type { SchemaProblem } from "./problem.ts";
import { type Check, OutOfSteps, type Run } from "./run.ts";
import { defectOf } from "./soundness.ts";
import { showValue } from "./words.ts";

export type CompiledSchema =
  | { readonly kind: "compiled"; readonly validate: Validate }
  /** It is no JSON Schema; `problem` points into the schema. */
  | { readonly kind: "invalid"; readonly problem: SchemaProblem }
  /** It may be one, but we cannot judge by it; `reason` continues "the schema …". */
  | { readonly kind: "unsupported"; readonly reason: string };

/** The first problems of a value, at most 5; none when it fits. Throws NOT_JUDGEABLE when that takes too long. */
export type Validate = (value: unknown) => readonly SchemaProblem[];

const maxBytes = 1024 * 1024;
const maxProblems = 5;
/** Some seconds of work on one value; an honest schema takes a few steps for each part of the value. */
const maxSteps = 20_000_000;
const compileBudgetMs = 2_000;

/**
 * Makes a JSON Schema (2020-12, or the draft-07 or draft-06 that it names) ready to judge values.
 *
 * Nothing is ever fetched: a `$ref` to another document makes it unsupported. It may refer to itself. `formats` says
 * whether `format` must hold too (yes); the specification leaves that to those who ask for it.
 */
export async function compileSchema(schema: unknown, formats = true): Promise<CompiledSchema> {
  const dialect = dialectOf(schema);
  if (dialect === undefined) {
    const name = isObject(schema) ? showValue(schema["$schema"]) : "";
    return {
      kind: "unsupported",
      reason: `names the dialect ${name}; 2020-12 and draft-07 are known`,
    };
  }
  const bytes = sizeOf(schema);
  if (bytes === undefined || bytes > maxBytes) {
    return { kind: "unsupported", reason: "is larger than the 1 MiB allowed" };
  }
  const problem = defectOf(schema, dialect);
  if (problem !== undefined) {
    return { kind: "invalid", problem };
  }
  const check = new Checker(schema, dialect, formats).compile(schema);
  if (check !== undefined || !isObject(schema)) {
    return { kind: "compiled", validate: check === undefined ? () => [] : validateWith(check) };
  }
  try {
    const validate = await compileWithLibrary(schema, dialect, formats, (work) =>
      withBudget("JSON Schema", work, compileBudgetMs),
    );
    return {
      kind: "compiled",
      validate: (value) =>
        withBudget("JSON Schema", () => notEndless(() => validate(value))).slice(0, maxProblems),
    };
  } catch (error) {
    return { kind: "unsupported", reason: reasonOf(error) };
  }
}

function validateWith(check: Check): Validate {
  return (value) => {
    const run: Run = { path: [], problems: [], limit: maxProblems, steps: maxSteps };
    return notEndless(() => {
      check(value, run);
      return run.problems;
    });
  };
}

/** A schema may be its own part without looking deeper into the value; that never ends. */
function notEndless<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError || error instanceof OutOfSteps) {
      throw new Fault(
        "NOT_JUDGEABLE",
        "JSON Schema too slow: it refers to itself without end, or doubles at each level",
      );
    }
    throw error;
  }
}

function sizeOf(schema: unknown): number | undefined {
  try {
    return Buffer.byteLength(JSON.stringify(schema) ?? "");
  } catch {
    // A text longer than the engine can hold, or an object that holds itself.
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { missingRef, message } = error as {
    readonly missingRef?: unknown;
    readonly message?: unknown;
  };
  return typeof missingRef === "string"
    ? `refers to ${showValue(missingRef)}, which is not part of it; nothing is fetched`
    : `cannot be used: ${showValue(typeof message === "string" ? message : String(error))}`;
}
