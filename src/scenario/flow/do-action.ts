import type { Clock } from "../../clock/index.ts";
import type { LoadedStep } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";
import type { Inbox, Received, Session } from "../../mcp/index.ts";
import type { Answer, Evidence, Message } from "../expect/evidence.ts";
import { holdsOf, type JudgeDeps } from "../expect/judge.ts";
import { member } from "../expect/member.ts";
import { type Acted, type ActOptions, act } from "../verb/act.ts";
import type { Mailbox } from "../verb/mailbox.ts";
import { isServerAction } from "../verb/server-action.ts";
import type { ServerHandle } from "../verb/server-handle.ts";

export interface ActionDeps {
  readonly handle: ServerHandle;
  readonly mailbox: Mailbox;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly judging: Pick<JudgeDeps, "show">;
}

/** What an action has to show, and what its twin has when the request was sent twice. */
export interface Done {
  readonly evidence: Evidence;
  readonly twin: Evidence | undefined;
}

/** A server may send progress without end; more than these nobody compares. */
const progressKept = 10_000;

type WithoutAnswer = Pick<
  Evidence,
  "notifications" | "requests" | "progress" | "stderr" | "memoryBytes"
>;

/** Does a step's filled-in action and collects what it has to show. Rejects with the Fault that prevented an answer. */
export async function doAction(step: LoadedStep, deps: ActionDeps): Promise<Done> {
  const { handle, clock } = deps;
  const { action } = step;
  const stderrMark = handle.stderrMark();
  const around = {
    progress: [] as Message[],
    stderr: () => handle.stderrSince(stderrMark),
    memoryBytes: () => handle.memoryBytes(),
  };
  if (isServerAction(action)) {
    const startedMs = clock.monotonicMs();
    const { timeoutMs } = step;
    const result = await handle.verb(action, { timeoutMs, signal: deps.signal });
    const none = { notifications: () => [], requests: () => [] };
    const durationMs = clock.monotonicMs() - startedMs;
    const said = member(result, "stderr");
    const own = typeof said === "string" ? { stderr: () => said } : {};
    const all = { ...around, ...none, ...own };
    const evidence = evidenceOf({ kind: "value", value: result }, durationMs, all);
    return { evidence, twin: undefined };
  }
  const session = await handle.session();
  const { inbox } = session;
  deps.mailbox.see(inbox);
  const from = inbox.seq;
  const startedMs = clock.monotonicMs();
  const acted = await orDropped(step, deps, () =>
    act(action, session, optionsOf(step, session, around.progress, deps)),
  );
  const durationMs = clock.monotonicMs() - startedMs;
  const until = inbox.seq;
  const all = {
    ...around,
    notifications: () => messagesOf(inbox, from, until, "notification"),
    requests: () => messagesOf(inbox, from, until, "request"),
  };
  const twin = acted.kind === "value" || acted.kind === "dropped" ? undefined : acted.twin;
  return {
    evidence: evidenceOf(acted, durationMs, all),
    twin: twin === undefined ? undefined : evidenceOf(twin, durationMs, all),
  };
}

type ActedOrDropped = Acted | { readonly kind: "dropped" };

/** A fault that drops the answer makes the session give the request up; that is what the step wanted. */
async function orDropped(
  { fault }: LoadedStep,
  { signal, handle }: Pick<ActionDeps, "signal" | "handle">,
  work: () => Promise<Acted>,
): Promise<ActedOrDropped> {
  try {
    return await work();
  } catch (error) {
    const isLate = error instanceof Fault && error.code === "CALL_TIMED_OUT" && !signal.aborted;
    if (isLate && fault?.kind === "drop_response") {
      return { kind: "dropped" };
    }
    throw isLate ? ((await handle.whyLate?.()) ?? error) : error;
  }
}

function optionsOf(
  step: LoadedStep,
  { inbox }: Session,
  progress: Message[],
  { mailbox, signal, judging }: ActionDeps,
): ActOptions {
  const { timeoutMs, meta, headers, cancelAfterMs, input, fault } = step;
  const wantsProgress =
    step.progress || step.expectations.some(({ place }) => place === "progress");
  return {
    timeoutMs,
    signal,
    input,
    ...(meta !== undefined && { meta }),
    ...(headers !== undefined && { headers }),
    ...(cancelAfterMs !== undefined && { cancelAfterMs }),
    ...(fault !== undefined && { fault }),
    ...(wantsProgress && {
      onProgress: (params) => {
        if (progress.length < progressKept) {
          progress.push({ method: "notifications/progress", params });
        }
      },
    }),
    waitFor: ({ target, where }) => {
      const deps: JudgeDeps = { show: judging.show, snapshot: noSnapshot };
      const wanted = async ({ method, params }: Received): Promise<boolean> =>
        method === target && (await holdsOf(where, params, deps));
      return mailbox.next(inbox, wanted, { timeoutMs, signal });
    },
  };
}

function noSnapshot(): Promise<never> {
  return Promise.reject(new Fault("NOT_JUDGEABLE", "`where` cannot compare with a snapshot"));
}

function evidenceOf(acted: ActedOrDropped, elapsedMs: number, around: WithoutAnswer): Evidence {
  const reply = acted.kind === "value" || acted.kind === "dropped" ? undefined : acted;
  return {
    ...around,
    answer: answerOf(acted),
    durationMs: reply?.durationMs ?? elapsedMs,
    bytes: reply?.bytes ?? 0,
    ...(reply?.status !== undefined && { status: reply.status }),
    ...(reply?.rounds !== undefined && { rounds: reply.rounds }),
  };
}

function answerOf(acted: ActedOrDropped): Answer {
  switch (acted.kind) {
    case "value":
      return { kind: "result", result: acted.value };
    case "result":
      return { kind: "result", result: acted.result };
    case "error":
      return { kind: "error", error: acted.error };
    case "cancelled":
    case "dropped":
      return { kind: acted.kind };
    default:
      return acted satisfies never;
  }
}

function messagesOf(
  inbox: Inbox,
  from: number,
  until: number,
  kind: Received["kind"],
): readonly Message[] {
  return inbox
    .since(from)
    .filter((received) => received.seq <= until && received.kind === kind)
    .map(({ method, params }) => ({ method, params }));
}
