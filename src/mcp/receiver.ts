import { decodeLine } from "./decode.ts";
import type { Findings } from "./findings.ts";
import { Framer, type UnfinishedLine } from "./framer.ts";
import { count, quote } from "./quote.ts";
import { isMessage, type JsonObject, readLine } from "./reading.ts";
import { StrayLines } from "./stray-lines.ts";
import type { WireTap } from "./wire.ts";

export interface ReceiverSink {
  /** `bytes` is the length of its text; `glued` says that other text stands before it. */
  message(message: JsonObject, text: string, bytes: number, glued: boolean): void;
  /**
   * A line that was meant as a message and cannot be used.
   *
   * `texts` are the pieces of it that may show an id; `told` says that it was told before, without its end.
   */
  unreadable(reason: string, texts: readonly string[], told: boolean): void;
}

export interface ReceiverOptions {
  readonly maxMessageBytes: number;
  readonly tap: WireTap;
  readonly findings: Findings;
  readonly nowMs: () => number;
}

/** Lines and bytes kept of what may become a message printed over several lines. */
const maxOpenLines = 10_000;
const maxOpenBytes = 1024 * 1024;
/** The only revision whose servers may send batches. */
const batchRevision = "2025-03-26";

/** Turns the bytes of stdout into messages and says what else was on it. */
export class Receiver {
  readonly #options: ReceiverOptions;
  readonly #sink: ReceiverSink;
  readonly #framer: Framer;
  readonly #stray: StrayLines;
  /** Lines since a lone opening bracket. */
  #open: string[] = [];
  #openBytes = 0;
  #line = 0;
  #bytes = 0;
  #revision: string | undefined;

  constructor(options: ReceiverOptions, sink: ReceiverSink) {
    this.#options = options;
    this.#sink = sink;
    this.#stray = new StrayLines(options.tap, options.findings, options.nowMs);
    this.#framer = new Framer(options.maxMessageBytes, {
      line: (bytes) => this.#readLine(bytes),
      blank: (lines) => this.#blank(lines),
      flooded: () => this.#stray.flooded && this.#open.length === 0,
      skipped: (lines, bytes) => {
        this.#line += lines;
        this.#stray.skip(lines, bytes);
      },
      oversized: (head) => this.#oversized(head),
      resynced: (bytes, head, tail) => this.#resynced(bytes, head, tail),
    });
  }

  /** Bytes of stdout so far. */
  get bytes(): number {
    return this.#bytes;
  }

  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    this.#framer.push(chunk);
  }

  /** What a batch is depends on the revision; before it is known none is allowed. */
  negotiated(revision: string): void {
    this.#revision = revision;
  }

  /** Tells the tap what was only counted so far. */
  flush(): void {
    this.#stray.flush();
  }

  /** Call once when stdout has ended; what had no line break yet is returned and reported. */
  end(): UnfinishedLine | undefined {
    this.#giveUpOpen();
    const rest = this.#framer.end();
    if (rest !== undefined) {
      const text = rest.head.toString("utf8");
      this.#options.tap.stray(text, rest.bytes, rest.head.length < rest.bytes);
      this.#options.findings.report(
        "unfinished-message",
        () =>
          `stdout ended with ${count(rest.bytes)} bytes of an unfinished message: ${quote(text)}`,
      );
    }
    this.#stray.flush();
    return rest;
  }

  #readLine(bytes: Buffer): void {
    this.#line += 1;
    const { text, bom, invalidAt } = decodeLine(bytes);
    if (bom) {
      this.#report("bom", () => `begins with a UTF-8 byte order mark: ${quote(text)}`);
    }
    const reading = readLine(text);
    if (invalidAt !== undefined && reading.kind !== "stray") {
      this.#report(
        "invalid-utf8",
        () => `is no UTF-8 from byte ${count(invalidAt)} on: ${quote(around(bytes, invalidAt))}`,
      );
    }
    if (this.#open.length > 0) {
      if (reading.kind !== "message" && reading.kind !== "glued") {
        this.#continueOpen(text, bytes.length);
        return;
      }
      this.#giveUpOpen();
    }
    switch (reading.kind) {
      case "message":
        this.#options.tap.message("received", text, bytes.length, false);
        this.#sink.message(reading.message, text, bytes.length, false);
        break;
      case "batch":
        this.#options.tap.message("received", text, bytes.length, false);
        this.#batch(reading.messages.length, text);
        this.#each(reading.messages, text, bytes.length);
        break;
      case "glued":
        this.#glued(reading.parts, reading.after);
        break;
      case "unreadable":
        this.#options.tap.stray(text, bytes.length, false);
        this.#report(reading.code, () => `${reading.reason}: ${quote(text)}`);
        this.#sink.unreadable(
          `line ${count(this.#line)} of stdout ${reading.reason}: ${quote(text)}`,
          [text],
          false,
        );
        break;
      case "opening":
        this.#continueOpen(text, bytes.length);
        break;
      case "stray":
        this.#stray.add(text, bytes.length, this.#line);
        break;
    }
  }

  #batch(messages: number, text: string): void {
    if (this.#revision !== batchRevision) {
      const why =
        this.#revision === "2024-11-05"
          ? "revision 2024-11-05 has none"
          : "batches were removed in revision 2025-06-18";
      this.#report(
        "batch",
        () =>
          `is a JSON-RPC batch of ${count(messages)}; ${why}, write one message a line: ${quote(text)}`,
      );
    }
  }

  #each(messages: readonly unknown[], text: string, bytes: number): void {
    for (const message of messages) {
      if (isMessage(message)) {
        this.#sink.message(message, text, bytes, false);
      } else {
        this.#report("malformed-message", () => "holds an element that is no JSON-RPC message");
      }
    }
  }

  #glued(
    parts: readonly { message: JsonObject; text: string; before: string }[],
    after: string,
  ): void {
    for (const { message, text, before } of parts) {
      if (before !== "") {
        const bytes = Buffer.byteLength(before);
        this.#options.tap.stray(before, bytes, false);
        this.#report(
          "glued-output",
          () => `has ${count(bytes)} bytes before a JSON-RPC message: ${quote(before)}`,
        );
      }
      const bytes = Buffer.byteLength(text);
      this.#options.tap.message("received", text, bytes, false);
      this.#sink.message(message, text, bytes, before !== "");
    }
    const rest = after.trim();
    if (rest !== "") {
      const bytes = Buffer.byteLength(after);
      this.#options.tap.stray(after, bytes, false);
      this.#report(
        "glued-output",
        () => `has ${count(bytes)} bytes after a JSON-RPC message: ${quote(rest)}`,
      );
    } else if (parts.length > 1 && parts.every(({ before }) => before === "")) {
      this.#report(
        "glued-output",
        () => `holds ${count(parts.length)} JSON-RPC messages with no line break between them`,
      );
    }
  }

  #continueOpen(text: string, bytes: number): void {
    this.#open.push(text);
    this.#openBytes += bytes + 1;
    const closing = text.startsWith("}") || text.startsWith("]");
    if (!closing) {
      if (this.#open.length > maxOpenLines || this.#openBytes > maxOpenBytes) {
        this.#giveUpOpen();
      }
      return;
    }
    const whole = this.#open.join("\n");
    const reading = readLine(whole);
    if (reading.kind !== "message" && reading.kind !== "batch") {
      this.#giveUpOpen();
      return;
    }
    const lines = this.#open.length;
    const wholeBytes = this.#openBytes;
    this.#open = [];
    this.#openBytes = 0;
    this.#options.tap.message("received", whole, wholeBytes, false);
    this.#report(
      "message-spans-lines",
      () =>
        `ends a message that spans ${count(lines)} lines; a message is one line, print it without indentation: ${quote(whole)}`,
    );
    this.#each(reading.kind === "batch" ? reading.messages : [reading.message], whole, wholeBytes);
  }

  /** What looked like the start of a message over several lines was none. */
  #giveUpOpen(): void {
    const lines = this.#open;
    this.#open = [];
    this.#openBytes = 0;
    const first = this.#line - lines.length + 1;
    for (const [index, text] of lines.entries()) {
      this.#stray.add(text, Buffer.byteLength(text), first + index);
    }
  }

  #blank(lines: number): void {
    this.#line += lines;
    this.#options.findings.report(
      "blank-line",
      () =>
        `stdout has empty lines (first: line ${count(this.#line - lines + 1)}); between messages there is one line break`,
      lines,
    );
  }

  #oversized(head: Buffer): void {
    this.#giveUpOpen();
    const text = head.toString("utf8");
    const cap = count(this.#options.maxMessageBytes);
    this.#line += 1;
    this.#report(
      "oversized-message",
      () => `is longer than the ${cap} bytes allowed and was not read: ${quote(text)}`,
    );
    this.#sink.unreadable(
      `line ${count(this.#line)} of stdout is longer than the ${cap} bytes allowed`,
      [text],
      false,
    );
  }

  #resynced(bytes: number, head: Buffer, tail: Buffer): void {
    const text = head.toString("utf8");
    this.#options.tap.stray(text, bytes, true);
    this.#sink.unreadable(
      `line ${count(this.#line)} of stdout has ${count(bytes)} bytes, ${count(this.#options.maxMessageBytes)} are allowed`,
      [text, tail.toString("utf8")],
      true,
    );
  }

  #report(code: Parameters<Findings["report"]>[0], message: () => string): void {
    this.#options.findings.report(code, () => `line ${count(this.#line)} of stdout ${message()}`);
  }
}

/** The bytes next to a place, those that are no UTF-8 as U+FFFD. */
function around(bytes: Buffer, at: number): string {
  return bytes.toString("utf8", Math.max(0, at - 40), at + 40);
}
