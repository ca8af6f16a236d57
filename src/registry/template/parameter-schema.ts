import type { Parameter, TemplateFile } from "./schema.ts";

type Schema = Readonly<Record<string, unknown>>;

/** A parameter as JSON Schema: here a pattern is for the whole text, there it is looked for anywhere. */
export function parameterSchema({ pattern, ...rest }: Parameter): Schema {
  return pattern === undefined ? rest : { ...rest, pattern: `^(?:${pattern})$` };
}

/** All parameters of a template as JSON Schema of the map they stand in. */
export function parametersSchema(
  { properties, required, oneOf }: TemplateFile["parameters"],
  schemaOf: (parameter: Parameter) => Schema = parameterSchema,
): Schema {
  return {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, parameter]) => [name, schemaOf(parameter)]),
    ),
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    ...(oneOf && { oneOf }),
  };
}
