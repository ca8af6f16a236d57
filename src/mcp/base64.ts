import { isObject, type JsonObject } from "./reading.ts";

/** Where a result holds binary content that is no base64 (RFC 4648, 4): the way to it; undefined when all is well. */
export function badBase64(method: string, result: JsonObject): string | undefined {
  const [key, ways] = places[method] ?? ["", []];
  const entries = result[key];
  if (!Array.isArray(entries)) {
    return undefined;
  }
  for (const [index, entry] of entries.entries()) {
    for (const way of ways) {
      const value = at(entry, way);
      if (typeof value === "string" && !isBase64(value)) {
        return [`${key}[${index}]`, ...way].join(".");
      }
    }
  }
  return undefined;
}

const block = [["data"], ["resource", "blob"]];
const places: Readonly<Record<string, readonly [string, readonly (readonly string[])[]]>> = {
  "tools/call": ["content", block],
  "resources/read": ["contents", [["blob"]]],
  "prompts/get": ["messages", block.map((way) => ["content", ...way])],
};

/** Line breaks, the alphabet of file names and missing padding are refused: not every client reads them. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/u.test(text);
}

function at(entry: unknown, way: readonly string[]): unknown {
  return way.reduce((place: unknown, key) => (isObject(place) ? place[key] : undefined), entry);
}
