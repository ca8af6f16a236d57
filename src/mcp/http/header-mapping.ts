import { quote, show } from "../quote.ts";
import { isObject, type JsonObject } from "../reading.ts";
import { headerValue } from "./header-value.ts";

/** Arguments of a tool that travel as headers too (revision 2026-07-28, Streamable HTTP): path in the arguments → name. */
export type HeaderMapping = readonly { readonly path: readonly string[]; readonly name: string }[];

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u;
const primitive: ReadonlySet<unknown> = new Set(["integer", "string", "boolean"]);
const mark = "x-mcp-header";
/** Deeper schemas are not looked into; the parser of messages allows no more. */
const maxDepth = 200;

/** The mapping an input schema asks for, or why it is invalid. */
export function mappingOf(inputSchema: unknown): HeaderMapping | string {
  const mapping: { path: readonly string[]; name: string }[] = [];
  const problem = collect(inputSchema, [], true, mapping, new Set(), 0);
  return problem ?? mapping;
}

/** The headers `Mcp-Param-…` of one call; arguments that are absent or null have none. */
export function paramHeaders(mapping: HeaderMapping, args: unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { path, name } of mapping) {
    const value = path.reduce<unknown>(
      (at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
      args,
    );
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      headers[`mcp-param-${name.toLowerCase()}`] = headerValue(String(value));
    }
  }
  return headers;
}

function collect(
  schema: unknown,
  path: readonly string[],
  reachable: boolean,
  mapping: { path: readonly string[]; name: string }[],
  names: Set<string>,
  depth: number,
): string | undefined {
  if (depth > maxDepth || typeof schema !== "object" || schema === null) {
    return undefined;
  }
  if (isObject(schema) && Object.hasOwn(schema, mark)) {
    const problem = problemOf(schema, path, reachable, names);
    if (problem !== undefined) {
      return problem;
    }
    mapping.push({ path, name: String(schema[mark]) });
  }
  for (const [key, value] of Object.entries(schema)) {
    const problem =
      key === "properties" && isObject(value) && isObject(schema)
        ? firstOf(Object.entries(value), ([name, property]) =>
            collect(property, [...path, name], reachable, mapping, names, depth + 2),
          )
        : dataKeywords.has(key)
          ? undefined
          : collect(value, path, false, mapping, names, depth + 1);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

/** Keywords whose values are data, in which the mark means nothing. */
const dataKeywords: ReadonlySet<string> = new Set(["const", "enum", "default", "examples", mark]);

function problemOf(
  schema: JsonObject,
  path: readonly string[],
  reachable: boolean,
  names: Set<string>,
): string | undefined {
  const name = schema[mark];
  const at = path.length === 0 ? "the root of the schema" : quote(path.join("."));
  if (typeof name !== "string" || !token.test(name)) {
    return `${mark} of ${at} is ${show(name)}, which cannot be part of a header's name`;
  }
  if (!reachable || path.length === 0) {
    return `${mark} ${quote(name)} stands where only \`properties\` may lead to`;
  }
  if (!primitive.has(schema["type"])) {
    return `${mark} ${quote(name)} is on ${at}, whose type is ${show(schema["type"])}; allowed are string, integer and boolean`;
  }
  if (names.has(name.toLowerCase())) {
    return `${mark} ${quote(name)} is used twice`;
  }
  names.add(name.toLowerCase());
  return undefined;
}

function firstOf<T>(
  items: readonly T[],
  problem: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = problem(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
