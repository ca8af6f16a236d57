/** A byte channel to a server: what the attach transport gives, what the framer reads. */
export interface ByteChannel {
  /** Resolves when the bytes were handed on (never, if the server does not read); rejects when the channel is closed. */
  write(bytes: Uint8Array): Promise<void>;
  /** Half-close: the server sees the end of its stdin; its output still arrives. */
  end(): void;
  /**
   * Every chunk of stdout, in order, from the first byte. Set once, before any byte can arrive.
   *
   * A chunk handed over is the listener's: the channel does not write into its memory again.
   */
  onData(listener: (chunk: Uint8Array) => void): void;
  /** Keeps chunks back until `resume`; without it a flood is read as fast as it comes. */
  pause?(): void;
  resume?(): void;
  /** Resolves when stdout has ended. */
  readonly ended: Promise<void>;
}

/** Sees every byte of the wire as whole messages or stray lines, before anything judges them. */
export interface WireTap {
  message(direction: "sent" | "received", text: string, bytes: number, truncated: boolean): void;
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
}

export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** What came back: always the raw value, never repaired. */
export type Reply = {
  readonly durationMs: number;
  readonly bytes: number;
} & (
  | { readonly kind: "result"; readonly result: unknown }
  | { readonly kind: "error"; readonly error: RpcError }
);

export interface RequestOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/**
 * A connection to one server at one negotiated revision.
 *
 * `request` rejects with a Fault: CALL_TIMED_OUT, SESSION_CLOSED (its message carries what `explainEnd` says) or
 * PROTOCOL_VIOLATION (the answer could not be read: said at once, not after the timeout).
 */
export interface Session {
  readonly revision: string;
  readonly era: "legacy" | "modern";
  readonly serverInfo: { readonly name: string | null; readonly version: string | null };
  readonly capabilities: Readonly<Record<string, unknown>>;
  request(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Promise<Reply>;
  notify(method: string, params?: Record<string, unknown>): Promise<void>;
  /** All pages of a list as one reply whose result holds the concatenated array under its own key. */
  list(
    kind: "tools" | "resources" | "resource_templates" | "prompts",
    options: RequestOptions,
  ): Promise<Reply>;
  ping(options: RequestOptions): Promise<Reply>;
  /** Rejects everything pending with SESSION_CLOSED; does not touch the container. */
  close(): void;
}

export interface ConnectOptions {
  readonly server: string;
  readonly protocol: "auto" | "legacy" | "modern";
  readonly readyTimeoutMs: number;
  readonly maxMessageBytes: number;
  readonly tap: WireTap;
  readonly clientInfo: { readonly name: string; readonly version: string };
  /** Says why the channel ended (exit code, signal, OOM, last stderr lines), in words that continue "the server …". */
  readonly explainEnd: () => Promise<string>;
  /** Every notification of the server, raw, in the order of arrival. */
  readonly onNotification?: (method: string, params: unknown) => void;
  readonly signal?: AbortSignal;
}
