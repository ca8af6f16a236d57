import { type FileHandle, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Fault } from "../fault/index.ts";
import type { RecordReader } from "../record/index.ts";
import { forCsv, forFileName } from "../text/index.ts";
import { containersOf } from "./beside.ts";
import { buildReport } from "./build.ts";
import { reportHtml } from "./html/page.ts";
import { junitXml } from "./junit.ts";
import type { Report } from "./model.ts";
import { type SummaryOptions, summaryMarkdown } from "./summary.ts";

const chunkCharacters = 256 * 1024;

/**
 * Writes the report's files into `directory`, each whole or not at all; resolves to their paths relative to it. Rejects
 * RECORD_UNWRITABLE.
 *
 * Names of servers become safe file names; whatever stands at such a path, a link too, is replaced, not followed.
 */
export async function writeReports(
  directory: string,
  reader: RecordReader,
  options: SummaryOptions = {},
): Promise<readonly string[]> {
  const report = buildReport(reader);
  const written: string[] = [];
  const write = async (name: string, chunks: Iterable<string>): Promise<void> => {
    await writeWhole(join(directory, name), chunks);
    written.push(name);
  };
  await write("report.json", [reportJson(report)]);
  await write("junit.xml", [junitXml(report)]);
  await write("summary.md", [summaryMarkdown(report, options)]);
  await write("report.html", [reportHtml(report, reader)]);
  for (const { name, role } of containersOf(report)) {
    const base = forFileName(name);
    await write(`logs/${base}.ndjson`, ndjson(reader.logs({ server: name })));
    if (role === "server") {
      await write(`wire/${base}.ndjson`, ndjson(reader.wire({ server: name })));
    }
    await write(`metrics/${base}.csv`, metricsCsv(reader, name));
  }
  for (const { server, data } of reader.events("sbom")) {
    await write(`sbom/${forFileName(server ?? "")}.cdx.json`, [data]);
  }
  await write("audit.ndjson", ndjson(reader.events("audit")));
  if (report.run.runFileText !== null) {
    await write("run-file.yml", [report.run.runFileText]);
  }
  return written;
}

/** The report as JSON, one line per level for people. */
function reportJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function* ndjson(rows: Iterable<object>): Generator<string> {
  for (const row of rows) {
    yield `${JSON.stringify(row)}\n`;
  }
}

function* metricsCsv(reader: RecordReader, server: string): Generator<string> {
  yield "server,at_ms,cpu_ms,cpu_percent,memory_bytes,memory_limit_bytes,rx_bytes,tx_bytes,pids\n";
  const name = forCsv(server);
  for (const at of reader.samples(server)) {
    const numbers = [
      at.atMs,
      at.cpuMs,
      at.cpuPercent,
      at.memoryBytes,
      at.memoryLimitBytes,
      at.rxBytes,
      at.txBytes,
      at.pids,
    ];
    yield `${[name, ...numbers.map((number) => number ?? "")].join(",")}\n`;
  }
}

async function writeWhole(path: string, chunks: Iterable<string>): Promise<void> {
  const temporary = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await rm(temporary, { force: true });
    // "wx" follows no link: whoever may write here cannot lead us elsewhere.
    const file = await open(temporary, "wx", 0o644);
    try {
      await writeChunks(file, chunks);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw unwritable(path, error);
  }
}

/** What the disk or its permissions refuse is no fault of ours; all else is. */
function unwritable(path: string, error: unknown): unknown {
  return error instanceof Error && "errno" in error
    ? new Fault("RECORD_UNWRITABLE", `${path} could not be written: ${error.message}`, {
        cause: error,
      })
    : error;
}

async function writeChunks(file: FileHandle, chunks: Iterable<string>): Promise<void> {
  let buffer = "";
  for (const chunk of chunks) {
    buffer += chunk;
    if (buffer.length >= chunkCharacters) {
      await writeFile(file, buffer);
      buffer = "";
    }
  }
  await writeFile(file, buffer);
}
