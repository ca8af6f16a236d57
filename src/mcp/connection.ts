import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { Findings } from "./findings.ts";
import { KeptInbox } from "./inbox.ts";
import { count, quote } from "./quote.ts";
import type { JsonObject } from "./reading.ts";
import { Requests } from "./requests.ts";
import { answerServerRequest } from "./server-request.ts";
import type { ConnectOptions, Reply, RequestOptions } from "./session.ts";
import type { Arrival, OpenWire, Wire } from "./wire.ts";

/** How long the end of the server may take to be explained. */
const explainMs = 5_000;
/** Answers to a server's requests that may wait while it does not read. */
const maxWaitingAnswers = 1_000;

/** JSON-RPC over one wire; every message is judged as it comes, whoever waits for it. */
export class Connection {
  readonly findings: Findings;
  readonly inbox: KeptInbox;
  readonly wire: Wire;
  readonly #options: ConnectOptions;
  readonly #clock: Clock;
  readonly #requests: Requests;
  readonly #onEnd = new Set<(fault: Fault) => void>();
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
        failed: (id, fault) => this.#requests.failed(id, fault),
        status: (id, status) => this.#requests.status(id, status),
        ended: (fallback, unfinished) => void this.#end(fallback, unfinished),
      },
      { server, tap, findings: this.findings, clock, maxMessageBytes },
    );
    this.#requests = new Requests(server, clock, this.findings, this.wire);
  }

  call(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Promise<Reply> {
    return this.#ended === undefined
      ? this.#requests.send(method, params, options)
      : Promise.reject(this.#ended);
  }

  /** Resolves when the message was handed on; rejects CALL_TIMED_OUT when the server does not read it in time. */
  async notify(
    method: string,
    params: Record<string, unknown> | undefined,
    timeoutMs: number,
    headers?: Readonly<Record<string, string>>,
  ): Promise<void> {
    if (this.#ended !== undefined) {
      throw this.#ended;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = new AbortController();
    const text = JSON.stringify({ jsonrpc: "2.0", method, params });
    const outgoing = this.wire.put(
      headers === undefined ? { text, method } : { text, method, headers },
      resolve,
    );
    this.#onEnd.add(reject);
    this.#clock.sleep(timeoutMs, timer.signal).then(
      () =>
        reject(
          new Fault(
            "CALL_TIMED_OUT",
            `The server did not read ${method} within ${count(timeoutMs)} ms.`,
          ),
        ),
      () => undefined,
    );
    try {
      await promise;
    } finally {
      timer.abort();
      this.#onEnd.delete(reject);
      this.wire.drop(outgoing);
    }
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
    const { method } = message;
    if (typeof method === "string") {
      // Behind other text it is most likely our own message, logged by the server.
      if (!glued && Object.hasOwn(message, "id")) {
        this.inbox.add("request", method, message["params"], receivedMs, bytes);
        this.#serverRequest(message, method, text);
      } else if (!glued) {
        this.inbox.add("notification", method, message["params"], receivedMs, bytes);
      }
      return;
    }
    const isResponse =
      Object.hasOwn(message, "id") ||
      Object.hasOwn(message, "result") ||
      Object.hasOwn(message, "error");
    if (method === undefined && isResponse) {
      this.#requests.answer(message, text, bytes, receivedMs);
      return;
    }
    const wrong =
      method === undefined ? `has neither "method" nor "id"` : `has a "method" that is no string`;
    this.findings.report("malformed-message", () => `a message ${wrong}: ${quote(text)}`);
    this.#requests.failOnly(`a message ${wrong}: ${quote(text)}`);
  }

  #serverRequest(message: JsonObject, method: string, text: string): void {
    const { answer, finding, echo } = answerServerRequest(message, method);
    if (finding !== undefined) {
      this.findings.report(finding.code, () => `${finding.text}: ${quote(text)}`);
    }
    if (echo !== undefined) {
      this.#requests.echoed(echo, method);
    }
    if (answer === undefined) {
      return;
    }
    if (this.wire.waiting < maxWaitingAnswers) {
      this.wire.put({ text: answer });
    } else {
      this.findings.report(
        "unanswered-request",
        () =>
          `the server does not read our answers (${count(maxWaitingAnswers)} wait), so its ${quote(method)} got none`,
      );
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
      new Fault("SESSION_CLOSED", `Server "${this.#options.server}" ${unfinished}${explanation}`),
    );
  }

  async #explain(fallback: string): Promise<string> {
    const patience = new AbortController();
    const late = this.#clock
      .sleep(explainMs, patience.signal)
      .then(() => `closed the connection (${fallback}; nothing more is known)`);
    late.catch(() => undefined);
    try {
      return await Promise.race([this.#options.explainEnd(), late]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return `closed the connection (${fallback}; nothing more is known: ${why})`;
    } finally {
      patience.abort();
    }
  }

  #finish(fault: Fault): void {
    this.#ended ??= fault;
    this.#requests.rejectAll(fault);
    for (const reject of this.#onEnd) {
      reject(fault);
    }
    this.inbox.close(fault);
    this.wire.drain();
    this.findings.summarise();
  }
}
