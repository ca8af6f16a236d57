import { existsSync } from "node:fs";
import { join } from "node:path";
import { asFault, type Fault } from "../fault/index.ts";
import { readRecord, sealRecord } from "../record/index.ts";
import {
  annotations,
  buildReport,
  type Report,
  summaryMarkdown,
  writeReports,
} from "../report/index.ts";
import { artifactUrl, type UploadResult, uploadReports } from "./artifacts.ts";
import { addSummary, annotate, inGroup } from "./commands.ts";
import { cacheLine } from "./image-cache-line.ts";
import { type RunState, reportDirOf } from "./run-state.ts";

export interface Publication {
  /** Undefined when there is no readable record. */
  readonly report: Report | undefined;
  /** Why its files are not all there. */
  readonly unwritten: Fault | undefined;
  readonly upload: UploadResult | undefined;
  readonly warnings: readonly string[];
}

export interface PublishRequest {
  readonly state: RunState;
  readonly stateDir: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Writes the reports from the record; then annotations, summary and artifacts as the inputs say. Never rejects. */
export async function publish(request: PublishRequest): Promise<Publication> {
  const { state, stateDir, environment } = request;
  const reportDir = reportDirOf(stateDir);
  const warnings: string[] = [];
  const { report, unwritten } = await writeAll(reportDir, warnings);
  // A full disk that has ended the run is told as its fault, and not once more for each file.
  const isTold = report?.run.fault?.code === "RECORD_UNWRITABLE";
  if (isTold) {
    warnings.length = 0;
  } else if (unwritten !== undefined) {
    warnings.push(`The reports could not be written: ${unwritten.message}`);
  }
  if (state.cancelled && (report === undefined || isEmpty(report))) {
    return { report: undefined, unwritten, upload: undefined, warnings };
  }
  // Cancelled is not failed: nobody needs marks at steps that were not reached.
  if (report !== undefined && state.annotations && !state.cancelled) {
    await annotate(annotations(report));
  }
  let upload: UploadResult | undefined;
  if (state.upload && !environment["ACTIONS_RUNTIME_TOKEN"]) {
    warnings.push("Nothing was uploaded: this runner offers no artifact service.");
  } else if (state.upload) {
    upload = await inGroup("Upload of the reports", () =>
      uploadReports({
        reportDir,
        stagingDir: join(stateDir, "staging"),
        name: state.artifactName,
        suffix: state.runId.slice(0, 8),
        retentionDays: state.retentionDays,
      }),
    );
    warnings.push(...upload.warnings);
  }
  if (state.summary && report !== undefined) {
    const html = upload?.html ?? upload?.zip;
    const fullReport = html === undefined ? {} : { fullReport: artifactUrl(html.id, environment) };
    const images = cacheLine(state.images);
    const failure = await addSummary(
      `${summaryMarkdown(report, fullReport)}${images === undefined ? "" : `\n${images}\n`}`,
    );
    warnings.push(...(failure === undefined ? [] : [failure]));
  }
  return { report, unwritten, upload, warnings };
}

/** Cancelled before anything was begun: there is nothing to say. */
function isEmpty(report: Report): boolean {
  return report.servers.length === 0 && report.scenarios.length === 0;
}

/** What was written, and what could not be: the report of a record is there also when its files are not. */
async function writeAll(
  reportDir: string,
  warnings: string[],
): Promise<Pick<Publication, "report" | "unwritten">> {
  const recordFile = join(reportDir, "run.db");
  if (!existsSync(recordFile)) {
    return { report: undefined, unwritten: undefined };
  }
  try {
    sealRecord(recordFile);
  } catch (error) {
    // What can still be read of a damaged record is reported all the same.
    warnings.push(asFault(error).message);
  }
  try {
    using reader = readRecord(recordFile);
    const report = buildReport(reader);
    const unwritten = await writeReports(reportDir, reader).then(() => undefined, asFault);
    return { report, unwritten };
  } catch (error) {
    warnings.push(`The record could not be read: ${asFault(error).message}`);
    return { report: undefined, unwritten: undefined };
  }
}
