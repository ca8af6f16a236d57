import { isUtf8 } from "node:buffer";
import { createParser } from "eventsource-parser";

export interface StreamEvent {
  readonly type: string;
  readonly data: string;
  /** UTF-8 length of the data. */
  readonly bytes: number;
}

export interface EventSink {
  event(event: StreamEvent): void;
  /** The last event id; undefined once an empty one has reset it. */
  id(id: string | undefined): void;
  retry(ms: number): void;
  /** An event is longer than allowed; nothing more is read. */
  oversized(): void;
  /** The stream holds bytes that are no UTF-8; told once. */
  invalidUtf8(): void;
}

/**
 * Reads a stream of server-sent events (WHATWG HTML, 9.2) from chunks cut anywhere.
 *
 * The library takes text and caps characters; bytes are decoded and counted here.
 */
export function eventReader(maxBytes: number, sink: EventSink): (chunk: Buffer) => void {
  let tail: Buffer = Buffer.alloc(0);
  let valid = true;
  let over = false;
  function oversized(): void {
    if (!over) {
      over = true;
      sink.oversized();
    }
  }
  const parser = createParser({
    maxBufferSize: maxBytes,
    onEvent: ({ event, data }) => {
      const bytes = Buffer.byteLength(data);
      if (bytes > maxBytes) {
        oversized();
      } else if (!over) {
        sink.event({ type: event ?? "message", data, bytes });
      }
    },
    onId: (id) => sink.id(id === "" ? undefined : id),
    onRetry: (ms) => sink.retry(ms),
    onError: ({ type }) => {
      if (type === "max-buffer-size-exceeded") {
        oversized();
      }
    },
  });
  return (chunk) => {
    if (over) {
      return;
    }
    const whole = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
    const end = whole.length - openBytes(whole);
    tail = whole.subarray(end);
    const part = whole.subarray(0, end);
    if (valid && !isUtf8(part)) {
      valid = false;
      sink.invalidUtf8();
    }
    // Not a TextDecoder: that drops a byte order mark, and the library one more.
    parser.feed(part.toString("utf8"));
  };
}

/** How many bytes at the end belong to a character that is not complete yet. */
function openBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? back : 0;
    }
    if (byte < 0x80) {
      return 0;
    }
  }
  return 0;
}
