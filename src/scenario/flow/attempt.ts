import type { Clock } from "../../clock/index.ts";
import type { LoadedStep } from "../../config/index.ts";
import { asFault, Fault } from "../../fault/index.ts";
import { documentOf, type Evidence } from "../expect/evidence.ts";
import type { Scope } from "../expect/fill.ts";
import { type EvidenceDeps, judgeEvidence } from "../expect/judge-evidence.ts";
import { cutRedacted, oneLine, toJson } from "../expect/show.ts";
import type { StepResult, Verdict } from "../types.ts";
import { argumentsOf } from "../verb/fill-action.ts";
import { type ActionDeps, doAction } from "./do-action.ts";
import { fillStep } from "./fill-step.ts";

/** What one attempt at a step came to. */
export type Attempt = Pick<
  StepResult,
  | "outcome"
  | "reason"
  | "faultCode"
  | "blame"
  | "startedAtMs"
  | "durationMs"
  | "argumentsJson"
  | "resultJson"
  | "resultBytes"
  | "verdicts"
> & {
  readonly outcome: "passed" | "failed" | "broken";
  readonly captures: ReadonlyMap<string, unknown>;
  /** What is to be told of it besides, also when it passed. */
  readonly remark: string | null;
  /** What `retry.until` waits for has come: another attempt would change nothing. */
  readonly settled: boolean;
};

export interface AttemptDeps extends ActionDeps {
  /** Removes secrets before any text is cut, so that no half of one stays. */
  readonly redact: (text: string) => string;
  readonly judging: EvidenceDeps;
}

const longestJson = 65_536;
const longestReason = 1_000;

/** Does a step once and judges it: passed, failed or broken, never a throw. */
export async function attempt(step: LoadedStep, scope: Scope, deps: AttemptDeps): Promise<Attempt> {
  const { clock, signal, redact, judging } = deps;
  const json = (value: unknown): string => cutRedacted(toJson(value), longestJson, redact);
  const startedAtMs = clock.nowMs();
  const startedMs = clock.monotonicMs();
  let argumentsJson: string | null = null;
  let evidence: Evidence | undefined;
  let verdicts: readonly Verdict[] = [];
  let settled = false;

  function result(outcome: Attempt["outcome"], reason: string | null): Attempt {
    const document = evidence === undefined ? undefined : documentOf(evidence.answer);
    return {
      outcome,
      reason: reason === null ? null : cutRedacted(oneLine(reason), longestReason, redact),
      faultCode: null,
      blame: null,
      startedAtMs,
      durationMs: evidence?.durationMs ?? clock.monotonicMs() - startedMs,
      argumentsJson,
      resultJson: document === undefined ? null : json(document),
      resultBytes: evidence?.bytes ?? 0,
      verdicts,
      captures: new Map(),
      remark: evidence === undefined ? null : remarkOn(step, evidence),
      settled,
    };
  }

  try {
    if (signal.aborted) {
      throw abortFault(signal);
    }
    const filled = fillStep(step, scope);
    const args = argumentsOf(filled.action);
    argumentsJson = args === undefined ? null : json(args);
    const done = await doAction(filled, deps);
    evidence = done.evidence;
    const until = filled.retry?.until;
    if (until !== undefined) {
      const awaited = { ...filled, expectations: until, capture: {} };
      const come = await judgeEvidence(awaited, evidence, judging);
      verdicts = come.verdicts;
      if (come.reason !== null) {
        return { ...result("failed", `until: ${come.reason}`), blame: come.blame };
      }
      settled = true;
    }
    const judged = await judgeEvidence(filled, evidence, judging);
    verdicts = [...verdicts, ...judged.verdicts];
    if (judged.reason !== null) {
      return { ...result("failed", judged.reason), blame: judged.blame };
    }
    const twin = done.twin === undefined ? undefined : await judgeTwin(filled, done.twin, deps);
    if (twin !== undefined) {
      verdicts = [...verdicts, ...twin.verdicts];
      return { ...result("failed", twin.reason), blame: "server" };
    }
    return { ...result("passed", null), captures: judged.captures };
  } catch (thrown) {
    const fault = signal.aborted ? abortFault(signal) : asFault(thrown);
    return { ...result("broken", fault.message), faultCode: fault.code, blame: fault.blame };
  }
}

/** The attempt of a step that could not even be begun. */
export function brokenAttempt(
  thrown: unknown,
  {
    clock,
    redact = (text: string) => text,
  }: { readonly clock: Clock; readonly redact?: (text: string) => string },
): Attempt {
  const fault = asFault(thrown);
  return {
    outcome: "broken",
    reason: cutRedacted(oneLine(fault.message), longestReason, redact),
    faultCode: fault.code,
    blame: fault.blame,
    startedAtMs: clock.nowMs(),
    durationMs: 0,
    argumentsJson: null,
    resultJson: null,
    resultBytes: 0,
    verdicts: [],
    captures: new Map(),
    remark: null,
    settled: false,
  };
}

function remarkOn({ cancelAfterMs }: LoadedStep, { answer }: Evidence): string | null {
  const isAnswered = answer.kind === "result" || answer.kind === "error";
  return cancelAfterMs !== undefined && isAnswered
    ? "answered before it was to be cancelled"
    : null;
}

/** Why work was called off: the signal's reason when it is a Fault, else INTERRUPTED. */
export function abortFault(signal: AbortSignal): Fault {
  return signal.reason instanceof Fault
    ? signal.reason
    : new Fault("INTERRUPTED", "The run was interrupted", { cause: signal.reason });
}

/** The answer to a request sent a second time must satisfy the same; undefined when it does. */
async function judgeTwin(
  step: LoadedStep,
  twin: Evidence,
  deps: AttemptDeps,
): Promise<{ readonly reason: string; readonly verdicts: readonly Verdict[] } | undefined> {
  const judged = await judgeEvidence({ ...step, capture: {} }, twin, deps.judging);
  return judged.reason === null
    ? undefined
    : {
        reason: `the request sent a second time: ${judged.reason}`,
        verdicts: judged.verdicts.filter(({ ok }) => !ok),
      };
}
