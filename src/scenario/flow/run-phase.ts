import type { LoadedStep } from "../../config/index.ts";
import { oneLine } from "../expect/show.ts";
import type { StepResult } from "../types.ts";
import { abortFault } from "./attempt.ts";
import { runStep, type StepContext } from "./run-step.ts";
import type { Declared, StepDeps } from "./step-deps.ts";

export interface PhaseDeps extends StepDeps {
  readonly context: StepContext;
  readonly onStep: (result: StepResult) => void;
}

/** How a phase ended. */
export interface PhaseEnd {
  /** Of the first step that did not pass; null when all did or none was begun. */
  readonly bad: Pick<StepResult, "outcome" | "reason"> | null;
  /** Why what comes after is skipped. */
  readonly skipReason: string | null;
}

/**
 * Does the steps of one phase; `skipReason` is why none of them is to be done.
 *
 * The first step that does not pass ends setup and steps; teardown goes on, since each of its steps clears up something.
 */
export async function runPhase(
  phase: StepResult["phase"],
  steps: readonly LoadedStep[],
  firstPosition: number,
  skipReason: string | null,
  deps: PhaseDeps,
): Promise<PhaseEnd> {
  const { signal, clock, onStep, context } = deps;
  let skip = skipReason;
  let bad: PhaseEnd["bad"] = null;
  for (const [index, step] of steps.entries()) {
    const about = declared(step, phase, firstPosition + index);
    if (skip === null && signal.aborted) {
      skip = oneLine(abortFault(signal).message);
      bad ??= { outcome: "broken", reason: skip };
    }
    const result =
      skip === null
        ? await runStep(step, about, context, deps)
        : skippedStep(step, phase, about.position, skip, clock.nowMs());
    onStep(result);
    if (skip === null && result.outcome !== "passed") {
      bad ??= result;
      skip = phase === "teardown" ? null : endedBy(phase, step, index, result);
    }
  }
  return {
    bad: bad === null ? null : { outcome: bad.outcome, reason: bad.reason },
    skipReason: skip,
  };
}

const names = { setup: "setup step", step: "step", teardown: "teardown step" } as const;

function endedBy(
  phase: StepResult["phase"],
  step: LoadedStep,
  index: number,
  { outcome }: StepResult,
): string {
  return `${names[phase]} ${index + 1} (${step.name}) ${outcome === "failed" ? "failed" : "was broken"}`;
}

function declared(step: LoadedStep, phase: StepResult["phase"], position: number): Declared {
  const { server, action, rowLabel = null, at } = step;
  const { verb, target } = action;
  return { position, phase, rowLabel, server, verb, target, ...at };
}

/** A declared step that is not done; `reason` is why. */
export function skippedStep(
  step: LoadedStep,
  phase: StepResult["phase"],
  position: number,
  reason: string,
  atMs: number,
): StepResult {
  return {
    ...declared(step, phase, position),
    outcome: "skipped",
    reason,
    faultCode: null,
    blame: null,
    startedAtMs: atMs,
    durationMs: 0,
    argumentsJson: null,
    resultJson: null,
    resultBytes: 0,
    attempts: 0,
    attemptsPassed: 0,
    note: null,
    verdicts: [],
    captures: {},
  };
}
