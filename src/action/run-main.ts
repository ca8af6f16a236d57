import { randomBytes } from "node:crypto";
import { asFault, exitCodes, Fault } from "../fault/index.ts";
import { type ActionProcess, interruption, untilCancelled } from "./action-process.ts";
import { notice } from "./annotations.ts";
import { offersCache } from "./cache-process.ts";
import { addSummary, annotate, setOutputs } from "./commands.ts";
import { countsOf, countsSoFar } from "./counts.ts";
import { annotateFault, faultText } from "./fault-annotation.ts";
import { faultMarkdown } from "./fault-markdown.ts";
import { finish } from "./finish.ts";
import { type ActionInputs, readInputs } from "./inputs.ts";
import { createJobLog, type JobLog } from "./job-log.ts";
import { type RunResult, runScenarios } from "./run-scenarios.ts";
import { type RunSession, startSession } from "./run-session.ts";
import { writeState } from "./run-state.ts";

/** What servers under test may come to without failing the step, when `fail-on` says so. */
const aboutServers: readonly number[] = [
  exitCodes.failed,
  exitCodes.notReady,
  exitCodes.breached,
  exitCodes.timeout,
];

/** How far main came, for when it cannot go on. */
interface Progress {
  inputs?: ActionInputs;
  session?: RunSession;
  result?: RunResult;
}

/** The step itself: runs the run file and answers the exit code of the process. Never rejects. */
export async function runMain(own: ActionProcess): Promise<number> {
  const log = createJobLog(own.write, () => randomBytes(16).toString("hex"));
  const progress: Progress = {};
  try {
    const inputs = readInputs(own.environment);
    progress.inputs = inputs;
    const started = await startSession(inputs, own, log);
    progress.session = started;
    const session = await withImages(started, inputs, own, log);
    progress.session = session;
    const result = await runScenarios(session, inputs, own, log);
    progress.result = result;
    await setOutputs(countsOf(result));
    const unwritten = await finish(session, result, inputs, own, log);
    const forgiven = inputs["fail-on"] === "never" && aboutServers.includes(result.exit_code);
    const exitCode = forgiven ? exitCodes.passed : result.exit_code;
    return exitCode === exitCodes.passed ? (unwritten?.exitCode ?? exitCode) : exitCode;
  } catch (thrown) {
    const fault = own.signal.aborted ? interruption() : asFault(thrown);
    await giveUp(fault, progress, log).catch((error: unknown) =>
      // A file of the runner that cannot be written; the exit code says the rest.
      log.say(`Outputs could not be set: ${asFault(error).message}`),
    );
    return fault.exitCode;
  }
}

/** Images from the cache, where the runner has one and it is wanted. */
async function withImages(
  session: RunSession,
  inputs: ActionInputs,
  own: ActionProcess,
  log: JobLog,
): Promise<RunSession> {
  if (inputs.cache === "false" || !offersCache(own.environment)) {
    return session;
  }
  if (inputs.cache === "gha") {
    const { buildByBuildx } = await import("./buildx-images.ts");
    await annotate((await untilCancelled(buildByBuildx(session, own, log), own)).map(notice));
    return session;
  }
  const { restoreImages } = await import("./image-cache.ts");
  const { images, notices } = await restoreImages(session, own, log);
  await annotate(notices.map(notice));
  const state = { ...session.state, images };
  writeState(session.stateDir, state);
  return { ...session, state };
}

/** Cancelled is not failed, and post is to know the difference. */
function noteCancelled(session: RunSession | undefined): void {
  if (session !== undefined) {
    writeState(session.stateDir, { ...session.state, cancelled: true });
  }
}

async function giveUp(
  fault: Fault,
  { inputs, session, result }: Progress,
  log: JobLog,
): Promise<void> {
  log.foreign(faultText(fault));
  if (fault.code === "INTERRUPTED") {
    noteCancelled(session);
  } else {
    // An error is marked even where marks in the run file are not wanted: the step fails by it.
    const whole = new Fault(fault.code, fault.message, { hint: fault.hint });
    await annotateFault((inputs?.annotations ?? true) ? fault : whole);
  }
  if (result === undefined) {
    await setOutputs(countsSoFar(session?.stateDir, fault.exitCode));
  }
  // With a session there is a record, and post reports from it.
  if (session === undefined && (inputs?.summary ?? true) && fault.code !== "INTERRUPTED") {
    await addSummary(faultMarkdown(fault));
  }
}
