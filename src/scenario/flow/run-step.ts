import type { LoadedStep } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";
import type { Scope } from "../expect/fill.ts";
import type { EvidenceDeps } from "../expect/judge-evidence.ts";
import { cutRedacted, showWith } from "../expect/show.ts";
import { mapTexts, mask } from "../snapshot/mask.ts";
import { plain } from "../snapshot/plain.ts";
import type { StepResult } from "../types.ts";
import type { Mailbox } from "../verb/mailbox.ts";
import type { ServerHandle } from "../verb/server-handle.ts";
import { type Attempt, attempt, brokenAttempt } from "./attempt.ts";
import { type Attempts, doAttempts } from "./attempts.ts";
import { createPatience } from "./patience.ts";
import { askedNote, fillRules, unusedReason, unusedVerdicts } from "./step-answers.ts";
import type { Declared, StepDeps } from "./step-deps.ts";

/** The scenario that a step is part of. */
export interface StepContext {
  /** Of steps before; those of this one are added when it passed. */
  readonly captures: Map<string, unknown>;
  mailbox(server: string): Mailbox;
}

const longestNote = 1_000;

/** Does one step, as often as it says: passed, failed or broken, never a throw. */
export async function runStep(
  step: LoadedStep,
  about: Declared,
  context: StepContext,
  deps: StepDeps,
): Promise<StepResult> {
  const { redact = (text: string) => text } = deps;
  const done = await doStep(step, context, deps);
  const { captures, remark: _remark, settled: _settled, ...row } = done.attempt;
  const passed = row.outcome === "passed";
  for (const [name, value] of passed ? captures : []) {
    context.captures.set(name, value);
  }
  if (passed && done.flaky) {
    const message = `the step of line ${about.line} (${step.name}) ${done.note ?? ""}`;
    deps.onFinding?.(step.server, {
      code: "flaky-step",
      severity: "info",
      message: cutRedacted(message, longestNote, redact),
    });
  }
  return {
    ...about,
    ...row,
    attempts: done.done,
    attemptsPassed: done.passed,
    note: done.note === null ? null : cutRedacted(done.note, longestNote, redact),
    captures: passed ? Object.fromEntries(captures) : {},
  };
}

async function doStep(step: LoadedStep, context: StepContext, deps: StepDeps): Promise<Attempts> {
  const scope = scopeOf(step, context.captures);
  let handle: ServerHandle;
  let close: ReturnType<ServerHandle["answers"]["open"]>;
  try {
    handle = deps.server(step.server);
    close = handle.answers.open(fillRules(step.answers, scope));
  } catch (thrown) {
    return once(brokenAttempt(thrown, deps));
  }
  const mailbox = context.mailbox(step.server);
  if (step.action.verb !== "wait_for") {
    mailbox.stepBegins();
  }
  const done = await doAttempts(step, {
    ...deps,
    once: () => attemptOnce(step, scope, { handle, mailbox, deps }),
  });
  return withAnswers(done, close(), deps);
}

function attemptOnce(
  step: LoadedStep,
  scope: Scope,
  { handle, mailbox, deps }: { handle: ServerHandle; mailbox: Mailbox; deps: StepDeps },
): Promise<Attempt> {
  const { clock, signal, redact = (text: string) => text, snapshots } = deps;
  const show = showWith(redact);
  const judging: EvidenceDeps = {
    show,
    again: createPatience(clock, signal),
    async snapshot(predicate, value) {
      if (snapshots === undefined) {
        throw new Fault("NOT_JUDGEABLE", "There is no file of snapshots to compare with");
      }
      const masked = await mask(plain(value), predicate.mask);
      return snapshots.judge(predicate.key, mapTexts(masked, redact), show);
    },
  };
  return attempt(step, scope, { handle, mailbox, clock, signal, redact, judging });
}

/** An answer that was declared on the step and never asked for fails it; one that could not be matched breaks it. */
function withAnswers(
  done: Attempts,
  page: ReturnType<ReturnType<ServerHandle["answers"]["open"]>>,
  deps: StepDeps,
): Attempts {
  const note = [done.note, done.attempt.remark, askedNote(page)]
    .filter((part) => part !== null)
    .join("; ");
  const noted: Attempts = { ...done, note: note === "" ? null : note };
  if (page.fault !== undefined) {
    return { ...noted, attempt: { ...done.attempt, ...brokenAttempt(page.fault, deps) } };
  }
  const attempted = done.attempt;
  const verdicts = [...attempted.verdicts, ...unusedVerdicts(page)];
  const reason = unusedReason(page);
  return attempted.outcome === "passed" && reason !== null
    ? {
        ...noted,
        attempt: { ...attempted, verdicts, outcome: "failed", reason, blame: "server" },
      }
    : { ...noted, attempt: { ...attempted, verdicts } };
}

function once(attempted: Attempt): Attempts {
  return { attempt: attempted, done: 1, passed: 0, note: null, flaky: false };
}

/** Captures stand before columns of the row, which also have their full name `row.column`. */
function scopeOf({ row = {} }: LoadedStep, captures: ReadonlyMap<string, unknown>): Scope {
  const columns = Object.entries(row);
  return columns.length === 0
    ? captures
    : new Map([
        ...columns,
        ...captures,
        ...columns.map(([name, value]): [string, unknown] => [`row.${name}`, value]),
      ]);
}
