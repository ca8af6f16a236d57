import { scanValue } from "./scan.ts";

/** A parsed JSON object; a member named `__proto__` is a member like any other. */
export type JsonObject = Readonly<Record<string, unknown>>;

export interface GluedMessage {
  readonly message: JsonObject;
  readonly text: string;
  /** What stood between it and the message or line start before it. */
  readonly before: string;
}

/** What a line of stdout is. */
export type Reading =
  | { readonly kind: "message"; readonly message: JsonObject }
  | { readonly kind: "batch"; readonly messages: readonly unknown[] }
  | { readonly kind: "glued"; readonly parts: readonly GluedMessage[]; readonly after: string }
  /** Looks like a message and is none; `reason` says why in words. */
  | {
      readonly kind: "unreadable";
      readonly code: "invalid-json" | "too-deep";
      readonly reason: string;
    }
  /** A lone bracket: perhaps the first line of a message printed over several lines. */
  | { readonly kind: "opening" }
  | { readonly kind: "stray" };

/** Nesting no honest message needs; deeper ones exhaust the stack of whoever handles them. */
export const maxDepth = 200;
const maxPartsPerLine = 100;
const messageStart = /\{\s*"(?:jsonrpc|id|method|result|error|params)"\s*:/g;

/** Classifies one line; never throws, whatever the text is. */
export function readLine(text: string): Reading {
  const first = text.charCodeAt(firstCharacter(text));
  const bracket = first === 0x7b || first === 0x5b;
  if (!bracket) {
    return text.includes('"jsonrpc"') ? readGlued(text) : { kind: "stray" };
  }
  // Saves the parser, and its errors, the lines of a JSON logger and of a flood.
  if (!mayBeMessage(text)) {
    const trimmed = text.trim();
    return { kind: trimmed === "{" || trimmed === "[" ? "opening" : "stray" };
  }
  // A value nested deeper than the limit has more characters than this.
  if (text.length > 2 * maxDepth && scanValue(text, 0, maxDepth).depth > maxDepth) {
    return { kind: "unreadable", code: "too-deep", reason: `nests deeper than ${maxDepth} levels` };
  }
  // What a cut-off line costs must be small: an exception of the parser is a thousand times dearer than this look.
  if (!endsWithBracket(text)) {
    return readBroken(text, "it does not end with a bracket");
  }
  try {
    return readValue(JSON.parse(text));
  } catch (error) {
    return readBroken(text, error instanceof Error ? error.message : "");
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an object is meant as a JSON-RPC message; a line of a JSON logger is not. */
export function isMessage(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    (Object.hasOwn(value, "jsonrpc") ||
      (Object.hasOwn(value, "id") &&
        (Object.hasOwn(value, "result") || Object.hasOwn(value, "error"))))
  );
}

function endsWithBracket(text: string): boolean {
  let at = text.length - 1;
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) {
    at -= 1;
  }
  const code = text.charCodeAt(at);
  return code === 0x7d || code === 0x5d;
}

function mayBeMessage(text: string): boolean {
  return (
    text.includes('"jsonrpc"') ||
    (text.includes('"id"') && (text.includes('"result"') || text.includes('"error"')))
  );
}

function readValue(value: unknown): Reading {
  if (isMessage(value)) {
    return { kind: "message", message: value };
  }
  return Array.isArray(value) && value.some(isMessage)
    ? { kind: "batch", messages: value }
    : { kind: "stray" };
}

function readBroken(text: string, parserSays: string): Reading {
  if (!text.includes('"jsonrpc"')) {
    return { kind: "stray" };
  }
  const glued = readGlued(text);
  if (glued.kind === "glued") {
    return glued;
  }
  const { end, inString } = scanValue(text, 0, maxDepth);
  if (end === -1) {
    const where = inString ? "inside a string" : "before its last bracket is closed";
    return {
      kind: "unreadable",
      code: "invalid-json",
      reason: `ends ${where}: it was cut off, or goes on over the next line, but a message is one line`,
    };
  }
  return {
    kind: "unreadable",
    code: "invalid-json",
    reason: `is no JSON (${withoutQuotation(parserSays)})`,
  };
}

/** Finds whole messages among other text of the same line. */
function readGlued(text: string): Reading {
  const parts: GluedMessage[] = [];
  let from = 0;
  messageStart.lastIndex = 0;
  for (let found = messageStart.exec(text); found !== null; found = messageStart.exec(text)) {
    const { end } = scanValue(text, found.index, maxDepth);
    if (end === -1 || parts.length === maxPartsPerLine) {
      break;
    }
    const message = parsed(text.slice(found.index, end));
    if (isMessage(message)) {
      parts.push({
        message,
        text: text.slice(found.index, end),
        before: text.slice(from, found.index),
      });
      from = end;
    }
    messageStart.lastIndex = end;
  }
  return parts.length === 0 ? { kind: "stray" } : { kind: "glued", parts, after: text.slice(from) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The parser's complaint without the piece of text it quotes: findings quote the line themselves. */
function withoutQuotation(parserSays: string): string {
  return parserSays.replace(/,? ?(?:\.\.\.)?".*$/su, "").replace(/ in JSON/u, "");
}

function firstCharacter(text: string): number {
  let at = 0;
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) {
    at += 1;
  }
  return at;
}
