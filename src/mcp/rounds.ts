import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { inputProblem } from "./client-capabilities.ts";
import type { ClientSide } from "./client-side.ts";
import type { FindingCode } from "./findings.ts";
import { labelOf } from "./pending.ts";
import { count, quote, show } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";
import type { Reply, RequestOptions } from "./session.ts";

export interface Asking {
  readonly clock: Clock;
  readonly client: ClientSide | undefined;
  request(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Promise<Reply>;
  readonly report: (code: FindingCode, message: () => string) => void;
}

/** More rounds than this are taken for a server that never has enough. */
const maxRounds = 10;
/** The only requests whose results may ask for input (revision 2026-07-28, basic/patterns/mrtr). */
const mayAsk: ReadonlySet<string> = new Set(["tools/call", "prompts/get", "resources/read"]);

/** Whether a result of the modern era asks for input instead of being one. */
export function asksForInput(
  reply: Reply,
): reply is Reply & { readonly kind: "result"; readonly result: JsonObject } {
  return (
    reply.kind === "result" &&
    isObject(reply.result) &&
    reply.result["resultType"] === "input_required"
  );
}

/**
 * Answers what a result asks for and sends the request anew, under a new id and with the server's state as it came,
 * until a result is complete. The timeout is for all rounds together.
 *
 * What cannot be answered ends the rounds: the reply then is the result that asks.
 */
export async function playRounds(
  method: string,
  params: Record<string, unknown> | undefined,
  options: RequestOptions,
  first: Reply,
  asking: Asking,
): Promise<Reply> {
  const { clock } = asking;
  const startedMs = clock.monotonicMs() - first.durationMs;
  const label = labelOf(method, params);
  let reply = first;
  let { bytes } = first;
  let rounds = 0;
  while (asksForInput(reply)) {
    const { requestState, inputRequests } = reply.result;
    if (!mayAsk.has(method)) {
      asking.report(
        "misplaced-input",
        () => `${label} asks for input, which only tools/call, prompts/get and resources/read may`,
      );
      break;
    }
    if (rounds === maxRounds) {
      asking.report(
        "endless-rounds",
        () =>
          `${label} still asks for input after ${count(maxRounds)} rounds; they were ended there`,
      );
      break;
    }
    if (inputRequests === undefined && requestState === undefined) {
      asking.report(
        "result-schema",
        () =>
          `the answer to ${label} asks for input and has neither "inputRequests" nor "requestState"`,
      );
      break;
    }
    const spentMs = clock.monotonicMs() - startedMs;
    const left = { ...options, ...leftOf(options, spentMs) };
    const inputResponses =
      inputRequests === undefined ? {} : await answerInputs(label, inputRequests, left, asking);
    if (inputResponses === undefined) {
      break;
    }
    rounds += 1;
    const again = {
      ...params,
      ...(inputRequests === undefined ? {} : { inputResponses }),
      ...(requestState === undefined ? {} : { requestState }),
    };
    const sentMs = clock.monotonicMs();
    reply = await asking.request(method, again, {
      ...options,
      ...leftOf(options, sentMs - startedMs),
    });
    bytes += reply.bytes;
  }
  const durationMs = clock.monotonicMs() - startedMs;
  return rounds === 0 ? reply : { ...reply, rounds, bytes, durationMs };
}

/** The answers to a map of input requests; undefined when one of them has none. */
export async function answerInputs(
  label: string,
  inputRequests: unknown,
  { timeoutMs, signal }: RequestOptions,
  asking: Asking,
): Promise<Record<string, unknown> | undefined> {
  if (!isObject(inputRequests)) {
    asking.report(
      "result-schema",
      () => `the answer to ${label} has no object as "inputRequests": ${show(inputRequests)}`,
    );
    return undefined;
  }
  const done = new AbortController();
  const signals = signal === undefined ? done.signal : AbortSignal.any([signal, done.signal]);
  const responses: [string, unknown][] = [];
  try {
    for (const [key, input] of Object.entries(inputRequests)) {
      const method = isObject(input) ? input["method"] : undefined;
      if (!isObject(input) || typeof method !== "string") {
        asking.report(
          "result-schema",
          () => `the answer to ${label} has an input request ${quote(key)} without a "method"`,
        );
        return undefined;
      }
      const response = await answerOne(label, method, input["params"], timeoutMs, signals, asking);
      if (response === undefined) {
        return undefined;
      }
      responses.push([key, response]);
    }
    return Object.fromEntries(responses);
  } finally {
    done.abort();
  }
}

async function answerOne(
  label: string,
  method: string,
  params: unknown,
  timeoutMs: number,
  signal: AbortSignal,
  { client, clock, report }: Asking,
): Promise<Record<string, unknown> | undefined> {
  const problem = inputProblem(method, params, client?.capabilities ?? {});
  if (client === undefined || problem !== undefined) {
    const why = problem?.why ?? "though we declared no capability for it";
    report("undeclared-input", () => `${label} asks for ${quote(method)} ${why}`);
    return undefined;
  }
  const answer = await client.answer(method, params, signal);
  if (answer === undefined) {
    report(
      "unasked-request",
      () => `${label} asks for ${quote(method)} for which no answer is scripted`,
    );
    return undefined;
  }
  if (answer.kind === "silence") {
    await clock.sleep(timeoutMs, signal).catch(() => undefined);
    throw signal.aborted
      ? new Fault("INTERRUPTED", `${label} was interrupted while its input was waited for.`, {
          cause: signal.reason,
        })
      : new Fault(
          "CALL_TIMED_OUT",
          `${label} waited for input (${quote(method)}) that the client side, as scripted, never gives.`,
        );
  }
  return answer.kind === "result" ? answer.result : undefined;
}

/** What is left of the times of a request. */
function leftOf(
  { timeoutMs, cancelAfterMs }: RequestOptions,
  spentMs: number,
): Pick<RequestOptions, "timeoutMs" | "cancelAfterMs"> {
  const left = { timeoutMs: Math.max(0, timeoutMs - spentMs) };
  return cancelAfterMs === undefined
    ? left
    : { ...left, cancelAfterMs: Math.max(0, cancelAfterMs - spentMs) };
}
