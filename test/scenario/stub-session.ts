import { systemClock } from "../../src/clock/index.ts";
import type { Action, Predicate } from "../../src/config/index.ts";
import { Fault } from "../../src/fault/index.ts";
import type { Reply, Session } from "../../src/mcp/session.ts";
import {
  runScenario,
  type ScenarioInput,
  type ScenarioResult,
  type StepInput,
} from "../../src/scenario/index.ts";

export interface Request {
  readonly method: string;
  readonly params: unknown;
  readonly timeoutMs: number;
}

export interface StubSession extends Session {
  readonly requests: readonly Request[];
}

/** A session that answers from a function instead of a server. */
export function stubSession(answer: (request: Request) => Reply | Promise<Reply>): StubSession {
  const requests: Request[] = [];
  const ask = async (method: string, params: unknown, timeoutMs: number): Promise<Reply> => {
    const request = { method, params, timeoutMs };
    requests.push(request);
    return answer(request);
  };
  return {
    requests,
    revision: "2025-11-25",
    era: "legacy",
    serverInfo: { name: "stub", version: "1" },
    capabilities: {},
    request: (method, params, options) => ask(method, params, options.timeoutMs),
    notify: async () => undefined,
    list: (kind, options) => ask(`list ${kind}`, undefined, options.timeoutMs),
    ping: (options) => ask("ping", undefined, options.timeoutMs),
    transport: "stdio",
    instructions: null,
    inbox: {
      seq: 0,
      counts: new Map(),
      since: () => [],
      next: () => Promise.reject(new Fault("CALL_TIMED_OUT", "a stub says nothing unasked")),
    },
    sendRaw: (_bytes, options) => ask("raw", undefined, options.timeoutMs),
    subscribe: (uri, options) => ask("subscribe", { uri }, options.timeoutMs),
    unsubscribe: (uri, options) => ask("unsubscribe", { uri }, options.timeoutMs),
    listen: (filter, options) => ask("listen", filter, options.timeoutMs),
    stopListening: async () => undefined,
    setLogLevel: (level, options) => ask("set level", { level }, options.timeoutMs),
    callAsTask: (params, options) => ask("task", params, options.timeoutMs),
    close: async () => undefined,
  };
}

export function result(value: unknown, durationMs = 5, bytes = 100): Reply {
  return { kind: "result", result: value, durationMs, bytes };
}

export function rpcError(code: number, message: string): Reply {
  return { kind: "error", error: { code, message }, durationMs: 5, bytes: 100 };
}

export function text(value: string): Reply {
  return result({ content: [{ type: "text", text: value }] });
}

/** A step as the run file's reader gives it. `expect` is place → predicate → expected. */
export function step(
  parts: Partial<Omit<StepInput, "expectations" | "action" | "timeoutMs">> & {
    readonly call?: string;
    readonly list?: "tools";
    readonly with?: Readonly<Record<string, unknown>>;
    readonly timeout?: number;
    readonly expect?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  },
): StepInput {
  const { expect = {}, call, list, with: given = {}, timeout = 1_000, ...rest } = parts;
  const expectations = Object.entries(expect).flatMap(([place, predicates], nth) =>
    Object.entries(predicates).map(([predicate, expected]) => ({
      place,
      predicate: { name: predicate, value: expected } as Predicate,
      at: { line: 20 + nth, column: 9 },
    })),
  );
  return {
    name: call === undefined ? "ping" : `call ${call}`,
    action: actionOf(call, list, given),
    server: "one",
    capture: {},
    timeoutMs: timeout,
    at: { line: 10, column: 5 },
    expectations,
    ...rest,
  };
}

function actionOf(
  call: string | undefined,
  list: "tools" | undefined,
  given: Readonly<Record<string, unknown>>,
): Action {
  if (call !== undefined) {
    return { verb: "call", target: call, arguments: given };
  }
  return list === undefined
    ? { verb: "ping", target: "" }
    : { verb: "list", target: list, pages: "all" };
}

export interface PlayOptions {
  readonly signal?: AbortSignal;
  readonly redact?: (text: string) => string;
  readonly onStep?: (result: ScenarioResult["steps"][number]) => void;
}

export function play(
  steps: readonly StepInput[],
  session: Session | ((server: string) => Session | Promise<Session>),
  options: PlayOptions = {},
): Promise<ScenarioResult> {
  const scenario: ScenarioInput = { name: "scenario", steps };
  return runScenario(scenario, {
    clock: systemClock,
    signal: new AbortController().signal,
    onStep: () => undefined,
    ...options,
    session: typeof session === "function" ? session : () => session,
  });
}

/** The outcome of one step against one answer. */
export async function judgeOne(
  parts: Parameters<typeof step>[0],
  reply: Reply,
): Promise<ScenarioResult["steps"][number]> {
  const played = await play(
    [step({ call: "tool", ...parts })],
    stubSession(() => reply),
  );
  const [only] = played.steps;
  if (only === undefined) {
    throw new Error("a scenario of one step has one result");
  }
  return only;
}
