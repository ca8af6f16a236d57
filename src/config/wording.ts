import { closest, distance } from "fastest-levenshtein";
import type { SchemaNode } from "./json-schema.ts";
import type { Path, Tree } from "./tree.ts";

const longestQuote = 60;

/** Text in quotes, cut when long, without line breaks or control characters. */
export function quote(text: string): string {
  const cut = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
  return JSON.stringify(cut);
}

/** What stands there, for a message. What was filled in may be secret: only the text as written is shown. */
export function showValue(tree: Tree): string {
  if (tree.kind !== "scalar") {
    return tree.kind === "map" ? "a map" : "a list";
  }
  if (tree.written !== undefined) {
    return `what was filled in for ${quote(tree.written)}`;
  }
  if (typeof tree.value === "string") {
    return quote(tree.value);
  }
  return tree.value === null ? "nothing" : `the ${typeof tree.value} ${tree.text}`;
}

/** `servers.files.limits.cpus`, `scenarios[0].steps[2]`. */
export function showPath(path: Path): string {
  return path
    .map((key, index) =>
      typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${shortKey(String(key))}`,
    )
    .join("");
}

function shortKey(key: string): string {
  return /^[\w$-]{1,60}$/.test(key) ? key : quote(key);
}

/** The candidate a slip of the fingers away from `word`. */
export function nearest(word: string, all: readonly string[]): string | undefined {
  // Every problem may ask: what is compared stays small.
  const candidates = all.slice(0, 200);
  if (candidates.length === 0 || word.length > 200) {
    return undefined;
  }
  const best = closest(word.toLowerCase(), candidates);
  return distance(word.toLowerCase(), best) <= Math.max(2, Math.floor(best.length / 3))
    ? best
    : undefined;
}

/** `Did you mean "command"? Allowed here: …` */
export function suggestion(word: string, candidates: readonly string[]): string {
  const best = nearest(word, candidates);
  const all = candidates.slice(0, 30).join(", ");
  const allowed = all === "" ? "" : `Allowed here: ${all}.`;
  return [best === undefined ? "" : `Did you mean ${quote(best)}?`, allowed].join(" ").trim();
}

/** What the schema allows, in words. */
export function showExpected(nodes: readonly SchemaNode[]): string {
  const words = [...new Set(nodes.map(expected))];
  return words.length === 0 ? "something else" : words.join(" or ");
}

function expected(node: SchemaNode): string {
  if ("const" in node) {
    return JSON.stringify(node.const);
  }
  if (node.enum) {
    return `one of ${node.enum.map(String).join(", ")}`;
  }
  if (node.title) {
    return `a ${node.title}`;
  }
  const word = typeWords[node.type ?? ""] ?? "any value";
  return node.type === "integer" || node.type === "number" ? word + showRange(node) : word;
}

const typeWords: Readonly<Record<string, string>> = {
  integer: "a whole number",
  number: "a number",
  string: "text",
  boolean: "true or false",
  object: "a map",
  array: "a list",
  null: "nothing",
};

function showRange({ minimum, maximum }: SchemaNode): string {
  const known = minimum !== undefined && maximum !== undefined;
  return known && Math.abs(minimum) < Number.MAX_SAFE_INTEGER
    ? ` from ${minimum} to ${maximum}`
    : "";
}
