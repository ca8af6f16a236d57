import type { Fault } from "../fault/index.ts";
import { terminalReport } from "../report/index.ts";
import { type ActionProcess, untilCancelled } from "./action-process.ts";
import { warning } from "./annotations.ts";
import { artifactUrl } from "./artifacts.ts";
import { annotate, setOutputs } from "./commands.ts";
import { annotateFault } from "./fault-annotation.ts";
import type { ActionInputs } from "./inputs.ts";
import type { JobLog } from "./job-log.ts";
import { managerLogOf, tailOf } from "./launch.ts";
import { endManager } from "./manager-process.ts";
import { publish } from "./publish.ts";
import { faultOfRun, type RunResult } from "./run-scenarios.ts";
import type { RunSession } from "./run-session.ts";
import { reportDirOf, writeState } from "./run-state.ts";

/** Time for a teardown in order: servers may ignore the end of stdin and SIGTERM. */
const shutdownMs = 65_000;
/** The runner sends SIGTERM 7.5 s after SIGINT; what takes longer is left to post. */
const cancelMs = 3_000;

/**
 * What main does after a run: outputs, and unless servers are to stay up, teardown, reports and artifacts.
 *
 * Resolves to why the files of the reports are not all there, if they are not.
 */
export async function finish(
  session: RunSession,
  result: RunResult,
  inputs: ActionInputs,
  own: ActionProcess,
  log: JobLog,
): Promise<Fault | undefined> {
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
  await setOutputs({ "report-path": reportDir });
  if (inputs["keep-running"]) {
    await setOutputs({ "manager-url": url, "manager-token": state.token });
    log.say(
      `${result.outcome}. The servers stay up until the end of the job; the report follows then.`,
    );
    return undefined;
  }
  const ending = await untilCancelled(
    endManager(state, stateDir, own.version, shutdownMs, own.clock),
    own,
    cancelMs,
  );
  if (ending !== "shut-down" && ending !== "already-gone") {
    log.say(`The manager did not end by itself; it was ${ending}.`);
  }
  const { report, unwritten, upload, warnings } = await untilCancelled(
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
    const { engineDiagnostics } = await import("./diagnostics.ts");
    log.foreign(await engineDiagnostics());
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
  return unwritten;
}
