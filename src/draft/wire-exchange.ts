import type { WireRow } from "../record/index.ts";
import { isSchema as isObject, type Schema as JsonObject, member } from "./schema-parts.ts";

/** Something a client said to a server, and what came of it. */
export type Exchange =
  | {
      readonly kind: "request";
      readonly method: string;
      readonly params: JsonObject;
      readonly answer: Answer | undefined;
    }
  | { readonly kind: "notification"; readonly method: string; readonly params: JsonObject }
  /** Something a step cannot repeat, said in a comment. */
  | { readonly kind: "remark"; readonly text: string };

export type Answer = { readonly result: unknown } | { readonly error: JsonObject };

/** A message as the record keeps it. */
export type SaidRow = Pick<WireRow, "direction" | "own" | "text" | "truncated">;

/**
 * What was said over one wire, in the order it was sent, each request with its answer. What we have sent of our own
 * accord (the handshake, lists to judge by) is left out.
 */
export function exchangesOf(rows: Iterable<SaidRow>): Exchange[] {
  const exchanges: Exchange[] = [];
  const open = new Map<unknown, number>();
  for (const { direction, own, text, truncated } of rows) {
    const message = parsed(text);
    const method = member(message, "method");
    if (message === undefined) {
      if (direction === "sent") {
        exchanges.push(
          remark(
            `a message was sent here that ${truncated ? "is too long to repeat" : "is no JSON object"}`,
          ),
        );
      }
    } else if (direction === "received") {
      take(message, method);
    } else if (own) {
      // A new session counts its ids anew.
      open.delete(member(message, "id"));
    } else if (typeof method === "string") {
      send(message, method);
    }
  }
  return exchanges;

  function send(message: JsonObject, method: string): void {
    const params = withoutMeta(member(message, "params"));
    const id = member(message, "id");
    if (id === undefined) {
      exchanges.push({ kind: "notification", method, params });
      return;
    }
    open.set(id, exchanges.length);
    exchanges.push({ kind: "request", method, params, answer: undefined });
  }

  function take(message: JsonObject, method: unknown): void {
    const id = member(message, "id");
    if (typeof method === "string") {
      if (id !== undefined) {
        exchanges.push(remark(`the server asked for ${method} here`));
      }
      return;
    }
    const at = open.get(id);
    const asked = at === undefined ? undefined : exchanges[at];
    if (at === undefined || asked?.kind !== "request") {
      return;
    }
    open.delete(id);
    const error = member(message, "error");
    const answer = isObject(error) ? { error } : { result: member(message, "result") };
    exchanges[at] = { ...asked, answer };
  }
}

/** `_meta` of the modern revisions says what the session says anyway; a progress token is of one session only. */
function withoutMeta(params: unknown): JsonObject {
  if (!isObject(params)) {
    return {};
  }
  const { _meta, ...rest } = params;
  return rest;
}

function remark(text: string): Exchange {
  return { kind: "remark", text };
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
