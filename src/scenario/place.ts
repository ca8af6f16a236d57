import type { Reply } from "../mcp/index.ts";
import { valuesAt } from "./json-path.ts";
import type { Show } from "./show.ts";

/** What stands at a place of an answer, or why nothing does. */
export type Found =
  | { readonly found: true; readonly value: unknown }
  | { readonly found: false; readonly why: string };

/** Looks up a place (`text`, `error.code`, …, or a JSONPath into the result) in an answer. */
export async function lookUp(place: string, reply: Reply, show: Show): Promise<Found> {
  switch (place) {
    case "duration":
      return present(reply.durationMs);
    case "bytes":
      return present(reply.bytes);
    case "error":
      return present(reply.kind === "error");
    case "error.code":
      return reply.kind === "error" ? present(reply.error.code) : absent("no JSON-RPC error");
    case "error.message":
      return reply.kind === "error" ? present(reply.error.message) : absent("no JSON-RPC error");
    default:
      if (reply.kind === "cancelled") {
        return absent("no result: the call was cancelled");
      }
      return reply.kind === "error"
        ? absent(`no result but JSON-RPC error ${reply.error.code}: ${show(reply.error.message)}`)
        : lookUpInResult(place, reply.result, show);
  }
}

/** All text blocks of a tool result, joined by newlines; undefined when there is none. */
export function textOf(result: unknown): string | undefined {
  const content = member(result, "content");
  if (!Array.isArray(content)) {
    return undefined;
  }
  const texts = content
    .filter((block) => member(block, "type") === "text")
    .map((block) => member(block, "text"))
    .filter((text) => typeof text === "string");
  return texts.length === 0 ? undefined : texts.join("\n");
}

/** Whether a tool result says that the tool failed. */
export function isToolError(result: unknown): boolean {
  return member(result, "isError") === true;
}

async function lookUpInResult(place: string, result: unknown, show: Show): Promise<Found> {
  if (place.startsWith("$")) {
    const values = await valuesAt(place, result);
    if (values.length === 0) {
      return absent(`nothing found in ${show(result)}`);
    }
    return present(values.length === 1 ? values[0] : values);
  }
  switch (place) {
    case "text": {
      const text = textOf(result);
      return text === undefined ? absent(`no text in ${show(result)}`) : present(text);
    }
    case "is_error":
      return present(isToolError(result));
    case "structured": {
      const structured = member(result, "structuredContent");
      return structured === undefined ? absent("no structuredContent") : present(structured);
    }
    default:
      return absent(`no place called ${place}`);
  }
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function present(value: unknown): Found {
  return { found: true, value };
}

function absent(why: string): Found {
  return { found: false, why };
}
