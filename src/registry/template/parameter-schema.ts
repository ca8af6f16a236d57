import type { Parameter } from "./schema.ts";

/** A parameter as JSON Schema: here a pattern is for the whole text, there it is looked for anywhere. */
export function parameterSchema({
  pattern,
  ...rest
}: Parameter): Readonly<Record<string, unknown>> {
  return pattern === undefined ? rest : { ...rest, pattern: `^(?:${pattern})$` };
}
