import type { Clock } from "../clock/index.ts";
import type { LogRow, Stream } from "../record/index.ts";
import { cutBytes } from "./cut.ts";
import { createQuota, type OutputLimits } from "./limits.ts";
import type { LineRedactor } from "./line-redactor.ts";
import type { Line } from "./lines.ts";
import type { Redactor } from "./redactor.ts";

export interface LogLinesDeps {
  readonly clock: Clock;
  readonly record: { log(row: LogRow): void };
  readonly redactor: Redactor;
  /** Told of each secret in the lines. */
  readonly onSecret: (where: Stream) => void;
}

/** Writes lines of stdout and stderr, without secrets, until the limits; counts the rest. */
export interface LogLines {
  add(stream: Stream, line: Line): void;
  /** Counts lines nobody has read. */
  drop(stream: Stream, lines: number): void;
  readonly full: boolean;
  readonly dropped: number;
  /** Writes what is held back. */
  finish(): void;
}

/** A line whose end may begin a secret waits this long for the next one. */
const holdMs = 250;

export function createLogLines(server: string, limits: OutputLimits, deps: LogLinesDeps): LogLines {
  const { clock, record, redactor } = deps;
  const quota = createQuota(limits.logLines, limits.logBytes);
  const marked = new Set<Stream>();
  const redactors = { stdout: lineRedactor("stdout"), stderr: lineRedactor("stderr") };
  let dropped = 0;
  let waiting: AbortController | undefined;

  function lineRedactor(stream: Stream): LineRedactor<Omit<LogRow, "server" | "stream" | "text">> {
    return redactor.lines(
      (text, about) => record.log({ server, stream, text, ...about }),
      () => deps.onSecret(stream),
    );
  }

  function drop(stream: Stream, lines: number): void {
    dropped += lines;
    if (!marked.has(stream)) {
      marked.add(stream);
      redactors[stream].flush();
      const text = `[further lines of ${stream} are counted, not kept]`;
      const bytes = Buffer.byteLength(text);
      record.log({ server, stream, atMs: clock.nowMs(), text, bytes, truncated: true });
    }
  }

  function flush(): void {
    waiting?.abort();
    waiting = undefined;
    redactors.stdout.flush();
    redactors.stderr.flush();
  }

  function flushSoon(): void {
    if (waiting === undefined) {
      waiting = new AbortController();
      clock.sleep(holdMs, waiting.signal).then(flush, () => undefined);
    }
  }

  return {
    add(stream, line) {
      if (!quota.admits(line.bytes)) {
        drop(stream, 1);
        return;
      }
      const { text, truncated } = cutBytes(line.text, limits.lineBytes, line.truncated);
      redactors[stream].push(
        text,
        { atMs: clock.nowMs(), bytes: line.bytes, truncated },
        truncated,
      );
      if (redactors[stream].holding) {
        flushSoon();
      }
    },
    drop,
    get full() {
      return quota.full;
    },
    get dropped() {
      return dropped;
    },
    finish: flush,
  };
}
