import type { Clock } from "../clock/index.ts";
import type { Fault } from "../fault/index.ts";
import type { Findings } from "./findings.ts";
import type { JsonObject } from "./reading.ts";

/** How messages travel to one server and back; stdio, Streamable HTTP and HTTP+SSE each make one. */
export interface Wire {
  readonly kind: "stdio" | "http" | "sse";
  /** Queues a message. `onWritten` is called once, when the server's side has taken it. */
  put(message: WireMessage, onWritten?: () => void): Outgoing;
  /** Takes a message back if it has not been handed on. */
  drop(outgoing: Outgoing): boolean;
  /** Messages not yet taken by the server. */
  readonly waiting: number;
  readonly received: { readonly bytes: number };
  /** True when the transport ends a request by itself (modern HTTP closes its stream): no notification is sent then. */
  cancel(id: number | string): boolean;
  /** Told once, after the handshake and before any other request. */
  negotiated(about: { readonly revision: string; readonly era: "legacy" | "modern" }): void;
  /** Hands over at once what has come and is held back, and what was only counted so far. */
  drain(): void;
  /** What belongs to the session alone is ended; the server itself is the controller's. Never rejects. */
  close(): Promise<void>;
}

export interface WireMessage {
  /** The JSON, or any text of a test. */
  readonly text: string;
  /** Sent as they are instead of the text. */
  readonly bytes?: Uint8Array;
  /** On requests. Under this id `failed` and `status` tell what became of the message. */
  readonly id?: number | string;
  readonly method?: string;
  /** `params.name`, `params.uri` or `params.taskId`: what HTTP repeats in a header. */
  readonly name?: string;
  /** Sent of our own accord, for no step and no client: the handshake, lists to judge by, health, cancellations. */
  readonly own?: boolean;
  /** HTTP only; these win over the transport's own. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A message on its way out. */
export interface Outgoing {
  readonly bytes: number;
  /** waiting: not handed on yet; writing: the server has not taken it; written: it has left us. */
  state: "waiting" | "writing" | "written" | "dropped";
}

export interface WireSink {
  /** `bytes` is the length of its text. */
  message(message: JsonObject, text: string, bytes: number, about: Arrival): void;
  /**
   * Something that was meant as a message and cannot be used.
   *
   * `texts` are the pieces of it that may show an id; `told` says that it was told before, without its end.
   */
  unreadable(reason: string, texts: readonly string[], told: boolean): void;
  /**
   * This request gets no answer on this transport: an HTTP status without a JSON-RPC body, a stream that ended.
   *
   * PROTOCOL_VIOLATION lets `protocol: auto` go on with the other era; every other code is final.
   */
  failed(id: number | string, fault: Fault): void;
  /** HTTP status of the answer to a request, before its body. */
  status?(id: number | string, status: number): void;
  /** The transport is over for all. `unfinished` are the bytes of a last message that has no end. */
  ended(fallback: string, unfinished?: number): void;
}

/** How a message came. */
export interface Arrival {
  /** Other text stands before it on its line. */
  readonly glued: boolean;
  /** Monotonic. */
  readonly receivedMs: number;
  /** Over HTTP, the id of the request whose stream carried it. */
  readonly request?: number | string;
}

export interface WireSurroundings {
  readonly server: string;
  readonly tap: WireTap;
  readonly findings: Findings;
  readonly clock: Clock;
  readonly maxMessageBytes: number;
}

/** Makes the wire of one connection; called once, before anything is sent. */
export type OpenWire = (sink: WireSink, surroundings: WireSurroundings) => Wire;

/** Sees every byte of the wire as whole messages or stray lines, before anything judges them. */
export interface WireTap {
  /** `own`: sent of our own accord, for no step and no client. */
  message(
    direction: "sent" | "received",
    text: string,
    bytes: number,
    truncated: boolean,
    own?: boolean,
  ): void;
  /** A line (or unfinished rest) of stdout that is no protocol message. */
  stray(text: string, bytes: number, truncated: boolean): void;
  /** Stray lines of a flood that were counted but not handed over one by one. */
  dropped?(lines: number, bytes: number): void;
  finding(finding: WireFinding): void;
}

export interface WireFinding {
  /** Stable slug; the table in findings.ts lists them all. */
  readonly code: string;
  readonly severity: "info" | "warning" | "error";
  /** One line, cause first, quoting at most 200 bytes of the offending text. */
  readonly message: string;
  /** Where the specification says so: an address, or "MCP 2025-11-25, server/tools". */
  readonly reference?: string;
}
