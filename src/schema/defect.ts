import { dialectOf } from "./dialect.ts";
import type { SchemaProblem } from "./problem.ts";
import { defectOf } from "./soundness.ts";

/** Words that older dialects give other values: limits as flags, members required one by one, tuples. */
const differs = /\/(?:exclusiveMinimum|exclusiveMaximum|required|items)$/u;

/**
 * What makes a JSON Schema none, without compiling it; undefined when nothing does, or its dialect is not known.
 *
 * `certain` says whether a schema that names no dialect is one of 2020-12. Otherwise what some dialects allow passes.
 */
export function schemaDefect(schema: unknown, certain: boolean): SchemaProblem | undefined {
  const dialect = dialectOf(schema);
  const problem = dialect === undefined ? undefined : defectOf(schema, dialect);
  const named = typeof schema === "object" && schema !== null && "$schema" in schema;
  return problem !== undefined && !certain && !named && differs.test(problem.pointer)
    ? undefined
    : problem;
}
