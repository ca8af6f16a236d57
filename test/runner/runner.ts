import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../src/clock/index.ts";
import { type ActionFile, inputVariables, readActionFile } from "./action-file.ts";
import type { ActionStep, JobRequest, JobResult, PhaseResult } from "./job.ts";
import { Masks } from "./mask.ts";
import { killOrphans } from "./orphan.ts";
import { type JobFrame, runPhase } from "./phase.ts";
import { runnerTimes } from "./step-process.ts";

/**
 * Runs one job as GitHub's runner does: main of each step in order, post in reverse, orphans killed at the end.
 *
 * Several jobs may run at once; each has its own temporary folder and tracking id.
 */
export async function runJob(request: JobRequest): Promise<JobResult> {
  const root = await mkdtemp(join(tmpdir(), "runner-"));
  const runnerTemp = join(root, "_temp");
  await mkdir(runnerTemp);
  const trackingId = `github_${randomUUID()}`;
  const phases: PhaseResult[] = [];
  const masks = new Masks();
  const frame: JobFrame = {
    masks,
    env: { ...baseVariables(root, request.workspace, trackingId), ...request.env },
    path: [],
    fileCommands: join(runnerTemp, "_runner_file_commands"),
    workspace: request.workspace,
    node: request.node ?? process.execPath,
    times: { ...runnerTimes, ...request.times },
    clock: request.clock ?? systemClock,
    onLine: request.onLine ?? (() => undefined),
  };
  await mkdir(frame.fileCommands);
  const states: Map<string, string>[] = [];
  const posts: { step: ActionStep; action: ActionFile; state: Map<string, string> }[] = [];
  const status = { failed: false };
  const isCancelled = (): boolean => request.cancel?.aborted ?? false;
  for (const step of request.steps) {
    if (status.failed || isCancelled()) {
      break;
    }
    if (!("uses" in step)) {
      await step.run({
        runnerTemp,
        workspace: request.workspace,
        trackingId,
        env: frame.env,
        phases,
        states,
      });
      continue;
    }
    const action = await readActionFile(step.uses);
    const state = new Map<string, string>();
    states.push(state);
    posts.push({ step, action, state });
    const result = await runPhase(
      frame,
      { action, phase: "main", env: variablesOf(step, action, state), state },
      request.cancel,
      step,
    );
    phases.push(result);
    status.failed ||= result.outcome === "failure";
  }
  for (const { step, action, state } of posts.toReversed()) {
    if (action.post !== undefined && holds(action.postIf, status.failed, isCancelled())) {
      // A post whose condition still holds is not signalled when the job is cancelled.
      const result = await runPhase(
        frame,
        { action, phase: "post", env: variablesOf(step, action, state), state },
        undefined,
        step,
      );
      phases.push(result);
      status.failed ||= result.outcome === "failure";
    }
  }
  const orphans = await killOrphans(trackingId);
  if (request.keepTemp !== true) {
    await rm(root, { recursive: true, force: true });
  }
  return {
    outcome: isCancelled() ? "cancelled" : status.failed ? "failure" : "success",
    phases,
    main: phases.find((phase) => phase.phase === "main"),
    post: phases.find((phase) => phase.phase === "post"),
    log: phases.map((phase) => phase.log).join(""),
    rawLog: phases.map((phase) => phase.rawLog).join(""),
    annotations: phases.flatMap((phase) => phase.annotations),
    summary: phases.map((phase) => phase.summary ?? "").join(""),
    outputs: Object.fromEntries(phases.flatMap((phase) => Object.entries(phase.outputs))),
    masks: masks.values,
    commands: phases.flatMap((phase) => phase.commands),
    states,
    orphans,
    runnerTemp,
  };
}

function variablesOf(
  step: ActionStep,
  action: ActionFile,
  state: ReadonlyMap<string, string>,
): Record<string, string> {
  const saved = [...state].map(([name, value]) => [`STATE_${name}`, value] as const);
  return {
    ...step.env,
    ...inputVariables(action.inputs, step.with ?? {}),
    ...Object.fromEntries(saved),
  };
}

function holds(condition: string, failed: boolean, cancelled: boolean): boolean {
  switch (condition.replaceAll(/[\s${}]/g, "")) {
    case "always()":
      return true;
    case "success()":
      return !failed && !cancelled;
    case "failure()":
      return failed && !cancelled;
    case "cancelled()":
      return cancelled;
    default:
      throw new Error(`This runner does not know the condition ${condition}`);
  }
}

function baseVariables(
  root: string,
  workspace: string,
  trackingId: string,
): Record<string, string> {
  const kept = ["PATH", "HOME", "LANG", "DOCKER_HOST", "DOCKER_CONFIG", "XDG_RUNTIME_DIR"];
  const own = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(own),
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_JOB: "test",
    GITHUB_REF: "refs/heads/main",
    GITHUB_REPOSITORY: "owner/project",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "4242",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_WORKFLOW: "ci",
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: process.arch === "arm64" ? "ARM64" : "X64",
    RUNNER_ENVIRONMENT: "self-hosted",
    RUNNER_NAME: "local",
    RUNNER_OS: "Linux",
    RUNNER_TEMP: join(root, "_temp"),
    RUNNER_TOOL_CACHE: join(root, "_tool"),
    RUNNER_TRACKING_ID: trackingId,
  };
}
