import { randomBytes } from "node:crypto";
import { asFault, codes, exitCodes, Fault } from "../fault/index.ts";
import { type Annotation, terminalReport } from "../report/index.ts";
import { type ActionProcess, interruption, untilCancelled } from "./action-process.ts";
import { problemAnnotations, warning } from "./annotations.ts";
import { artifactUrl } from "./artifacts.ts";
import { addSummary, annotate, setOutputs } from "./commands.ts";
import { faultMarkdown } from "./fault-markdown.ts";
import { type ActionInputs, readInputs } from "./inputs.ts";
import { createJobLog, type JobLog } from "./job-log.ts";
import { managerLogOf, tailOf } from "./launch.ts";
import { endManager } from "./manager-process.ts";
import { publish } from "./publish.ts";
import { faultOfRun, type RunResult, runScenarios } from "./run-scenarios.ts";
import { type RunSession, startSession } from "./run-session.ts";
import { reportDirOf, writeState } from "./run-state.ts";

/** Time for a teardown in order: servers may ignore the end of stdin and SIGTERM. */
const shutdownMs = 65_000;
/** The runner sends SIGTERM 7.5 s after SIGINT; what takes longer is left to post. */
const cancelMs = 3_000;
/** What servers under test may come to without failing the step, when `fail-on` says so. */
const aboutServers: readonly number[] = [
  exitCodes.failed,
  exitCodes.notReady,
  exitCodes.breached,
  exitCodes.timeout,
];

/** The step itself: runs the run file and answers the exit code of the process. Never rejects. */
export async function runMain(own: ActionProcess): Promise<number> {
  const log = createJobLog(own.write, () => randomBytes(16).toString("hex"));
  let inputs: ActionInputs | undefined;
  let session: RunSession | undefined;
  try {
    inputs = readInputs(own.environment);
    session = await startSession(inputs, own, log);
    const result = await runScenarios(session, inputs, own, log);
    await finish(session, result, inputs, own, log);
    const forgiven = inputs["fail-on"] === "never" && aboutServers.includes(result.exit_code);
    return forgiven ? exitCodes.passed : result.exit_code;
  } catch (thrown) {
    const fault = own.signal.aborted ? interruption() : asFault(thrown);
    // With a session there is a record, and post reports from it.
    await giveUp(
      fault,
      session === undefined && (inputs?.summary ?? true),
      inputs?.annotations ?? true,
      log,
    );
    return fault.exitCode;
  }
}

async function finish(
  session: RunSession,
  result: RunResult,
  inputs: ActionInputs,
  own: ActionProcess,
  log: JobLog,
): Promise<void> {
  const { stateDir, url } = session;
  const { environment } = own;
  const fault = faultOfRun(result);
  const atPlaces = inputs.annotations && fault !== undefined && fault.problems.length > 0;
  if (atPlaces) {
    await annotateFault(fault);
  }
  // What the places say is not said once more for the whole.
  const state = atPlaces ? { ...session.state, annotations: false } : session.state;
  writeState(stateDir, state);
  const reportDir = reportDirOf(stateDir);
  // Set before anything that takes time: a cancellation must not lose them.
  await setOutputs({ ...countsOf(result), "report-path": reportDir });
  if (inputs["keep-running"]) {
    await setOutputs({ "manager-url": url, "manager-token": state.token });
    log.say(
      `${result.outcome}. The servers stay up until the end of the job; the report follows then.`,
    );
    return;
  }
  const ending = await untilCancelled(
    endManager(state, stateDir, own.version, shutdownMs, own.clock),
    own,
    cancelMs,
  );
  if (ending !== "shut-down" && ending !== "already-gone") {
    log.say(`The manager did not end by itself; it was ${ending}.`);
  }
  const { report, upload, warnings } = await untilCancelled(
    publish({ state, stateDir, environment }),
    own,
  );
  writeState(stateDir, { ...state, published: true });
  if (upload?.zip !== undefined) {
    const { id } = upload.zip;
    await setOutputs({ "artifact-id": String(id), "artifact-url": artifactUrl(id, environment) });
  }
  await annotate(warnings.map(warning));
  if (inputs["log-level"] === "debug") {
    log.foreign(tailOf(managerLogOf(reportDir)));
  }
  if (report !== undefined) {
    log.foreign(terminalReport(report));
  }
  const html =
    upload?.html === undefined
      ? `${reportDir}/report.html`
      : artifactUrl(upload.html.id, environment);
  log.say(`Report: ${html}`);
}

async function giveUp(
  fault: Fault,
  summary: boolean,
  annotations: boolean,
  log: JobLog,
): Promise<void> {
  try {
    log.foreign(faultText(fault));
    // An error is marked even where marks in the run file are not wanted: the step fails by it.
    await annotateFault(
      annotations ? fault : new Fault(fault.code, fault.message, { hint: fault.hint }),
    );
    await setOutputs({
      outcome: "broken",
      passed: "0",
      failed: "0",
      broken: "0",
      skipped: "0",
      "exit-code": String(fault.exitCode),
    });
    if (summary) {
      await addSummary(faultMarkdown(fault));
    }
  } catch (error) {
    // An output file that cannot be written; the exit code says the rest.
    log.say(`Outputs could not be set: ${asFault(error).message}`);
  }
}

/** One error annotation for each place that is wrong, or one for the whole. */
async function annotateFault(fault: Fault): Promise<void> {
  const { title } = codes[fault.code];
  const message = `${fault.message}\n${fault.hint}`;
  const whole: Annotation = {
    level: "error",
    title,
    message,
    file: null,
    line: null,
    column: null,
  };
  await annotate(fault.problems.length > 0 ? problemAnnotations(title, fault.problems) : [whole]);
}

function faultText(fault: Fault): string {
  const places = fault.problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );
  return [`${codes[fault.code].title}: ${fault.message}`, ...places, fault.hint].join("\n");
}

function countsOf(
  result: RunResult,
): Record<"outcome" | "passed" | "failed" | "broken" | "skipped" | "exit-code", string> {
  return {
    outcome: result.outcome,
    passed: String(result.passed),
    failed: String(result.failed),
    broken: String(result.broken),
    skipped: String(result.skipped),
    "exit-code": String(result.exit_code),
  };
}
