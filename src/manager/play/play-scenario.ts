import { Fault } from "../../fault/index.ts";
import type { RecordWriter } from "../../record/index.ts";
import { runScenario, type StepResult, skippedStep } from "../../scenario/index.ts";
import { duration } from "../../text/index.ts";
import type { ManagedServer } from "../server/managed-server.ts";
import type { World } from "../world.ts";
import { createBacklog } from "./backlog.ts";
import type { Stage } from "./play-scenarios.ts";
import { type Played, playTrials, type Trial } from "./play-trials.ts";
import type { RunDeps } from "./run-file.ts";
import { handleOf } from "./server-handle.ts";
import type { Variant } from "./variants.ts";

/** Enters a scenario into the record, not begun yet, so that reports list all in declared order. */
export function enterScenario(
  { scenario, name, protocol, servers }: Variant,
  record: RecordWriter,
): number {
  return record.beginScenario({
    name,
    servers: [...servers.values()].join(","),
    tags: scenario.tags.join(","),
    revision: protocol,
    trials: scenario.trials?.times ?? 1,
    line: scenario.at.line,
    column: scenario.at.column,
  });
}

/** Plays one entered scenario, as often as it says, and records it. */
export async function playVariant(
  variant: Variant,
  id: number,
  stage: Stage,
  deps: RunDeps,
): Promise<Played> {
  const { record, clock } = deps.world;
  const startedMs = clock.monotonicMs();
  record.endScenario(id, { startedAtMs: clock.nowMs() });
  const backlog = createBacklog((work) => record.together(work));
  const isOnce = variant.scenario.trials === undefined;
  function add(step: StepResult): void {
    const { verdicts, captures: _captures, ...row } = step;
    backlog.add({
      record: () => record.step({ ...row, scenarioId: id }, verdicts),
      tell: () => deps.progress(stepLine(variant, step)),
    });
  }
  const played = await playTrials(
    variant.scenario,
    () => playOnce(variant, stage, deps, isOnce ? add : () => undefined),
    deps.signal,
  );
  if (!isOnce) {
    played.steps.forEach(add);
  }
  backlog.drain();
  record.endScenario(id, {
    outcome: played.outcome,
    reason: played.reason,
    trialsPassed: played.trialsPassed,
    durationMs: clock.monotonicMs() - startedMs,
  });
  return played;
}

/** Records a scenario that was never begun: every declared step still has exactly one outcome. */
export function skipScenario(
  variant: Variant,
  id: number,
  reason: string,
  { record, clock }: World,
): void {
  for (const { verdicts, captures: _captures, ...row } of undone(variant, clock.nowMs(), reason)) {
    record.step({ ...row, scenarioId: id }, verdicts);
  }
  record.endScenario(id, { outcome: "skipped", reason, durationMs: 0 });
}

async function playOnce(
  variant: Variant,
  stage: Stage,
  deps: RunDeps,
  onStep: (step: StepResult) => void,
): Promise<Trial> {
  const { clock, record } = deps.world;
  const steps: StepResult[] = [];
  function tell(step: StepResult): void {
    const named = { ...step, server: variant.servers.get(step.server) ?? step.server };
    steps.push(named);
    onStep(named);
  }
  const { servers, fault } = await stage.set();
  try {
    if (fault !== null) {
      const reason = firstLine(fault.message);
      undone(variant, clock.nowMs(), reason, fault).forEach(tell);
      return { outcome: "broken", reason, complete: false, steps };
    }
    const result = await runScenario(
      { ...variant.scenario, name: variant.name },
      {
        clock,
        signal: deps.signal,
        redact: (text) => deps.world.redactor().redact(text),
        ...(deps.snapshots && { snapshots: deps.snapshots }),
        server: (name) => handleOf(serverIn(servers, name), deps.world),
        onStep: tell,
        onFinding: (server, finding) =>
          record.finding({
            ...finding,
            server: variant.servers.get(server) ?? server,
            atMs: clock.nowMs(),
            stepId: null,
          }),
      },
    );
    return { ...result, steps };
  } finally {
    await stage.clear();
  }
}

function serverIn(servers: ReadonlyMap<string, ManagedServer>, name: string): ManagedServer {
  const server = servers.get(name);
  if (server === undefined) {
    throw new Fault("INTERNAL", `Server "${name}" is not part of this scenario.`);
  }
  return server;
}

/** The steps of a scenario that was not played: with a fault the first is broken by it, else all are skipped. */
function undone(
  { scenario }: Variant,
  nowMs: number,
  reason: string,
  fault: Fault | null = null,
): readonly StepResult[] {
  const phases = [
    ["setup", scenario.setup],
    ["step", scenario.steps],
    ["teardown", scenario.teardown],
  ] as const;
  const declared = phases.flatMap(([phase, steps]) => steps.map((step) => ({ phase, step })));
  return declared.map(({ phase, step }, position) => {
    const isFirst = position === 0;
    const why = isFirst ? reason : "an earlier step did not pass";
    const skipped = skippedStep(step, phase, position, why, nowMs);
    return isFirst && fault !== null
      ? { ...skipped, outcome: "broken", faultCode: fault.code, blame: fault.blame }
      : skipped;
  });
}

const signs = { passed: "✓", failed: "✗", broken: "✗", skipped: "○" } as const;

function stepLine({ name }: Variant, step: StepResult): string {
  const what = `${name} › ${step.verb} ${step.target}`.trimEnd();
  const why = step.reason ?? step.note;
  return `${signs[step.outcome]} ${what} (${duration(step.durationMs)})${why === null ? "" : `: ${firstLine(why)}`}`;
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
