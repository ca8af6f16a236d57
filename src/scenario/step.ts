import type { Clock } from "../clock/index.ts";
import { asFault, Fault } from "../fault/index.ts";
import type { Reply, Session } from "../mcp/index.ts";
import { fill } from "./fill.ts";
import { documentOf, judgeReply } from "./judge-reply.ts";
import { cutRedacted, oneLine, showWith, toJson } from "./show.ts";
import type { StepInput, StepResult, Verdict } from "./types.ts";

export interface StepDeps {
  /** The server's session; a server that is not ready rejects with the Fault that says why. */
  session(server: string): Session | Promise<Session>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Removes secrets before any text is cut, so that no half of one stays; default keeps everything. */
  readonly redact?: (text: string) => string;
}

/** What the run file says of a step, as every outcome of it repeats it. */
export interface Declared {
  readonly position: number;
  readonly server: string;
  readonly verb: string;
  readonly target: string;
  readonly line: number;
  readonly column: number;
}

const longestJson = 65_536;
const longestReason = 1_000;

/**
 * Sends one step and judges the answer: passed, failed or broken, never a throw.
 *
 * Captures go into `captures`, and only from an answer that passed.
 */
export async function runStep(
  step: StepInput,
  about: Declared,
  captures: Map<string, unknown>,
  deps: StepDeps,
): Promise<StepResult> {
  const { clock, signal, redact = (text: string) => text } = deps;
  const json = (value: unknown): string => cutRedacted(toJson(value), longestJson, redact);
  let startedAtMs = clock.nowMs();
  let startedMs = clock.monotonicMs();
  let argumentsJson: string | null = null;
  let reply: Reply | undefined;
  let verdicts: readonly Verdict[] = [];

  function result(outcome: "passed" | "failed" | "broken", reason: string | null): StepResult {
    return {
      ...about,
      outcome,
      reason: reason === null ? null : cutRedacted(oneLine(reason), longestReason, redact),
      faultCode: null,
      blame: outcome === "passed" ? null : "server",
      startedAtMs,
      durationMs: reply?.durationMs ?? clock.monotonicMs() - startedMs,
      argumentsJson,
      resultJson: reply === undefined ? null : json(documentOf(reply)),
      resultBytes: reply?.bytes ?? 0,
      verdicts,
      captures: {},
    };
  }

  try {
    const session = await deps.session(about.server);
    startedAtMs = clock.nowMs();
    startedMs = clock.monotonicMs();
    const args = fill(step.action.verb === "call" ? step.action.arguments : {}, captures);
    argumentsJson = step.action.verb === "call" ? json(args) : null;
    reply = await send(step, args, session, signal);
    const judged = await judgeReply(step, reply, captures, showWith(redact));
    verdicts = judged.verdicts;
    for (const [name, value] of judged.captures) {
      captures.set(name, value);
    }
    return {
      ...result(judged.reason === null ? "passed" : "failed", judged.reason),
      captures: Object.fromEntries(judged.captures),
    };
  } catch (thrown) {
    const fault = signal.aborted ? abortFault(signal) : asFault(thrown);
    return { ...result("broken", fault.message), faultCode: fault.code, blame: fault.blame };
  }
}

/** Why work was called off: the signal's reason when it is a Fault, else INTERRUPTED. */
export function abortFault(signal: AbortSignal): Fault {
  return signal.reason instanceof Fault
    ? signal.reason
    : new Fault("INTERRUPTED", "The run was interrupted", { cause: signal.reason });
}

function send(
  step: StepInput,
  args: unknown,
  session: Session,
  signal: AbortSignal,
): Promise<Reply> {
  const options = { timeoutMs: step.timeoutMs, signal };
  const { action } = step;
  if (action.verb === "call") {
    return session.request("tools/call", { name: action.target, arguments: args }, options);
  }
  if (action.verb === "ping") {
    return session.ping(options);
  }
  if (action.verb === "list" && action.target !== "tasks") {
    return session.list(action.target, options);
  }
  throw new Fault("NOT_JUDGEABLE", `The verb ${action.verb} ${action.target} cannot be done yet`);
}
