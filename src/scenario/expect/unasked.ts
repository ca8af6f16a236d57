import type { LoadedStep } from "../../config/index.ts";
import type { RpcError } from "../../mcp/index.ts";
import { textOf } from "./content.ts";
import type { Answer } from "./evidence.ts";
import { member } from "./member.ts";
import { isToolError } from "./place.ts";
import type { Show } from "./show.ts";

/** A failure that no expectation asked about. */
export interface UnaskedFailure {
  readonly place: "is_error" | "error" | "exit_code" | "$.exists";
  readonly expected: string;
  readonly actual: string;
  readonly reason: string;
}

type Step = Pick<LoadedStep, "action" | "expectations">;

/**
 * What fails an answer whose step says nothing about errors: a JSON-RPC error, a tool result with isError, a command
 * that did not exit with 0, or a file that is not there.
 *
 * Naming any `error` place speaks for JSON-RPC errors, naming `is_error` for both, naming `exit_code` for the command, `$.exists` for
 * the file.
 * A request that the step itself cancelled, or whose answer its fault dropped, is no failure.
 */
export function unaskedFailure(step: Step, answer: Answer, show: Show): UnaskedFailure | undefined {
  const places = step.expectations.map((expectation) => expectation.place);
  if (places.includes("is_error")) {
    return undefined;
  }
  if (answer.kind === "result") {
    const { verb } = step.action;
    if (verb === "read_file") {
      return missingFile(step, answer.result, places);
    }
    return verb === "exec"
      ? failedCommand(answer.result, places, show)
      : failedTool(step, answer.result, show);
  }
  if (answer.kind !== "error") {
    return undefined;
  }
  if (places.some((place) => place === "error" || place.startsWith("error."))) {
    return undefined;
  }
  const reason = rpcErrorReason(step, answer.error, show);
  return { place: "error", expected: "false", actual: "true", reason };
}

function failedTool(step: Step, result: unknown, show: Show): UnaskedFailure | undefined {
  return isToolError(result)
    ? {
        place: "is_error",
        expected: "false",
        actual: "true",
        reason: toolErrorReason(step, result, show),
      }
    : undefined;
}

function failedCommand(
  result: unknown,
  places: readonly string[],
  show: Show,
): UnaskedFailure | undefined {
  const code = member(result, "exit_code");
  if (code === 0 || code === undefined || places.includes("exit_code")) {
    return undefined;
  }
  const said = member(result, "stderr");
  const why = typeof said === "string" && said.trim() !== "" ? `: ${show(said)}` : "";
  const reason = `the command exited with ${show(code)}${why}`;
  return { place: "exit_code", expected: "0", actual: show(code), reason };
}

function missingFile(
  { action }: Step,
  result: unknown,
  places: readonly string[],
): UnaskedFailure | undefined {
  if (member(result, "exists") !== false || places.includes("$.exists")) {
    return undefined;
  }
  const reason = `the container has no file ${action.target}`;
  return { place: "$.exists", expected: "true", actual: "false", reason };
}

function toolErrorReason(step: Step, result: unknown, show: Show): string {
  const text = textOf(result);
  if (text === undefined) {
    return `tool error without text: ${show(result)}`;
  }
  return isUnknownTool(step, text)
    ? `tool not found: ${step.action.target} (the server says ${show(text)})`
    : `tool error: ${show(text)}`;
}

function rpcErrorReason(step: Step, error: RpcError, show: Show): string {
  const said = `JSON-RPC error ${error.code}: ${show(error.message)}`;
  if (isUnknownTool(step, error.message)) {
    return `tool not found: ${step.action.target} (the server says ${said})`;
  }
  return error.code === -32601 ? `method not found (${said})` : said;
}

/** Servers say it as error -32602 or, before that was settled, as a tool result; only the words are common. */
const unknownToolWords =
  /\bunknown tool\b|\bno such tool\b|\btool\b.{0,300}\b(?:not found|does not exist)\b/is;

function isUnknownTool(step: Step, text: string): boolean {
  return (
    step.action.verb === "call" &&
    text.includes(step.action.target) &&
    unknownToolWords.test(text.slice(0, 1_000))
  );
}
