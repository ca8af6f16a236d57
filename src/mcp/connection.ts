import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { doubledMember } from "./doubled-member.ts";
import { Findings } from "./findings.ts";
import { KeptInbox } from "./inbox.ts";
import { interrupted } from "./pending.ts";
import { count, quote } from "./quote.ts";
import { RawAnswers } from "./raw-answers.ts";
import type { JsonObject } from "./reading.ts";
import { type Opened, Requests } from "./requests.ts";
import { ServerRequests } from "./server-requests.ts";
import type { ConnectOptions, RawOptions, Reply, RequestOptions } from "./session.ts";
import { Subscriptions } from "./subscriptions.ts";
import { tellUnknownMembers } from "./unknown-members.ts";
import type { Arrival, OpenWire, Wire, WireMessage } from "./wire.ts";

/** How long the end of the server may take to be explained. */
const explainMs = 5_000;

/** JSON-RPC over one wire; every message is judged as it comes, whoever waits for it. */
export class Connection {
  readonly findings: Findings;
  readonly inbox: KeptInbox;
  readonly wire: Wire;
  readonly subscriptions: Subscriptions;
  readonly #options: ConnectOptions;
  readonly #clock: Clock;
  readonly #requests: Requests;
  readonly #serverRequests: ServerRequests;
  readonly #raw: RawAnswers;
  readonly #onEnd = new Set<(fault: Fault) => void>();
  #era: "legacy" | "modern" | undefined;
  /** Whether some request has asked for log messages, which a modern server needs. */
  logsAsked = false;
  /** Judges what answers nothing, once it is known by which revision. */
  judge: ((message: JsonObject) => void) | undefined;
  #ending = false;
  #ended: Fault | undefined;

  constructor(open: OpenWire, options: ConnectOptions, clock: Clock) {
    const { server, tap, maxMessageBytes } = options;
    this.#options = options;
    this.#clock = clock;
    this.findings = new Findings(tap);
    this.inbox = new KeptInbox(clock);
    this.wire = open(
      {
        message: (message, text, bytes, about) => this.#message(message, text, bytes, about),
        unreadable: (reason, texts, told) => this.#requests.unreadable(reason, texts, told),
        failed: (id, fault) => {
          this.#requests.failed(id, fault);
          this.#raw.failed(id, fault);
        },
        status: (id, status) => {
          this.#requests.status(id, status);
          this.#raw.status(id, status);
        },
        ended: (fallback, unfinished) => void this.#end(fallback, unfinished),
      },
      { server, tap, findings: this.findings, clock, maxMessageBytes },
    );
    this.#requests = new Requests(server, clock, this.findings, this.wire, options.explainSilence);
    this.#raw = new RawAnswers(clock);
    this.subscriptions = new Subscriptions(this.findings, clock);
    this.#serverRequests = new ServerRequests(
      this.findings,
      this.wire,
      options.client,
      (id, method) => this.#requests.echoed(id, method),
    );
  }

  /** The handshake is over. */
  negotiated(revision: string, era: "legacy" | "modern"): void {
    this.#era = era;
    this.#serverRequests.era = era;
    this.wire.negotiated({ revision, era });
  }

  call(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Promise<Reply> {
    return this.#ended === undefined
      ? this.#requests.open(method, params, options).reply
      : Promise.reject(this.#ended);
  }

  /** The same, told under its id. Throws when the connection has ended. */
  open(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Opened {
    if (this.#ended !== undefined) {
      throw this.#ended;
    }
    return this.#requests.open(method, params, options);
  }

  /** Resolves when the message was handed on; rejects CALL_TIMED_OUT when the server does not read it in time. */
  notify(
    method: string,
    params: Record<string, unknown> | undefined,
    timeoutMs: number,
    about?: Pick<WireMessage, "headers" | "own">,
  ): Promise<void> {
    const text = JSON.stringify({ jsonrpc: "2.0", method, params });
    return this.#handOver({ ...about, text, method }, method, { timeoutMs });
  }

  /** Bytes as they are; what the server says to them is not held against it. */
  sendRaw(bytes: Uint8Array, options: RawOptions): Promise<Reply | undefined> {
    this.#requests.tolerant = true;
    this.#requests.progress.tolerant = true;
    const ended = this.wire.kind === "stdio" && options.newline !== false;
    const message = {
      text: Buffer.from(bytes).toString("utf8"),
      bytes: ended ? Buffer.concat([bytes, Buffer.from("\n")]) : bytes,
    };
    if (options.answer === undefined) {
      return this.#handOver(message, "the raw message", options).then(() => undefined);
    }
    if (this.#ended !== undefined) {
      return Promise.reject(this.#ended);
    }
    return this.#raw.expect(
      options.answer,
      options,
      (id) => void this.wire.put({ ...message, id }),
    );
  }

  close(): Promise<void> {
    this.#finish(
      new Fault(
        "SESSION_CLOSED",
        `The session with server "${this.#options.server}" was closed by us.`,
      ),
    );
    return this.wire.close();
  }

  #message(message: JsonObject, text: string, bytes: number, about: Arrival): void {
    const { glued, receivedMs } = about;
    if (message["jsonrpc"] !== "2.0") {
      this.findings.report(
        "jsonrpc-version",
        () => `a message lacks "jsonrpc": "2.0": ${quote(text)}`,
      );
    }
    const doubled = doubledMember(text);
    if (doubled !== undefined) {
      this.findings.report(
        "doubled-member",
        () =>
          `a message has ${quote(doubled)} twice, and readers differ in which they take: ${quote(text)}`,
      );
    }
    const { method } = message;
    if (typeof method === "string") {
      tellUnknownMembers(message, "asking", () => `the server's ${quote(method)}`, this.findings);
      // Behind other text it is most likely our own message, logged by the server.
      if (!glued) {
        this.judge?.(message);
      }
      if (!glued && Object.hasOwn(message, "id")) {
        this.inbox.add("request", message, text, receivedMs);
        this.#serverRequests.receive(message, method, text);
      } else if (!glued) {
        this.inbox.add("notification", message, text, receivedMs);
        this.#notification(method, message["params"], receivedMs, bytes);
      }
      return;
    }
    const isResponse =
      Object.hasOwn(message, "id") ||
      Object.hasOwn(message, "result") ||
      Object.hasOwn(message, "error");
    if (method === undefined && isResponse) {
      if (!this.#raw.waits || !this.#raw.take(message, text, bytes, receivedMs)) {
        this.#requests.answer(message, text, bytes, receivedMs);
      }
      return;
    }
    const wrong =
      method === undefined ? `has neither "method" nor "id"` : `has a "method" that is no string`;
    this.findings.report("malformed-message", () => `a message ${wrong}: ${quote(text)}`);
    this.#requests.failOnly(`a message ${wrong}: ${quote(text)}`);
  }

  #notification(method: string, params: unknown, receivedMs: number, bytes: number): void {
    if (method === "notifications/progress") {
      this.#requests.progress.receive(params, receivedMs);
    } else if (this.#era === "modern") {
      this.subscriptions.receive(method, params, bytes, receivedMs);
      if (method === "notifications/message" && !this.logsAsked) {
        this.findings.report(
          "unasked-notification",
          () => `the server sent ${quote(method)} though no request has asked for a log level`,
        );
      }
    } else if (method === "notifications/cancelled") {
      this.#serverRequests.cancelled(params);
    }
  }

  async #handOver(
    message: WireMessage,
    label: string,
    { timeoutMs, signal }: Pick<RawOptions, "timeoutMs" | "signal">,
  ): Promise<void> {
    if (this.#ended !== undefined) {
      throw this.#ended;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = new AbortController();
    const onAbort = (): void => {
      if (signal !== undefined) {
        reject(interrupted(label, signal));
      }
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    const outgoing = this.wire.put(message, resolve);
    this.#onEnd.add(reject);
    this.#clock.sleep(timeoutMs, timer.signal).then(
      () =>
        reject(
          new Fault(
            "CALL_TIMED_OUT",
            `The server did not read ${label} within ${count(timeoutMs)} ms.`,
          ),
        ),
      () => undefined,
    );
    try {
      await promise;
    } finally {
      timer.abort();
      signal?.removeEventListener("abort", onAbort);
      this.#onEnd.delete(reject);
      this.wire.drop(outgoing);
    }
  }

  async #end(fallback: string, unfinishedBytes = 0): Promise<void> {
    if (this.#ending) {
      return;
    }
    this.#ending = true;
    const unfinished =
      unfinishedBytes === 0
        ? ""
        : `sent ${count(unfinishedBytes)} bytes of an unfinished message, then `;
    const explanation = await this.#explain(fallback);
    this.#finish(
      explanation instanceof Fault
        ? explanation
        : new Fault(
            "SESSION_CLOSED",
            `Server "${this.#options.server}" ${unfinished}${explanation}`,
          ),
    );
  }

  /** What the server did, or the fault that took the channel without any doing of the server. */
  async #explain(fallback: string): Promise<string | Fault> {
    const patience = new AbortController();
    const late = this.#clock
      .sleep(explainMs, patience.signal)
      .then(() => `closed the connection (${fallback}; nothing more is known)`);
    late.catch(() => undefined);
    try {
      return await Promise.race([this.#options.explainEnd(), late]);
    } catch (error) {
      if (error instanceof Fault) {
        return error;
      }
      const why = error instanceof Error ? error.message : String(error);
      return `closed the connection (${fallback}; nothing more is known: ${why})`;
    } finally {
      patience.abort();
    }
  }

  #finish(fault: Fault): void {
    this.#ended ??= fault;
    this.#requests.rejectAll(fault);
    this.#raw.rejectAll(fault);
    this.#serverRequests.close();
    for (const reject of this.#onEnd) {
      reject(fault);
    }
    this.inbox.close(fault);
    this.wire.drain();
    this.findings.summarise();
  }
}
