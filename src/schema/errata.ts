/** Definitions in which an integer is meant: JSON-RPC and the specification's text say so. */
const integers: ReadonlySet<string> = new Set([
  "RequestId",
  "ProgressToken",
  "JSONRPCError",
  "Error",
]);

/**
 * The published definitions without what is known to be wrong in them.
 *
 * They are made from TypeScript, which counts; there `number` became `integer` nearly everywhere (the `minimum: 0.5`
 * of an elicitation is refused), and of JSON's values null and fractions are missing.
 */
export function corrected<Definitions extends object>(definitions: string): Definitions {
  const all = JSON.parse(definitions) as Record<string, unknown>;
  for (const name of Object.keys(all)) {
    if (!integers.has(name) && !name.endsWith("Error")) {
      all[name] = withNumbers(all[name]);
    }
  }
  if (Object.hasOwn(all, "JSONValue")) {
    all["JSONValue"] = true;
  }
  // Our own data: the caller names the shape it has.
  return all as Definitions;
}

function withNumbers(part: unknown): unknown {
  if (Array.isArray(part)) {
    return part.map(withNumbers);
  }
  if (typeof part !== "object" || part === null) {
    return part === "integer" ? "number" : part;
  }
  return Object.fromEntries(
    // Where a schema of a user may be named `integer`, as in the type of a number asked for, it is a constant.
    Object.entries(part).map(([key, value]: [string, unknown]) => [
      key,
      key === "enum" || key === "const" ? value : withNumbers(value),
    ]),
  );
}
