import { oneLine } from "../expect/show.ts";
import type { ScenarioInput, ScenarioResult, StepResult } from "../types.ts";
import { createMailbox, type Mailbox } from "../verb/mailbox.ts";
import { abortFault } from "./attempt.ts";
import { withGrace, withTimeout } from "./deadline.ts";
import { type PhaseDeps, type PhaseEnd, runPhase } from "./run-phase.ts";
import type { StepContext } from "./run-step.ts";
import type { StepDeps } from "./step-deps.ts";

export interface ScenarioDeps extends StepDeps {
  /** Told each step's one outcome, in declared order, as soon as it is known; skipped ones too. */
  readonly onStep: (result: StepResult) => void;
}

/** How long teardown may take after the run was called off. */
const graceMs = 5_000;

/**
 * Does a scenario: setup, steps, and teardown, which is done whatever came before it.
 *
 * In setup and steps the first one that does not pass ends the scenario and the rest are skipped; in teardown each is
 * tried. Every declared step has exactly one outcome, also when the signal aborts. Never throws; an abort makes the
 * step under way broken with the signal's reason. Results are handed over and not kept.
 */
export async function runScenario(
  scenario: ScenarioInput,
  deps: ScenarioDeps,
): Promise<ScenarioResult> {
  const { clock } = deps;
  const { name, setup, steps, teardown } = scenario;
  const startedAtMs = clock.nowMs();
  const startedMs = clock.monotonicMs();
  // A scenario that was not begun needs no teardown.
  const never = deps.signal.aborted ? oneLine(abortFault(deps.signal).message) : null;
  const context = contextOf(scenario);

  const deadline = withTimeout(name, scenario.timeoutMs, clock, deps.signal);
  const body: PhaseDeps = { ...deps, signal: deadline.signal, context };
  const prepared = await runPhase("setup", setup, 0, never, body);
  const done = await runPhase("step", steps, setup.length, prepared.skipReason, body);
  deadline.end();

  const grace = withGrace(graceMs, clock, deps.signal);
  const cleared = await runPhase("teardown", teardown, setup.length + steps.length, never, {
    ...deps,
    signal: grace.signal,
    context,
  });
  grace.end();

  const result = never === null ? outcomeOf(prepared, done, cleared) : skipped(never);
  return {
    name,
    servers: [...new Set([...setup, ...steps, ...teardown].map(({ server }) => server))],
    ...result,
    startedAtMs,
    durationMs: clock.monotonicMs() - startedMs,
    complete: never === null && done.skipReason === null && prepared.skipReason === null,
  };
}

type Outcome = Pick<ScenarioResult, "outcome" | "reason">;

function outcomeOf(setup: PhaseEnd, steps: PhaseEnd, teardown: PhaseEnd): Outcome {
  if (setup.bad !== null) {
    return { outcome: "broken", reason: `setup: ${setup.bad.reason}` };
  }
  if (steps.bad !== null) {
    return steps.bad;
  }
  return teardown.bad === null
    ? { outcome: "passed", reason: null }
    : { outcome: "broken", reason: `teardown: ${teardown.bad.reason}` };
}

function skipped(reason: string): Outcome {
  return { outcome: "skipped", reason };
}

function contextOf({ isolation }: ScenarioInput): StepContext {
  const mailboxes = new Map<string, Mailbox>();
  return {
    captures: new Map(),
    mailbox(server) {
      const mailbox = mailboxes.get(server) ?? createMailbox(isolation === "fresh");
      mailboxes.set(server, mailbox);
      return mailbox;
    },
  };
}
