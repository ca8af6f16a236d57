import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asFault } from "../fault/index.ts";
import { readRecord, sealRecord } from "../record/index.ts";
import { buildReport, type Report, writeReports } from "../report/index.ts";
import { annotationsOf } from "./annotations.ts";
import { artifactUrl, type UploadResult, uploadReports } from "./artifacts.ts";
import { addSummary, annotate } from "./commands.ts";
import { type RunState, reportDirOf } from "./run-state.ts";

/** The runner drops a summary over 1 MiB whole, and other steps of ours may write to it too. */
const maxSummaryBytes = 900 * 1024;

export interface Publication {
  /** Undefined when there is no readable record. */
  readonly report: Report | undefined;
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
  const report = await writeAll(reportDir, warnings);
  if (report !== undefined && state.annotations) {
    await annotate(annotationsOf(report));
  }
  let upload: UploadResult | undefined;
  if (state.upload && !environment["ACTIONS_RUNTIME_TOKEN"]) {
    warnings.push("Nothing was uploaded: this runner offers no artifact service.");
  } else if (state.upload) {
    upload = await uploadReports({
      reportDir,
      stagingDir: join(stateDir, "staging"),
      name: state.artifactName,
      suffix: state.runId.slice(0, 8),
      retentionDays: state.retentionDays,
    });
    warnings.push(...upload.warnings);
  }
  if (state.summary && report !== undefined) {
    const failure = await addSummary(summaryOf(reportDir, upload, environment));
    warnings.push(...(failure === undefined ? [] : [failure]));
  }
  return { report, upload, warnings };
}

async function writeAll(reportDir: string, warnings: string[]): Promise<Report | undefined> {
  const recordFile = join(reportDir, "run.db");
  if (!existsSync(recordFile)) {
    return undefined;
  }
  try {
    sealRecord(recordFile);
  } catch (error) {
    // What can still be read of a damaged record is reported all the same.
    warnings.push(asFault(error).message);
  }
  try {
    using reader = readRecord(recordFile);
    await writeReports(reportDir, reader);
    return buildReport(reader);
  } catch (error) {
    warnings.push(`The reports could not be written: ${asFault(error).message}`);
    return undefined;
  }
}

function summaryOf(
  reportDir: string,
  upload: UploadResult | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const links = [
    upload?.html === undefined
      ? []
      : `[Open the report](${artifactUrl(upload.html.id, environment)})`,
    upload?.zip === undefined ? [] : `[all files](${artifactUrl(upload.zip.id, environment)})`,
  ].flat();
  const footer = links.length === 0 ? "" : `\n${links.join(" · ")}\n`;
  const bytes = readFileSync(join(reportDir, "summary.md"));
  const room = maxSummaryBytes - Buffer.byteLength(footer);
  if (bytes.length <= room) {
    return `${bytes.toString("utf8")}${footer}`;
  }
  // Cut at the end of a line, so that no character and no table row is torn.
  const end = bytes.lastIndexOf(0x0a, room);
  return `${bytes.subarray(0, end).toString("utf8")}\n\n_Cut here: the rest stands in the report._\n${footer}`;
}
