import { type Clock, systemClock } from "../../src/clock/index.ts";
import {
  captureOutput,
  createRedactor,
  type OutputCapture,
  type OutputLimits,
} from "../../src/log/index.ts";
import type { LogRow, NewFinding, WireRow } from "../../src/record/index.ts";

/** Keeps rows in memory instead of a file. */
export interface MemorySink {
  readonly logs: LogRow[];
  readonly wires: WireRow[];
  readonly findings: NewFinding[];
  log(row: LogRow): void;
  wire(row: WireRow): void;
  finding(row: NewFinding): void;
}

function memorySink(): MemorySink {
  const logs: LogRow[] = [];
  const wires: WireRow[] = [];
  const findings: NewFinding[] = [];
  return {
    logs,
    wires,
    findings,
    log: (row) => logs.push(row),
    wire: (row) => wires.push(row),
    finding: (row) => findings.push(row),
  };
}

/** Cuts bytes into chunks at these fractions of their length. */
export function chunked(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.map((cut) => Math.floor(cut * bytes.length)), bytes.length].toSorted(
    (a, b) => a - b,
  );
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

export interface CaptureOptions {
  readonly secrets?: Record<string, string>;
  readonly noEgress?: boolean;
  readonly limits?: Partial<OutputLimits>;
  readonly clock?: Clock;
  readonly stdoutIsLog?: boolean;
}

/** A capture that writes to memory. */
export function capture(options: CaptureOptions = {}): { output: OutputCapture; sink: MemorySink } {
  const sink = memorySink();
  const {
    secrets = {},
    noEgress = true,
    clock = systemClock,
    limits = {},
    stdoutIsLog = false,
  } = options;
  const redactor = createRedactor(secrets);
  return {
    sink,
    output: captureOutput("srv", { clock, record: sink, redactor, noEgress, limits, stdoutIsLog }),
  };
}
