import { randomBytes } from "node:crypto";
import { isAbsolute, relative, resolve } from "node:path";
import { findRunFile, neededValues } from "../config/index.ts";
import { neededLock, runFileShelf } from "../registry/index.ts";
import { type ActionProcess, runnerVariable, untilCancelled } from "./action-process.ts";
import { artifactName } from "./artifacts.ts";
import { maskSecrets, saveRunId } from "./commands.ts";
import type { ActionInputs } from "./inputs.ts";
import type { JobLog } from "./job-log.ts";
import { jobProcessOf } from "./job-process.ts";
import { launchManager } from "./launch.ts";
import { ownerOf } from "./manager-process.ts";
import { createStateDir, type RunState, reportDirOf, writeState } from "./run-state.ts";

/** A run whose manager is up. */
export interface RunSession {
  readonly state: RunState;
  readonly stateDir: string;
  readonly url: string;
  readonly request: {
    readonly file: string;
    readonly text: string;
    readonly workspace: string;
    readonly variables: Readonly<Record<string, string>>;
    readonly secrets: Readonly<Record<string, string>>;
    /** What a locked run must keep to. */
    readonly lock?: { readonly file: string; readonly text: string };
  };
}

/**
 * Reads the run file, masks its secrets, and starts the manager.
 *
 * State is on disk and saved before the manager exists: from then on post can find and remove everything.
 */
export async function startSession(
  inputs: ActionInputs,
  own: ActionProcess,
  log: JobLog,
): Promise<RunSession> {
  const { environment } = own;
  const workspace = runnerVariable(environment, "GITHUB_WORKSPACE");
  const runnerTemp = runnerVariable(environment, "RUNNER_TEMP");
  const { path: file, text } = findRunFile(
    workspace,
    inputs.config === "" ? undefined : inputs.config,
  );
  const values = await neededValues(
    text,
    inputs.vars,
    environment,
    await runFileShelf(
      { templatesFolder: own.templates },
      { file, text, workspace, variables: inputs.vars, environment },
    ),
  );
  const shown = shownPath(workspace, file);
  const lock = inputs.locked ? neededLock(workspace, shown) : undefined;
  const token = randomBytes(32).toString("base64url");
  await maskSecrets([...Object.values(values.secrets), token]);
  own.signal.throwIfAborted();

  const state: RunState = {
    runId: randomBytes(16).toString("hex"),
    owner: null,
    pid: null,
    url: null,
    token,
    artifactName: artifactName(inputs["artifact-name"], environment),
    retentionDays: inputs["retention-days"],
    upload: inputs.upload,
    summary: inputs.summary,
    annotations: inputs.annotations,
    cancelled: false,
    published: false,
  };
  const stateDir = createStateDir(runnerTemp, state);
  await saveRunId(state.runId);
  const manager = launchManager({
    execPath: own.execPath,
    managerEntry: own.managerEntry,
    environment,
    stateDir,
    reportDir: reportDirOf(stateDir),
    runId: state.runId,
    token,
    workspace,
    job: jobProcessOf(own.parentPid),
    allow: inputs.allow,
    ...(inputs["registry-mirror"] !== undefined && { registryMirror: inputs["registry-mirror"] }),
  });
  const started = { ...state, pid: manager.pid ?? null, owner: ownerOf(manager.pid) };
  writeState(stateDir, started);
  const url = await untilCancelled(manager.url, own).catch((error: unknown) => {
    writeState(stateDir, { ...started, cancelled: own.signal.aborted });
    throw error;
  });
  const listening = { ...started, url };
  writeState(stateDir, listening);
  log.say(`Run ${state.runId} of ${shown}`);
  return {
    state: listening,
    stateDir,
    url,
    request: { file: shown, text, workspace, ...values, ...(lock && { lock }) },
  };
}

/** From the root of the repository, as annotations want it. */
function shownPath(workspace: string, file: string): string {
  const path = relative(workspace, resolve(workspace, file));
  return path.startsWith("..") || isAbsolute(path) ? file : path;
}
