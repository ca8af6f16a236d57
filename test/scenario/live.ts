import type {
  Action,
  AnswerRule,
  Expectation,
  JsonRecord,
  LoadedStep,
} from "../../src/config/index.ts";
import type { ConnectOptions } from "../../src/mcp/index.ts";
import { createAnswerBook, type ServerHandle, type StepResult } from "../../src/scenario/index.ts";
import { type Connected, connectToFile } from "../mcp/child-server.ts";
import { handleOf, type Played, type PlayOptions, playWith, step } from "./stub-session.ts";

/** A running server, as scenarios see it. */
export interface Live extends AsyncDisposable {
  readonly connected: Connected;
  readonly handle: ServerHandle;
  play(steps: readonly LoadedStep[], options?: PlayOptions): Promise<Played>;
  /** Plays a scenario of one step. */
  one(parts: Parameters<typeof step>[0]): Promise<StepResult>;
}

interface Given extends Partial<ConnectOptions> {
  readonly rules?: readonly AnswerRule[];
  readonly capabilities?: JsonRecord;
}

const all = { roots: {}, sampling: {}, elicitation: { form: {}, url: {} } };

export const legacy = (given: Given = {}): Promise<Live> => live("full-legacy.mjs", given);
export const modern = (given: Given = {}): Promise<Live> =>
  live("full-modern.mjs", { protocol: "modern", ...given });

async function live(file: string, given: Given): Promise<Live> {
  const { rules = [], capabilities = all, ...options } = given;
  const answers = createAnswerBook({
    rules,
    capabilities,
    show: (value) => JSON.stringify(value),
  });
  const connected = await connectToFile(file, { client: answers, ...options });
  const handle = handleOf(() => connected.session, { answers });
  const play = (steps: readonly LoadedStep[], options?: PlayOptions): Promise<Played> =>
    playWith(steps, () => handle, options);
  return {
    connected,
    handle,
    play,
    async one(parts) {
      const [only] = (await play([act(parts)])).steps;
      if (only === undefined) {
        throw new Error("a scenario of one step has one result");
      }
      return only;
    },
    [Symbol.asyncDispose]: () => connected[Symbol.asyncDispose](),
  };
}

/** A step with much time: only an answer or a judgement can end it. */
export function act(parts: Parameters<typeof step>[0]): LoadedStep {
  const made = step({ timeoutMs: 20_000, ...parts });
  const { verb, target } = made.action;
  return parts.name === undefined ? { ...made, name: `${verb} ${target}`.trimEnd() } : made;
}

export function call(name: string, args: JsonRecord = {}): Extract<Action, { verb: "call" }> {
  return { verb: "call", target: name, arguments: args };
}

/** A rule for a test; `line` is where it stands in the run file. */
export function rule(
  method: AnswerRule["method"],
  reply: AnswerRule["reply"],
  given: { when?: readonly Expectation[]; times?: number; line?: number } = {},
): AnswerRule {
  const { when = [], times, line = 30 } = given;
  return { method, when, reply, at: { line, column: 3 }, ...(times !== undefined && { times }) };
}
