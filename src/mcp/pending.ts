import { Fault } from "../fault/index.ts";
import { tokenIn } from "./progress.ts";
import { count, quote } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";
import type { Reply, RequestOptions, RpcError } from "./session.ts";
import type { Outgoing, WireMessage } from "./wire.ts";

/** A request that waits for its answer. */
export interface Pending {
  readonly id: number;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>> | undefined;
  readonly timeoutMs: number;
  readonly startedMs: number;
  /** Infinity for a stream that has begun. */
  deadlineMs: number;
  /** Under which its progress is told. */
  readonly token: number | string | undefined;
  /** The answer is to be thrown away. */
  readonly dropped: boolean;
  /** We have asked of our own accord. */
  readonly own: boolean;
  outgoing: Outgoing | undefined;
  /** HTTP status of the answer, once it is known. */
  status: number | undefined;
  resolve: (reply: Reply) => void;
  reject: (error: unknown) => void;
}

/** A request that is about to be sent, and the promise of its reply. */
export function newPending(
  id: number,
  method: string,
  params: Readonly<Record<string, unknown>> | undefined,
  { timeoutMs, fault, own = false }: RequestOptions,
  startedMs: number,
): { readonly pending: Pending; readonly promise: Promise<Reply> } {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const pending: Pending = {
    id,
    method,
    params,
    timeoutMs,
    startedMs,
    deadlineMs: startedMs + timeoutMs,
    token: tokenIn(params),
    dropped: fault?.kind === "drop_response",
    own,
    outgoing: undefined,
    status: undefined,
    resolve,
    reject,
  };
  return { pending, promise };
}

/** The part of a request that its answer is told to. */
export type Settling = Pick<
  Pending,
  "method" | "params" | "startedMs" | "status" | "resolve" | "reject"
>;

/** What a request is called in messages: `tools/call "echo"`. */
export function labelOf(
  method: string,
  params: Readonly<Record<string, unknown>> | undefined,
): string {
  const name = params?.["name"] ?? params?.["uri"];
  return typeof name === "string" ? `${method} ${quote(name)}` : method;
}

/** The same for a request under way; made only when something is to be said about it. */
export function called(pending: Settling): string {
  return labelOf(pending.method, pending.params);
}

/** Settles a request with the message that answers it; returns what is wrong with the message, if anything. */
export function settle(
  pending: Settling,
  message: JsonObject,
  text: string,
  bytes: number,
  receivedMs: number,
): string | undefined {
  const problem = problemOf(message);
  const durationMs = receivedMs - pending.startedMs;
  const { status } = pending;
  const about = status === undefined ? { durationMs, bytes } : { durationMs, bytes, status };
  if (problem !== undefined) {
    pending.reject(
      new Fault(
        "PROTOCOL_VIOLATION",
        `The answer to ${called(pending)} ${problem}: ${quote(text)}`,
      ),
    );
  } else if (Object.hasOwn(message, "result")) {
    pending.resolve({ kind: "result", result: message["result"], ...about });
  } else {
    // Checked by problemOf: an object with an integer code and a text.
    pending.resolve({ kind: "error", error: message["error"] as RpcError, ...about });
  }
  return problem;
}

/** `cause`: why no answer could come, if that is known. */
export function timedOut(pending: Pending, server: string, cause?: string): Fault {
  const { outgoing } = pending;
  const stuck =
    outgoing !== undefined && outgoing.state !== "written"
      ? `; the server has not read the request from its stdin (${count(outgoing.bytes)} bytes wait to be written)`
      : "";
  return new Fault(
    "CALL_TIMED_OUT",
    `Server "${server}" did not answer ${called(pending)} within ${count(Math.ceil(pending.timeoutMs))} ms${cause === undefined ? stuck : `: ${cause}`}.`,
  );
}

/** What a request ends with whose answer we have thrown away. */
export function thrownAway(pending: Pending, bytes: number, server: string): Fault {
  return new Fault(
    "CALL_TIMED_OUT",
    `The answer of server "${server}" to ${called(pending)} (${count(bytes)} bytes) was thrown away, as the step's fault drop_response asks.`,
  );
}

export function interrupted(label: string, signal: AbortSignal): Fault {
  return new Fault("INTERRUPTED", `${label} was interrupted before its answer came.`, {
    cause: signal.reason,
  });
}

/** What the wire is given; HTTP repeats some of it in headers. */
export function messageOf(
  { id, method, params, own }: Pending,
  text: string,
  headers: Readonly<Record<string, string>> | undefined,
): WireMessage {
  const name = params?.["name"] ?? params?.["uri"] ?? params?.["taskId"];
  return {
    text,
    id,
    method,
    own,
    ...(typeof name === "string" && { name }),
    ...(headers !== undefined && { headers }),
  };
}

function problemOf(message: JsonObject): string | undefined {
  const hasResult = Object.hasOwn(message, "result");
  if (!Object.hasOwn(message, "error")) {
    return hasResult ? undefined : `has neither "result" nor "error"`;
  }
  if (hasResult) {
    return `has both "result" and "error"`;
  }
  const error = message["error"];
  if (!isObject(error)) {
    return `has an "error" that is no object`;
  }
  if (!Number.isInteger(error["code"])) {
    return `has an error without an integer "code"`;
  }
  if (typeof error["message"] !== "string") {
    return `has an error without a text as "message"`;
  }
  return undefined;
}
