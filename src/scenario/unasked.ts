import type { Reply, RpcError } from "../mcp/index.ts";
import { isToolError, textOf } from "./place.ts";
import type { Show } from "./show.ts";
import type { StepInput } from "./types.ts";

/** A failure that no expectation asked about. */
export interface UnaskedFailure {
  readonly place: "is_error" | "error";
  readonly reason: string;
}

/**
 * What fails an answer whose step says nothing about errors: a JSON-RPC error, or a tool result with isError.
 *
 * Naming any `error` place speaks for JSON-RPC errors, naming `is_error` for both.
 */
export function unaskedFailure(
  step: StepInput,
  reply: Reply,
  show: Show,
): UnaskedFailure | undefined {
  const places = step.expectations.map((expectation) => expectation.place);
  if (places.includes("is_error")) {
    return undefined;
  }
  if (reply.kind === "result") {
    return isToolError(reply.result)
      ? { place: "is_error", reason: toolErrorReason(step, reply.result, show) }
      : undefined;
  }
  if (reply.kind === "cancelled") {
    return undefined;
  }
  if (places.some((place) => place === "error" || place.startsWith("error."))) {
    return undefined;
  }
  return { place: "error", reason: rpcErrorReason(step, reply.error, show) };
}

function toolErrorReason(step: StepInput, result: unknown, show: Show): string {
  const text = textOf(result);
  if (text === undefined) {
    return `tool error without text: ${show(result)}`;
  }
  return isUnknownTool(step, text)
    ? `tool not found: ${step.action.target} (the server says ${show(text)})`
    : `tool error: ${show(text)}`;
}

function rpcErrorReason(step: StepInput, error: RpcError, show: Show): string {
  const said = `JSON-RPC error ${error.code}: ${show(error.message)}`;
  if (isUnknownTool(step, error.message)) {
    return `tool not found: ${step.action.target} (the server says ${said})`;
  }
  return error.code === -32601 ? `method not found (${said})` : said;
}

/** Servers say it as error -32602 or, before that was settled, as a tool result; only the words are common. */
const unknownToolWords =
  /\bunknown tool\b|\bno such tool\b|\btool\b.{0,300}\b(?:not found|does not exist)\b/is;

function isUnknownTool(step: StepInput, text: string): boolean {
  return (
    step.action.verb === "call" &&
    text.includes(step.action.target) &&
    unknownToolWords.test(text.slice(0, 1_000))
  );
}
