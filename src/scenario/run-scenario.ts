import { oneLine } from "./show.ts";
import { abortFault, type Declared, runStep, type StepDeps } from "./step.ts";
import type { ScenarioInput, ScenarioResult, StepInput, StepResult } from "./types.ts";

export interface ScenarioDeps extends StepDeps {
  /** Told each step's one outcome, in declared order, as soon as it is known; skipped ones too. */
  readonly onStep: (result: StepResult) => void;
}

/**
 * Does a scenario's steps in order; the first one that does not pass ends it and the rest are skipped.
 *
 * Every declared step has exactly one outcome, also when the signal aborts. Never throws; an abort makes the
 * step under way broken with the signal's reason.
 */
export async function runScenario(
  scenario: ScenarioInput,
  deps: ScenarioDeps,
): Promise<ScenarioResult> {
  const { clock, signal } = deps;
  const startedAtMs = clock.nowMs();
  const startedMs = clock.monotonicMs();
  const captures = new Map<string, unknown>();
  const steps: StepResult[] = [];
  let ended: Pick<ScenarioResult, "outcome" | "reason"> = { outcome: "passed", reason: null };
  let skipReason: string | undefined;
  for (const [position, step] of scenario.steps.entries()) {
    const about = declared(step, position);
    if (skipReason === undefined && signal.aborted) {
      skipReason = oneLine(abortFault(signal).message);
      ended = { outcome: position === 0 ? "skipped" : "broken", reason: skipReason };
    }
    const result =
      skipReason === undefined
        ? await runStep(step, about, captures, deps)
        : skipped(about, skipReason, clock.nowMs());
    steps.push(result);
    deps.onStep(result);
    if (skipReason === undefined && result.outcome !== "passed") {
      skipReason = `step ${position + 1} (${step.name}) ${result.outcome === "failed" ? "failed" : "was broken"}`;
      ended = { outcome: result.outcome, reason: result.reason };
    }
  }
  return {
    name: scenario.name,
    servers: [...new Set(steps.map((step) => step.server))],
    ...ended,
    startedAtMs,
    durationMs: clock.monotonicMs() - startedMs,
    steps,
  };
}

function declared(step: StepInput, position: number): Declared {
  const { verb, target } = step.action;
  return { position, server: step.server, ...step.at, verb, target };
}

function skipped(about: Declared, reason: string, atMs: number): StepResult {
  return {
    ...about,
    outcome: "skipped",
    reason,
    faultCode: null,
    blame: null,
    startedAtMs: atMs,
    durationMs: 0,
    argumentsJson: null,
    resultJson: null,
    resultBytes: 0,
    verdicts: [],
    captures: {},
  };
}
