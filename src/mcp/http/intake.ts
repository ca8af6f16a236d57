import type { Readable } from "node:stream";
import { decodeLine } from "../decode.ts";
import type { FindingCode } from "../findings.ts";
import { count, quote } from "../quote.ts";
import type { JsonObject } from "../reading.ts";
import type { WireSink, WireSurroundings } from "../wire.ts";
import { eventReader } from "./event-reader.ts";
import { readMessages } from "./json-messages.ts";
import { chunksOf } from "./read-body.ts";

/** Where a text came from. */
export interface Origin {
  /** In words that begin a sentence: `the answer to tools/call "x"`. */
  readonly place: string;
  /** The request whose answer or stream it is. */
  readonly request?: number | string | undefined;
  /** Sees each message before it is handed on; may give another in its place, or undefined to keep it back. */
  readonly each?: (message: JsonObject) => JsonObject | undefined;
  /** Takes an event of a type of its own; true when it has. */
  readonly special?: (type: string, data: string) => boolean;
}

/** What a stream has told about being resumed; outlives the stream. */
export interface Cursor {
  lastEventId: string | undefined;
  retryMs: number | undefined;
}

/** Bytes of text that is no message which the tap is given. */
const maxStrayChars = 64 * 1024;

/** From bytes that came over HTTP to messages, with what is wrong with them. */
export class Intake {
  readonly #sink: WireSink;
  readonly #about: WireSurroundings;
  /** Decoded bytes of all bodies so far. */
  bytes = 0;
  /** The revision of the session: batches belong to two of them. */
  revision: string | undefined;

  constructor(sink: WireSink, about: WireSurroundings) {
    this.#sink = sink;
    this.#about = about;
  }

  /** Hands on the messages of a body; returns why there are none. */
  body(bytes: Buffer, origin: Origin): string | undefined {
    const { text, bom, invalidAt } = decodeLine(bytes);
    if (bom) {
      this.report("bom", () => `${origin.place} begins with a UTF-8 byte order mark`);
    }
    if (invalidAt !== undefined) {
      this.report(
        "invalid-utf8",
        () => `${origin.place} is no UTF-8 from byte ${count(invalidAt)} on`,
      );
    }
    return this.#text(text, bytes.length, origin);
  }

  /** Reads an event stream to its end, or to an event that is too long. Rejects when the connection breaks. */
  async stream(body: Readable, origin: Origin, cursor: Cursor): Promise<"ended" | "oversized"> {
    let oversized = false;
    const { maxMessageBytes } = this.#about;
    const push = eventReader(maxMessageBytes, {
      event: ({ type, data, bytes }) => {
        // An empty one only carries an id to resume from.
        if (data === "" || origin.special?.(type, data) === true) {
          return;
        }
        if (type !== "message") {
          this.report(
            "sse-event-type",
            () =>
              `${origin.place} has an event of the type ${quote(type)}; clients read only "message": ${quote(data)}`,
          );
        }
        const problem = this.#text(data, bytes, origin);
        if (problem !== undefined) {
          this.#sink.unreadable(`${origin.place} has an event that ${problem}`, [data], false);
        }
      },
      id: (id) => {
        Object.assign(cursor, { lastEventId: id });
      },
      retry: (ms) => {
        Object.assign(cursor, { retryMs: ms });
      },
      oversized: () => {
        oversized = true;
        this.report(
          "oversized-message",
          () =>
            `${origin.place} has an event longer than the ${count(maxMessageBytes)} bytes allowed; the rest was not read`,
        );
      },
      invalidUtf8: () =>
        this.report("invalid-utf8", () => `${origin.place} has bytes that are no UTF-8`),
    });
    for await (const chunk of chunksOf(body)) {
      this.bytes += chunk.length;
      push(chunk);
      if (oversized) {
        return "oversized";
      }
    }
    return "ended";
  }

  report(code: FindingCode, message: () => string): void {
    this.#about.findings.report(code, message);
  }

  #text(text: string, bytes: number, origin: Origin): string | undefined {
    const read = readMessages(text);
    const { tap, clock } = this.#about;
    if (read.kind === "unreadable" || read.kind === "foreign") {
      tap.stray(text.slice(0, maxStrayChars), bytes, text.length > maxStrayChars);
      if (read.kind === "unreadable") {
        this.report(read.code, () => `${origin.place} ${read.reason}: ${quote(text)}`);
      }
      return `${read.kind === "foreign" ? "is no JSON-RPC message" : read.reason}: ${quote(text)}`;
    }
    const receivedMs = clock.monotonicMs();
    tap.message("received", text, bytes, false);
    const messages = read.kind === "message" ? [read.message] : read.messages;
    if (read.kind === "batch") {
      this.#checkBatch(text, messages.length, origin);
    }
    for (const message of messages) {
      const given = origin.each === undefined ? message : origin.each(message);
      if (given !== undefined) {
        const about = { glued: false, receivedMs };
        this.#sink.message(
          given,
          text,
          bytes,
          origin.request === undefined ? about : { ...about, request: origin.request },
        );
      }
    }
    return undefined;
  }

  #checkBatch(text: string, length: number, { place }: Origin): void {
    if (this.revision !== "2025-03-26" && this.revision !== "2024-11-05") {
      this.report(
        "batch",
        () =>
          `${place} is a JSON-RPC batch of ${count(length)}; batches were removed in revision 2025-06-18: ${quote(text)}`,
      );
    }
  }
}
