import type { RecordReader, SampleRow, ServerRow, StepRow } from "../record/index.ts";
import { hardeningOf } from "./hardening.ts";
import type { BaseReport, SeriesPoint, ServerReport } from "./model.ts";

const maxPoints = 120;

/** What a server did and what it cost, from all its samples. */
export function summariseServer(
  server: ServerRow,
  reader: RecordReader,
  steps: readonly StepRow[],
  findings: number,
  {
    contextCost,
    egress,
    throttledMs,
  }: Pick<ServerReport, "contextCost" | "egress" | "throttledMs">,
): ServerReport {
  const { isolation, bases, ...row } = server;
  const applied = parseObject(isolation);
  const own = steps.filter((step) => step.server === server.name && step.outcome !== "skipped");
  return {
    ...row,
    isolation: applied,
    hardening: hardeningOf(applied),
    bases: basesIn(bases),
    steps: own.length,
    p95Ms: percentile(
      own.filter((step) => step.outcome !== "broken").map((step) => step.durationMs),
      0.95,
    ),
    ...summariseSamples(reader.samples(server.name)),
    logLines: reader.count("log", server.name),
    wireMessages: reader.count("wire", server.name),
    findings,
    contextCost,
    egress,
    throttledMs,
    transitions: reader
      .transitions(server.name)
      .map(({ atMs, state, reason }) => ({ atMs, state, reason })),
  };
}

/** Counters start anew with a restarted container, so totals are sums of what was added. */
function summariseSamples(
  samples: Iterable<SampleRow>,
): Pick<
  ServerReport,
  | "cpuMs"
  | "peakMemoryBytes"
  | "meanMemoryBytes"
  | "memoryLimitBytes"
  | "peakPids"
  | "rxBytes"
  | "txBytes"
  | "samples"
  | "series"
> {
  const points: SeriesPoint[] = [];
  const total = { cpuMs: 0, rxBytes: 0, txBytes: 0, memoryBytes: 0, peakPids: 0 };
  let before: SampleRow | null = null;
  for (const sample of samples) {
    total.cpuMs += added(before?.cpuMs, sample.cpuMs);
    total.rxBytes += added(before?.rxBytes, sample.rxBytes);
    total.txBytes += added(before?.txBytes, sample.txBytes);
    total.memoryBytes += sample.memoryBytes;
    total.peakPids = Math.max(total.peakPids, sample.pids);
    points.push({
      atMs: sample.atMs,
      memoryBytes: sample.memoryBytes,
      cpuPercent: sample.cpuPercent ?? 0,
    });
    before = sample;
  }
  const none = points.length === 0;
  return {
    cpuMs: total.cpuMs,
    peakMemoryBytes: none ? null : points.reduce((most, at) => Math.max(most, at.memoryBytes), 0),
    meanMemoryBytes: none ? null : total.memoryBytes / points.length,
    memoryLimitBytes: before?.memoryLimitBytes ?? null,
    peakPids: none ? null : total.peakPids,
    rxBytes: total.rxBytes,
    txBytes: total.txBytes,
    samples: points.length,
    series: thinned(points),
  };
}

function added(before: number | undefined, now: number): number {
  return before === undefined || now < before ? now : now - before;
}

function thinned(points: readonly SeriesPoint[]): SeriesPoint[] {
  const columns = Math.min(maxPoints, points.length);
  return Array.from({ length: columns }, (_, column) => {
    const start = Math.floor((column * points.length) / columns);
    const part = points.slice(start, Math.floor(((column + 1) * points.length) / columns));
    return {
      atMs: part[0]?.atMs ?? 0,
      memoryBytes: Math.max(...part.map((point) => point.memoryBytes)),
      cpuPercent: Math.max(...part.map((point) => point.cpuPercent)),
    };
  });
}

/** Nearest rank; null for no values. */
function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** Our own writer made it; a record that was touched has no bases. */
function basesIn(json: string | null): readonly BaseReport[] {
  const { value } = parseObject(json === null ? null : `{"value":${json}}`) ?? {};
  return Array.isArray(value)
    ? value.filter(isMap).map(({ reference, id, digest }) => ({
        reference: String(reference),
        id: String(id),
        digest: typeof digest === "string" ? digest : null,
      }))
    : [];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseObject(json: string | null): Readonly<Record<string, unknown>> | null {
  if (json === null) {
    return null;
  }
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? { ...value } : { value };
  } catch {
    return { text: json };
  }
}
