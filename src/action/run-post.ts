import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { reap, sweep } from "../controller/index.ts";
import { connectEngine, type Engine } from "../engine/index.ts";
import { asFault } from "../fault/index.ts";
import { terminalReport } from "../report/index.ts";
import type { ActionProcess } from "./action-process.ts";
import { notice, warning } from "./annotations.ts";
import { annotate } from "./commands.ts";
import { createJobLog, type JobLog } from "./job-log.ts";
import { endManager, endProcessesOf } from "./manager-process.ts";
import { publish } from "./publish.ts";
import { type FoundState, findState, type RunState } from "./run-state.ts";

/** Time for the manager to finish by itself; what is left then is removed by label. */
const askMs = 5_000;
/** For an engine that does not remove what it is asked to. */
const reapMs = 30_000;

/** The end of the job: ends the manager, removes everything, and reports what main could not. Never rejects. */
export async function runPost(own: ActionProcess): Promise<void> {
  const log = createJobLog(own.write, () => randomBytes(16).toString("hex"));
  const problems: string[] = [];
  try {
    const found = findState(
      own.environment["STATE_runId"],
      own.environment["RUNNER_TEMP"],
      own.userId,
    );
    if (found.kind === "found") {
      await endRun(found.state, found.stateDir, own, log, problems);
    } else if (found.kind === "unusable") {
      await endUnknownRun(found, own, log, problems);
    }
  } catch (error) {
    problems.push(asFault(error).message);
  }
  await annotate(problems.map(warning)).catch(() => undefined);
}

async function endRun(
  state: RunState,
  stateDir: string,
  own: ActionProcess,
  log: JobLog,
  problems: string[],
): Promise<void> {
  const ending = await endManager(state, stateDir, own.version, askMs, own.clock);
  if (ending !== "already-gone" && ending !== "shut-down") {
    log.say(`The manager did not end by itself; it was ${ending}.`);
  }
  if (state.pid === null) {
    // Main was killed in the instant of the start: the manager may live all the same.
    await endProcessesOf(stateDir, own.clock);
  }
  await clearEngine(state.runId, own, log, problems, ending === "shut-down" || state.published);
  let uploaded = state.published && state.upload;
  if (!state.published) {
    const { report, upload, warnings } = await publish({
      state,
      stateDir,
      environment: own.environment,
    });
    problems.push(...warnings);
    uploaded = upload?.zip !== undefined;
    if (report !== undefined) {
      log.foreign(terminalReport(report));
    }
  }
  if (state.images !== undefined) {
    const { saveImages } = await import("./image-save.ts");
    const notices = await saveImages(state, stateDir, own, log);
    await annotate(notices.map(notice)).catch(() => undefined);
  }
  removeState(stateDir, uploaded, problems);
}

/** There is no state to go by: what still runs out of the run's folder is ended, and its containers removed. */
async function endUnknownRun(
  found: Extract<FoundState, { kind: "unusable" }>,
  own: ActionProcess,
  log: JobLog,
  problems: string[],
): Promise<void> {
  problems.push(`What the step left behind cannot be used: ${found.reason}.`);
  const { runId, stateDir } = found;
  // A folder that was removed under its manager still stands in the manager's command line.
  const ended = stateDir !== undefined && (await endProcessesOf(stateDir, own.clock)) > 0;
  if (runId === undefined || stateDir === undefined || !(ended || found.exists)) {
    // A saved id that nothing proves may be anyone's: only what no living manager owns is removed.
    const stale = { nowMs: own.clock.nowMs() };
    await onEngine((engine) => sweep(engine, { stale }), own, log, problems);
    return;
  }
  await clearEngine(runId, own, log, problems, false);
  removeState(stateDir, false, problems);
}

/** After an end in order one look is enough; else the engine may still be creating what a manager had asked for. */
function clearEngine(
  runId: string,
  own: ActionProcess,
  log: JobLog,
  problems: string[],
  inOrder: boolean,
): Promise<void> {
  return onEngine(
    (engine) =>
      inOrder
        ? sweep(engine, { runId })
        : reap(engine, runId, own.clock, AbortSignal.timeout(reapMs)),
    own,
    log,
    problems,
  );
}

async function onEngine(
  remove: (engine: Engine) => Promise<{ readonly removed: number; readonly left: number }>,
  own: ActionProcess,
  log: JobLog,
  problems: string[],
): Promise<void> {
  try {
    const engine = await connectEngine({ environment: own.environment, clock: own.clock });
    try {
      const { removed, left } = await remove(engine);
      if (removed > 0) {
        log.say(`Removed ${removed} objects of the run from the engine.`);
      }
      if (left > 0) {
        problems.push(`${left} objects of the run could not be removed from the engine.`);
      }
    } finally {
      engine.close();
    }
  } catch (error) {
    // Without an engine there is nothing to remove; main has said that there is none.
    log.say(`The engine was not asked for leftovers: ${asFault(error).message}`);
  }
}

/** The token goes in any case. Reports that were not uploaded stay until the runner empties its folder. */
function removeState(stateDir: string, uploaded: boolean, problems: string[]): void {
  const gone = uploaded
    ? [stateDir]
    : ["state.json", "boot.json", "staging"].map((name) => join(stateDir, name));
  try {
    for (const path of gone) {
      rmSync(path, { recursive: true, force: true });
    }
  } catch (error) {
    problems.push(asFault(error).message);
  }
}
