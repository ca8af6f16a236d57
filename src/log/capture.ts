import type { Clock } from "../clock/index.ts";
import type { WireTap } from "../mcp/index.ts";
import type { LogRow, NewFinding, Severity, WireRow } from "../record/index.ts";
import { watchEgress } from "./egress.ts";
import { createQuota, defaultOutputLimits, type OutputLimits } from "./limits.ts";
import { createLineSplitter } from "./lines.ts";
import { createLogLines } from "./log-lines.ts";
import { createRecentLines, type RecentLines } from "./recent-lines.ts";
import type { Redactor } from "./redactor.ts";
import { createTail } from "./tail.ts";

export interface CaptureDeps {
  readonly clock: Clock;
  /** What is written to; the record's writer is one. */
  readonly record: {
    log(row: LogRow): void;
    wire(row: WireRow): void;
    finding(row: NewFinding): void;
  };
  readonly redactor: Redactor;
  /** The server is not let out: output that shows it wanted to becomes a finding, once. */
  readonly noEgress: boolean;
  /** What it is let out to is reached through a proxy only; that is then said. */
  readonly isProxied?: boolean;
  readonly limits?: Partial<OutputLimits>;
  /** stdout carries no protocol (the server speaks HTTP): its lines are log, like those of stderr. */
  readonly stdoutIsLog?: boolean;
  /** Told every line of output that is no protocol message. */
  readonly onLine?: (text: string) => void;
  /** Where marks stay good from one container of a server to the next; default is one of its own. */
  readonly recent?: RecentLines;
}

/** Bytes as received; dropped are lines and messages that are not in the record. */
export interface OutputCounts {
  readonly stdoutBytes: number;
  readonly stderrBytes: number;
  readonly droppedLines: number;
}

/** Takes everything a server says; never blocks, never throws. */
export interface OutputCapture {
  /** Counts a chunk of stdout; its lines come through the tap, unless stdout is log. */
  readonly stdout: (chunk: Uint8Array) => void;
  readonly stderr: (chunk: Uint8Array) => void;
  /** For the session: messages, stray lines and findings of the wire. */
  readonly tap: WireTap;
  /** The last 20 lines of stderr, each at most 1,000 characters, without secrets. */
  readonly tail: () => readonly string[];
  /** A moment of stderr; `stderrSince` gives its lines after it, without secrets. */
  readonly stderrMark: () => number;
  readonly stderrSince: (mark: number) => string;
  /** Call when both streams have ended: writes what is held back, says what was dropped. */
  readonly finish: () => OutputCounts;
}

const tailLines = 20;
const tailCharacters = 1_000;
/** In an error the words stand at the beginning; a large answer is not searched. */
const searchedCharacters = 4_096;
const errorAnswer = /"isError"\s*:\s*true|"error"\s*:\s*\{/;

/** Captures one server's output into the record, from its first byte; keeps what the limits allow, counts the rest. */
export function captureOutput(server: string, deps: CaptureDeps): OutputCapture {
  const { clock, record, redactor } = deps;
  const limits = { ...defaultOutputLimits, ...deps.limits };
  let toldOfSecret = false;
  const lines = createLogLines(server, limits, {
    ...deps,
    onSecret: (stream) => tellOfSecret(`on ${stream}`),
  });
  const wireQuota = createQuota(limits.wireMessages, limits.wireBytes);
  const tail = createTail(tailLines);
  const lookForEgress = deps.noEgress
    ? watchEgress(server, deps.isProxied === true, (message) =>
        finding("wanted-egress", "warning", message),
      )
    : () => undefined;
  const { recent = createRecentLines() } = deps;
  const splitter = createLineSplitter(limits.lineBytes, (line) => {
    tail.add(line.text);
    recent.add(line.text);
    deps.onLine?.(line.text);
    lookForEgress(line.text);
    lines.add("stderr", line);
  });
  const stdoutLog = createLineSplitter(limits.lineBytes, (line) => {
    deps.onLine?.(line.text);
    lookForEgress(line.text);
    lines.add("stdout", line);
  });
  let stdoutBytes = 0;
  let tappedBytes = 0;
  let stderrBytes = 0;

  function finding(
    code: string,
    severity: Severity,
    message: string,
    reference: string | null = null,
  ): void {
    const redacted = redactor.redact(message);
    record.finding({
      server,
      code,
      severity,
      message: redacted,
      reference,
      atMs: clock.nowMs(),
      stepId: null,
    });
  }

  /** Once: what a server prints, it prints again. */
  function tellOfSecret(where: string): void {
    if (!toldOfSecret) {
      toldOfSecret = true;
      const message = `Server "${server}" printed a secret ${where}; it is hidden here, and nowhere else`;
      finding("secret-printed", "warning", message);
    }
  }

  const tap: WireTap = {
    message(direction, text, bytes, truncated, own = false) {
      if (direction === "received") {
        tappedBytes += bytes + 1;
        const head = text.slice(0, searchedCharacters);
        if (deps.noEgress && errorAnswer.test(head)) {
          lookForEgress(head);
        }
      }
      if (wireQuota.admits(bytes)) {
        const cut = redactor.cut(text, limits.messageBytes, truncated);
        if (direction === "received" && redactor.active && !cut.truncated && cut.text !== text) {
          tellOfSecret("in a message");
        }
        record.wire({ server, direction, own, atMs: clock.nowMs(), bytes, ...cut });
      }
    },
    stray(text, bytes, truncated) {
      tappedBytes += bytes + 1;
      deps.onLine?.(text);
      lookForEgress(text.slice(0, searchedCharacters));
      lines.add("stdout", { text, bytes, truncated });
    },
    dropped(count, bytes) {
      tappedBytes += bytes + count;
      lines.drop("stdout", count);
    },
    finding: ({ code, severity, message, reference }) =>
      finding(code, severity, message, reference),
  };

  return {
    stdout(chunk) {
      stdoutBytes += chunk.length;
      if (deps.stdoutIsLog === true && lines.full) {
        lines.drop("stdout", stdoutLog.pushLast(chunk, 0));
      } else if (deps.stdoutIsLog === true) {
        stdoutLog.push(chunk);
      }
    },
    stderr(chunk) {
      stderrBytes += chunk.length;
      if (lines.full) {
        lines.drop("stderr", splitter.pushLast(chunk, tailLines));
      } else {
        splitter.push(chunk);
      }
    },
    tap,
    tail() {
      const rest = splitter.rest();
      const last = [...tail.lines(), ...(rest === "" ? [] : [rest])].slice(-tailLines);
      const shown = last.length === 0 ? [] : redactor.redact(last.join("\n")).split("\n");
      return shown.map((line) => redactor.cut(line, tailCharacters).text);
    },
    stderrMark: recent.mark,
    stderrSince(mark) {
      const rest = splitter.rest();
      const lines = [...recent.since(mark), ...(rest === "" ? [] : [rest])];
      return redactor.redact(lines.join("\n"));
    },
    finish() {
      splitter.end();
      stdoutLog.end();
      lines.finish();
      const droppedLines = lines.dropped + wireQuota.refused;
      if (droppedLines > 0) {
        finding("output-dropped", "warning", droppedMessage(lines.dropped, wireQuota.refused));
      }
      // Over HTTP, what is tapped does not come from stdout.
      const stdout = deps.stdoutIsLog === true ? stdoutBytes : Math.max(stdoutBytes, tappedBytes);
      return { stdoutBytes: stdout, stderrBytes, droppedLines };
    },
  };
}

function droppedMessage(lines: number, messages: number): string {
  return `a flood of output: ${lines} lines and ${messages} messages were counted but not kept`;
}
