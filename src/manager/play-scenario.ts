import type { LoadedScenario } from "../config/index.ts";
import { asFault, Fault } from "../fault/index.ts";
import type { NewStep, RecordWriter } from "../record/index.ts";
import {
  createAnswerBook,
  runScenario,
  type ServerHandle,
  type StepResult,
} from "../scenario/index.ts";
import { duration } from "../text/index.ts";
import { createBacklog } from "./backlog.ts";
import type { ManagedServer } from "./managed-server.ts";
import type { RunDeps } from "./run-file.ts";
import { serversOf } from "./select-scenarios.ts";
import type { World } from "./world.ts";

/** Enters a scenario into the record, not begun yet, so that reports list all in declared order. */
export function enterScenario(scenario: LoadedScenario, record: RecordWriter): number {
  return record.beginScenario({
    name: scenario.name,
    servers: serversOf(scenario).join(","),
    line: scenario.at.line,
    column: scenario.at.column,
  });
}

/** Plays one entered scenario; `fault` is why one of its servers could not be started. */
export async function playScenario(
  scenario: LoadedScenario,
  id: number,
  fault: Fault | null,
  servers: ReadonlyMap<string, ManagedServer>,
  deps: RunDeps,
): Promise<void> {
  const { record, clock } = deps.world;
  const startedAtMs = clock.nowMs();
  if (fault !== null) {
    const reason = firstLine(fault.message);
    recordUndone(scenario, id, record, clock.nowMs(), "broken", reason, fault);
    record.endScenario(id, { outcome: "broken", reason, startedAtMs, durationMs: 0 });
    deps.progress(`✗ ${scenario.name}: ${reason}`);
    return;
  }
  record.endScenario(id, { startedAtMs });
  const backlog = createBacklog((work) => record.together(work));
  const result = await runScenario(scenario, {
    clock,
    signal: deps.signal,
    redact: (text) => deps.world.redactor().redact(text),
    server: (name) => {
      const server = servers.get(name);
      if (server === undefined) {
        throw asFault(new Error(`Server "${name}" is not part of this run.`));
      }
      return handleOf(server);
    },
    onStep: (step) => {
      const { verdicts, captures: _captures, ...row } = step;
      backlog.add({
        record: () => record.step({ ...row, scenarioId: id }, verdicts),
        tell: () => deps.progress(stepLine(scenario, step)),
      });
    },
  });
  backlog.drain();
  record.endScenario(id, {
    outcome: result.outcome,
    reason: result.reason,
    durationMs: result.durationMs,
  });
}

/** What steps may do with a server: so far, speak with it. */
function handleOf(server: ManagedServer): ServerHandle {
  const notYet = (what: string): Promise<never> =>
    Promise.reject(new Fault("NOT_JUDGEABLE", `${what} cannot be done yet`));
  return {
    session: () => server.session,
    verb: ({ verb }) => notYet(verb),
    stderrMark: () => 0,
    stderrSince: () => "",
    memoryBytes: () => notYet("Measuring memory"),
    answers: createAnswerBook({ rules: [], show: () => "" }),
  };
}

/** Records a scenario that was never begun: every declared step still has exactly one outcome. */
export function skipScenario(
  scenario: LoadedScenario,
  id: number,
  reason: string,
  { record, clock }: World,
): void {
  recordUndone(scenario, id, record, clock.nowMs(), "skipped", reason, null);
  record.endScenario(id, { outcome: "skipped", reason, durationMs: 0 });
}

function recordUndone(
  scenario: LoadedScenario,
  scenarioId: number,
  record: RecordWriter,
  nowMs: number,
  first: "broken" | "skipped",
  reason: string,
  fault: Fault | null,
): void {
  scenario.steps.forEach((step, position) => {
    const isFirst = position === 0;
    const row: NewStep = {
      scenarioId,
      position,
      server: step.server,
      verb: step.action.verb,
      target: step.action.target,
      outcome: isFirst ? first : "skipped",
      reason: isFirst ? reason : "an earlier step did not pass",
      faultCode: isFirst ? (fault?.code ?? null) : null,
      blame: isFirst ? (fault?.blame ?? null) : null,
      startedAtMs: nowMs,
      durationMs: 0,
      argumentsJson: null,
      resultJson: null,
      resultBytes: 0,
      line: step.at.line,
      column: step.at.column,
    };
    record.step(row, []);
  });
}

const signs = { passed: "✓", failed: "✗", broken: "✗", skipped: "○" } as const;

function stepLine(scenario: LoadedScenario, step: StepResult): string {
  const what = `${scenario.name} › ${step.verb} ${step.target}`.trimEnd();
  const why = step.reason === null ? "" : `: ${firstLine(step.reason)}`;
  return `${signs[step.outcome]} ${what} (${duration(step.durationMs)})${why}`;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
