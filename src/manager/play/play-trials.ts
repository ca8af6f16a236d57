import type { LoadedScenario } from "../../config/index.ts";
import {
  isEnough,
  type ScenarioResult,
  type StepResult,
  trialsNote,
} from "../../scenario/index.ts";

/** What a scenario came to, with its steps as they are recorded. */
export interface Played extends Pick<ScenarioResult, "outcome" | "reason" | "complete"> {
  readonly steps: readonly StepResult[];
  readonly trials: number;
  readonly trialsPassed: number;
}

/** One time of playing it. */
export type Trial = Pick<ScenarioResult, "outcome" | "reason" | "complete"> & {
  readonly steps: readonly StepResult[];
};

/**
 * Plays a scenario as often as its `trials` say and judges the whole by its pass rate.
 *
 * Its steps stand once in the record, each with the number of trials it passed in: those of the first trial that did
 * not pass when too few did, else those of the last that passed. Trials end early when the run is called off.
 */
export async function playTrials(
  { trials }: Pick<LoadedScenario, "trials">,
  play: () => Promise<Trial>,
  signal: AbortSignal,
): Promise<Played> {
  const wanted = trials?.times ?? 1;
  const passedIn: number[] = [];
  let played = 0;
  let passed = 0;
  let good: Trial | undefined;
  let bad: Trial | undefined;
  while (played < wanted && (played === 0 || !signal.aborted)) {
    const trial = await play();
    played += 1;
    trial.steps.forEach((step, position) => {
      passedIn[position] = (passedIn[position] ?? 0) + Number(step.outcome === "passed");
    });
    if (trial.outcome === "passed") {
      passed += 1;
      good = trial;
    } else {
      bad ??= trial;
    }
  }
  const enough =
    trials === undefined ? bad === undefined : isEnough(passed, wanted, trials.passRate);
  const shown = (enough ? good : bad) ?? bad ?? good;
  if (shown === undefined) {
    throw new Error("a scenario was played no time");
  }
  if (trials === undefined) {
    return { ...shown, trials: 1, trialsPassed: passed };
  }
  const note = trialsNote(passed, wanted);
  return {
    ...shown,
    outcome: enough ? "passed" : shown.outcome,
    reason: enough ? null : `${note}; first that did not: ${shown.reason ?? "no reason"}`,
    trials: wanted,
    trialsPassed: passed,
    steps: shown.steps.map((step, position) => ({
      ...step,
      attempts: played,
      attemptsPassed: passedIn[position] ?? 0,
      note: [step.note, `passed in ${passedIn[position] ?? 0} of ${played} trials of its scenario`]
        .filter((part) => part !== null)
        .join("; "),
    })),
  };
}
