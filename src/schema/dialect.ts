/** The two dialects of JSON Schema that are judged; the words of draft-06 are a part of those of draft-07. */
export type Dialect = "2020-12" | "draft-07";

const named: Readonly<Record<string, Dialect>> = {
  "https://json-schema.org/draft/2020-12/schema": "2020-12",
  "http://json-schema.org/draft-07/schema": "draft-07",
  "http://json-schema.org/draft-06/schema": "draft-07",
};

/** The dialect a schema names, 2020-12 when it names none (MCP 2025-11-25, basic); undefined for all others. */
export function dialectOf(schema: unknown): Dialect | undefined {
  const name =
    typeof schema === "object" && schema !== null && "$schema" in schema
      ? schema.$schema
      : undefined;
  if (name === undefined) {
    return "2020-12";
  }
  if (typeof name !== "string") {
    return undefined;
  }
  const plain = name
    .replace(/#$/u, "")
    .replace(/^https?:\/\/json-schema\.org\/draft-/u, "http://json-schema.org/draft-");
  return Object.hasOwn(named, plain) ? named[plain] : undefined;
}
