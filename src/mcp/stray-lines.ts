import type { Findings } from "./findings.ts";
import { count, quote } from "./quote.ts";
import type { WireTap } from "./wire.ts";

/** Stray lines handed over one by one in each period; the rest of a flood is counted. */
const linesPerPeriod = 2_000;
const bytesPerPeriod = 1024 * 1024;
const periodMs = 100;

/** Lines of stdout that are no protocol messages: all counted, the tap sees as many as it can bear. */
export class StrayLines {
  readonly #tap: WireTap;
  readonly #findings: Findings;
  readonly #nowMs: () => number;
  #periodStart = -Infinity;
  #lines = 0;
  #bytes = 0;
  #droppedLines = 0;
  #droppedBytes = 0;

  constructor(tap: WireTap, findings: Findings, nowMs: () => number) {
    this.#tap = tap;
    this.#findings = findings;
    this.#nowMs = nowMs;
  }

  add(text: string, bytes: number, line: number): void {
    this.#findings.report(
      "stdout-pollution",
      () => `line ${count(line)} of stdout is no protocol message: ${quote(text)}`,
    );
    this.#lines += 1;
    this.#bytes += bytes;
    if (this.#lines <= linesPerPeriod && this.#bytes <= bytesPerPeriod) {
      this.#tap.stray(text, bytes, false);
      return;
    }
    const now = this.#nowMs();
    if (now - this.#periodStart >= periodMs) {
      this.flush();
      this.#periodStart = now;
      this.#lines = 1;
      this.#bytes = bytes;
      this.#tap.stray(text, bytes, false);
      return;
    }
    this.#droppedLines += 1;
    this.#droppedBytes += bytes;
  }

  /** Whether the rest of this period is only counted. */
  get flooded(): boolean {
    return (
      (this.#lines >= linesPerPeriod || this.#bytes >= bytesPerPeriod) &&
      this.#nowMs() - this.#periodStart < periodMs
    );
  }

  /** Counts lines nobody has looked at. */
  skip(lines: number, bytes: number): void {
    this.#findings.report(
      "stdout-pollution",
      () => `${count(lines)} lines of stdout are no protocol messages`,
      lines,
    );
    this.#droppedLines += lines;
    this.#droppedBytes += bytes;
  }

  /** Tells the tap how many were dropped since the last time. */
  flush(): void {
    if (this.#droppedLines > 0) {
      this.#tap.dropped?.(this.#droppedLines, this.#droppedBytes);
      this.#droppedLines = 0;
      this.#droppedBytes = 0;
    }
  }
}
