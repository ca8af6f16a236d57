import { systemClock } from "../../src/clock/index.ts";
import type {
  Action,
  Expectation,
  Predicate,
  LoadedStep as StepInput,
} from "../../src/config/index.ts";
import { Fault } from "../../src/fault/index.ts";
import type { Reply, Session } from "../../src/mcp/session.ts";
import {
  createAnswerBook,
  runScenario,
  type ScenarioDeps,
  type ScenarioInput,
  type ScenarioResult,
  type ServerHandle,
  type SnapshotStore,
  type StepResult,
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

type Parts = Partial<StepInput> & {
  readonly call?: string;
  readonly list?: "tools";
  readonly with?: Readonly<Record<string, unknown>>;
  /** place → predicate with a value → value. */
  readonly expect?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** A step as the run file's reader gives it. */
export function step(parts: Parts): StepInput {
  const { expect = {}, call, list, with: given = {}, ...rest } = parts;
  const expectations = Object.entries(expect).flatMap(([place, predicates], nth) =>
    Object.entries(predicates).map(([name, value]) =>
      // A test names a predicate that goes with its value.
      expectation(place, { name, value } as Predicate, 20 + nth),
    ),
  );
  return {
    name: call === undefined ? "ping" : `call ${call}`,
    action: actionOf(call, list, given),
    server: "one",
    capture: {},
    timeoutMs: 1_000,
    progress: false,
    input: "auto",
    repeat: 1,
    parallel: 1,
    answers: [],
    at: { line: 10, column: 5 },
    expectations,
    ...rest,
  };
}

export function expectation(place: string, predicate: Predicate, line = 20): Expectation {
  return { place, predicate, at: { line, column: 9 } };
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
  readonly onStep?: (result: StepResult) => void;
  readonly onFinding?: NonNullable<ScenarioDeps["onFinding"]>;
  readonly snapshots?: SnapshotStore;
  readonly scenario?: Partial<Omit<ScenarioInput, "steps">>;
}

/** A scenario's result with the results of its steps, as they were handed over. */
export interface Played extends ScenarioResult {
  readonly steps: readonly StepResult[];
}

/** A server that is its session and nothing else. */
export function handleOf(
  session: () => Session | Promise<Session>,
  given: Partial<ServerHandle> = {},
): ServerHandle {
  const missing = (): Promise<never> =>
    Promise.reject(new Fault("INTERNAL", "no such server verb"));
  return {
    session,
    verb: missing,
    stderrMark: () => 0,
    stderrSince: () => "",
    memoryBytes: missing,
    answers: createAnswerBook({
      rules: [],
      capabilities: {},
      show: (value) => JSON.stringify(value),
    }),
    ...given,
  };
}

type Server = Session | ((server: string) => Session | Promise<Session>);

export function play(
  steps: readonly StepInput[],
  session: Server,
  options: PlayOptions = {},
): Promise<Played> {
  const of = typeof session === "function" ? session : () => session;
  const handles = new Map<string, ServerHandle>();
  return playWith(
    steps,
    (name) => {
      const handle = handles.get(name) ?? handleOf(async () => of(name));
      handles.set(name, handle);
      return handle;
    },
    options,
  );
}

export async function playWith(
  steps: readonly StepInput[],
  server: (name: string) => ServerHandle,
  { scenario, onStep, ...options }: PlayOptions = {},
): Promise<Played> {
  const told: StepResult[] = [];
  const played = await runScenario(
    { name: "scenario", isolation: "shared", setup: [], teardown: [], ...scenario, steps },
    {
      clock: systemClock,
      signal: new AbortController().signal,
      ...options,
      server,
      onStep(result) {
        told.push(result);
        onStep?.(result);
      },
    },
  );
  return { ...played, steps: told };
}

/** The outcome of one step against one answer. */
export async function judgeOne(parts: Parts, reply: Reply): Promise<StepResult> {
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
