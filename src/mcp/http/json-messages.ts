import { isMessage, type JsonObject, maxDepth } from "../reading.ts";
import { scanValue } from "../scan.ts";

/** What a body or the data of an event is. */
export type JsonMessages =
  | { readonly kind: "message"; readonly message: JsonObject }
  | { readonly kind: "batch"; readonly messages: readonly JsonObject[] }
  | {
      readonly kind: "unreadable";
      readonly code: "invalid-json" | "too-deep";
      readonly reason: string;
    }
  /** JSON, but no JSON-RPC message. */
  | { readonly kind: "foreign" };

/** Reads text that is to be one JSON-RPC message; never throws. */
export function readMessages(text: string): JsonMessages {
  const start = text.search(/[{[]/u);
  if (
    start !== -1 &&
    text.length > 2 * maxDepth &&
    scanValue(text, start, maxDepth).depth > maxDepth
  ) {
    return { kind: "unreadable", code: "too-deep", reason: `nests deeper than ${maxDepth} levels` };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "unreadable", code: "invalid-json", reason: "is no JSON" };
  }
  if (isMessage(value)) {
    return { kind: "message", message: value };
  }
  const messages = Array.isArray(value) ? value.filter(isMessage) : [];
  return messages.length > 0 ? { kind: "batch", messages } : { kind: "foreign" };
}
