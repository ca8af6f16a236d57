import type { Action, JsonRecord, LoadedStep } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";
import type { Received, Reply, RequestOptions, Session } from "../../mcp/index.ts";
import { requestOf, withMeta } from "./request-params.ts";
import type { ServerAction } from "./server-action.ts";

/** An action over MCP. */
export type SessionAction = Exclude<Action, ServerAction>;

/** What a step sets for its request, filled in. */
export interface ActOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly meta?: JsonRecord;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cancelAfterMs?: number;
  readonly input: LoadedStep["input"];
  readonly fault?: NonNullable<LoadedStep["fault"]>;
  readonly onProgress?: (params: Readonly<Record<string, unknown>>) => void;
  /** Waits for a message of the server. */
  readonly waitFor: (action: Extract<Action, { verb: "wait_for" }>) => Promise<Received>;
}

/** The answer to a request, or what stands for it where nothing is answered. */
export type Acted = Reply | { readonly kind: "value"; readonly value: unknown };

const nothing: Acted = { kind: "value", value: null };

/**
 * Does an action over a session.
 *
 * Rejects with what the session does (CALL_TIMED_OUT, SESSION_CLOSED, PROTOCOL_VIOLATION).
 */
export async function act(
  action: SessionAction,
  session: Session,
  given: ActOptions,
): Promise<Acted> {
  const options = requestOptions(given);
  switch (action.verb) {
    case "call":
      return action.task === undefined
        ? request(action, session, given, options)
        : session.callAsTask(requestOf(action, given.meta).params ?? {}, {
            ...options,
            ...action.task,
          });
    case "prompt":
    case "complete":
      return request(action, session, given, options);
    case "read":
      return request({ verb: "read", target: action.target }, session, given, options);
    case "request": {
      const { target, params } = action;
      return request({ verb: "request", target, params }, session, given, options);
    }
    case "list":
      return list(action, session, given, options);
    case "ping":
      return session.ping(options);
    case "subscribe":
      return session.subscribe(action.target, options);
    case "unsubscribe":
      return session.unsubscribe(action.target, options);
    case "set_log_level":
      return session.setLogLevel(action.target, options);
    case "listen":
      return session.listen(action.filter, options);
    case "unlisten":
      await session.stopListening(options);
      return nothing;
    case "notify": {
      const { headers } = given;
      // Raw params may be anything, also what no notification may have.
      const params = withMeta(action.params as Record<string, unknown> | undefined, given.meta);
      await session.notify(action.target, params, headers === undefined ? {} : { headers });
      return nothing;
    }
    case "send_raw":
      return (await sendRaw(action, session, given)) ?? nothing;
    case "wait_for":
      return { kind: "value", value: (await given.waitFor(action)).params };
    default:
      return action satisfies never;
  }
}

function requestOptions(given: ActOptions): RequestOptions {
  const { timeoutMs, signal, headers, cancelAfterMs, input, fault, onProgress } = given;
  return {
    timeoutMs,
    signal,
    rounds: input,
    ...(headers !== undefined && { headers }),
    ...(cancelAfterMs !== undefined && { cancelAfterMs }),
    ...(fault !== undefined && { fault }),
    ...(onProgress !== undefined && { onProgress }),
  };
}

function request(
  action: Parameters<typeof requestOf>[0],
  session: Session,
  given: ActOptions,
  options: RequestOptions,
): Promise<Reply> {
  const { method, params } = requestOf(action, given.meta);
  return session.request(method, params, options);
}

const listMethods = {
  tools: "tools/list",
  resources: "resources/list",
  resource_templates: "resources/templates/list",
  prompts: "prompts/list",
  tasks: "tasks/list",
} as const;

function list(
  action: Extract<Action, { verb: "list" }>,
  session: Session,
  given: ActOptions,
  options: RequestOptions,
): Promise<Reply> {
  const cursor = action.cursor === undefined ? {} : { cursor: action.cursor };
  if (given.meta === undefined) {
    return session.list(action.target, { ...options, pages: action.pages, ...cursor });
  }
  if (action.pages === "all") {
    throw new Fault("RUN_FILE_INVALID", "A list with `meta` needs `pages: one`");
  }
  return session.request(listMethods[action.target], withMeta(cursor, given.meta), options);
}

function sendRaw(
  action: Extract<Action, { verb: "send_raw" }>,
  session: Session,
  { timeoutMs, signal }: ActOptions,
): Promise<Reply | undefined> {
  const bytes =
    action.base64 === undefined
      ? Buffer.from(action.text ?? "")
      : Buffer.from(action.base64, "base64");
  return session.sendRaw(bytes, {
    timeoutMs,
    signal,
    newline: action.newline,
    ...(action.answer !== undefined && { answer: action.answer }),
  });
}
