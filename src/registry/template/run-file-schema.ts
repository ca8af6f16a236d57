import { jsonSchema, type SchemaNode } from "../../config/index.ts";
import { parameterSchema, parametersSchema } from "./parameter-schema.ts";
import type { Parameter } from "./schema.ts";
import { templateShelf } from "./shelf.ts";

/** JSON Schema of the run file for editors: `with` of a server is that of its template when it is a built-in one. */
export async function runFileSchema(templatesFolder: string): Promise<SchemaNode> {
  const shelf = await templateShelf({ templatesFolder });
  const templates = await Promise.all(shelf.names.map((name) => shelf.load(name)));
  const root = jsonSchema();
  const servers = root.properties?.["servers"];
  const server = servers?.additionalProperties;
  if (servers === undefined || typeof server !== "object") {
    throw new Error("the schema of the run file has no servers");
  }
  const allOf = templates.map(({ name, parameters }) => {
    const condition = { properties: { template: { const: name } }, required: ["template"] };
    const consequence = {
      properties: { with: parametersSchema(parameters, orFilledIn) },
      ...(parameters.required.length > 0 && { required: ["with"] }),
    };
    // An object with a key `then` could be taken for a promise; nobody waits for this one.
    return Object.fromEntries(
      new Map<string, unknown>([["if", condition]]).set("then", consequence),
    );
  });
  const template = { ...server.properties?.["template"], examples: shelf.names };
  const withParameters = { ...server, properties: { ...server.properties, template }, allOf };
  return {
    ...root,
    properties: {
      ...root.properties,
      servers: { ...servers, additionalProperties: withParameters },
    },
  };
}

/** Or a text with `${…}`, which is judged when it is filled in. */
function orFilledIn(parameter: Parameter): Readonly<Record<string, unknown>> {
  const { description, default: fallback, examples, ...rest } = parameterSchema(parameter);
  return {
    description,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(examples === undefined ? {} : { examples }),
    anyOf: [rest, { type: "string", pattern: "\\$\\{" }],
  };
}
