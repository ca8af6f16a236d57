import type { ClientSide } from "./client-side.ts";
import type { Inbox } from "./inbox.ts";
import type { Protocol } from "./revision.ts";
import type { Wire, WireTap } from "./wire.ts";

export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** What came back: always the raw value, never repaired. */
export type Reply = {
  /** From the sending to the arrival; of several requests, their sum. For "cancelled", to the cancellation. */
  readonly durationMs: number;
  /** Length of the answers' text. */
  readonly bytes: number;
  /** HTTP status, where there is one. */
  readonly status?: number;
  /** Rounds of input the client has answered before this result came. */
  readonly rounds?: number;
  /** The reply to the second of two equal requests (wire fault `duplicate`). */
  readonly twin?: Reply;
} & (
  | { readonly kind: "result"; readonly result: unknown }
  | { readonly kind: "error"; readonly error: RpcError }
  | { readonly kind: "cancelled" }
);

/** A reply to a request nobody has cancelled. */
export type Answered = Exclude<Reply, { readonly kind: "cancelled" }>;

/**
 * What is done to one request on purpose.
 *
 * `drop_response`: the answer is thrown away, and the request ends as CALL_TIMED_OUT when it comes or when the time
 * is over. `duplicate`: the request is sent twice under two ids, both must be answered. `delay`: it is sent so much
 * later, its timeout counts from then.
 */
export type WireFault =
  | { readonly kind: "drop_response" }
  | { readonly kind: "duplicate" }
  | { readonly kind: "delay"; readonly ms: number };

export interface RequestOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /**
   * Cancels the request after so long; the reply then is "cancelled". What the server still sends for it within a
   * second is a finding.
   */
  readonly cancelAfterMs?: number;
  /** Sends a progress token and is told of every notification for it. */
  readonly onProgress?: (params: Readonly<Record<string, unknown>>) => void;
  /** HTTP only. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fault?: WireFault;
  /** Asked by no step and no client: the tap is told, and an answer that comes after the timeout is no finding. */
  readonly own?: boolean;
  /** Whether `input_required` results are answered by the client side and asked again ("auto", the default). */
  readonly rounds?: "auto" | "manual";
}

/** Of all pages together the timeout counts; "one" gives a page with its cursor. Default "all". */
export interface ListOptions extends RequestOptions {
  readonly pages?: "all" | "one";
  readonly cursor?: string;
}

export type ListKind = "tools" | "resources" | "resource_templates" | "prompts" | "tasks";

export interface RawOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Default true: a line break follows. */
  readonly newline?: boolean;
  /** Waits for the response with this id; null: for an error whose id is null. Without it nothing is waited for. */
  readonly answer?: number | string | null;
}

export interface TaskOptions extends RequestOptions {
  readonly ttlMs?: number;
  /** false: the reply is the server's note that the task was created. */
  readonly wait: boolean;
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
  readonly transport: Wire["kind"];
  readonly serverInfo: { readonly name: string | null; readonly version: string | null };
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly instructions: string | null;
  /** What the server has sent that answers nothing. */
  readonly inbox: Inbox;
  request(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Promise<Reply>;
  notify(
    method: string,
    params?: Record<string, unknown>,
    options?: { readonly headers?: Readonly<Record<string, string>> },
  ): Promise<void>;
  /** All pages of a list as one reply whose result holds the concatenated array under its own key. */
  list(kind: ListKind, options: ListOptions): Promise<Reply>;
  /** In the modern era, which has no ping, `server/discover`. */
  ping(options: RequestOptions): Promise<Reply>;
  /** Any bytes; undefined when nothing was to be waited for. */
  sendRaw(bytes: Uint8Array, options: RawOptions): Promise<Reply | undefined>;
  /** legacy: resources/subscribe; modern: a subscriptions/listen with this uri, the reply is its acknowledgement. */
  subscribe(uri: string, options: RequestOptions): Promise<Reply>;
  unsubscribe(uri: string, options: RequestOptions): Promise<Reply>;
  /** Modern only: opens a subscriptions/listen; the reply is the acknowledgement's params. */
  listen(filter: Readonly<Record<string, unknown>>, options: RequestOptions): Promise<Reply>;
  /** Cancels what `listen` has opened. */
  stopListening(options: RequestOptions): Promise<void>;
  /** legacy: logging/setLevel; modern: the level goes with every later request. */
  setLogLevel(level: string, options: RequestOptions): Promise<Reply>;
  /** tools/call as a task: created, polled, and its result the reply. */
  callAsTask(params: Record<string, unknown>, options: TaskOptions): Promise<Reply>;
  /** Rejects everything pending with SESSION_CLOSED; does not touch the container. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly server: string;
  readonly protocol: Protocol;
  readonly readyTimeoutMs: number;
  readonly maxMessageBytes: number;
  readonly tap: WireTap;
  readonly clientInfo: { readonly name: string; readonly version: string };
  /** Default: no capability is declared, nothing is answered. */
  readonly client?: ClientSide;
  /**
   * Says why the channel ended (exit code, signal, OOM, last stderr lines), in words that continue "the server …".
   * Rejects with the Fault that took it when the server did nothing; that ends the session then.
   */
  readonly explainEnd: () => Promise<string>;
  /** Says why no answer could come, where something is known of that. */
  readonly explainSilence?: () => string | undefined;
  readonly signal?: AbortSignal;
}
