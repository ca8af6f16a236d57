import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { Findings } from "./findings.ts";
import { Outbox, type Outgoing } from "./outbox.ts";
import { count, quote } from "./quote.ts";
import { type PacedReading, readPaced } from "./read-paced.ts";
import type { JsonObject } from "./reading.ts";
import { Receiver } from "./receiver.ts";
import { Requests } from "./requests.ts";
import { answerServerRequest } from "./server-request.ts";
import type { ByteChannel, ConnectOptions, Reply, RequestOptions } from "./session.ts";

/** How long the end of the server may take to be explained, and its stdout to end after its stdin has failed. */
const explainMs = 5_000;
const endAfterWriteFailureMs = 1_000;
/** Answers to a server's requests that may wait while it does not read. */
const maxWaitingAnswers = 1_000;

/** JSON-RPC over one byte channel; every message is judged as it comes, whoever waits for it. */
export class Connection {
  readonly findings: Findings;
  readonly #options: ConnectOptions;
  readonly #clock: Clock;
  readonly #channel: ByteChannel;
  readonly #outbox: Outbox;
  readonly #requests: Requests;
  readonly #receiver: Receiver;
  readonly #reading: PacedReading;
  readonly #onEnd = new Set<(fault: Fault) => void>();
  #receivedMs = 0;
  #messages = 0;
  #ending = false;
  #ended: Fault | undefined;

  constructor(channel: ByteChannel, options: ConnectOptions, clock: Clock) {
    const { tap, maxMessageBytes } = options;
    const nowMs = (): number => clock.monotonicMs();
    this.#options = options;
    this.#clock = clock;
    this.#channel = channel;
    this.findings = new Findings(tap);
    this.#outbox = new Outbox(channel, tap, (error) => void this.#writeFailed(error));
    this.#requests = new Requests(options.server, clock, this.findings, this.#outbox);
    this.#receiver = new Receiver(
      { maxMessageBytes, tap, findings: this.findings, nowMs },
      {
        message: (message, text, bytes, glued) => this.#message(message, text, bytes, glued),
        unreadable: (reason, texts, told) => this.#requests.unreadable(reason, texts, told),
      },
    );
    this.#reading = readPaced(channel, nowMs, (chunk, receivedMs) => {
      this.#receivedMs = receivedMs;
      this.#receiver.push(chunk);
    });
    const stdoutEnded = (): void => void this.#end("its stdout has ended");
    channel.ended.then(stdoutEnded, stdoutEnded);
  }

  /** What stdout has carried so far. */
  get received(): { readonly bytes: number; readonly messages: number } {
    return { bytes: this.#receiver.bytes, messages: this.#messages };
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
  ): Promise<void> {
    if (this.#ended !== undefined) {
      throw this.#ended;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = new AbortController();
    const outgoing: Outgoing = this.#outbox.put(
      JSON.stringify({ jsonrpc: "2.0", method, params }),
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
      this.#outbox.drop(outgoing);
    }
  }

  close(): void {
    this.#finish(
      new Fault(
        "SESSION_CLOSED",
        `The session with server "${this.#options.server}" was closed by us.`,
      ),
    );
  }

  #message(message: JsonObject, text: string, bytes: number, glued: boolean): void {
    this.#messages += 1;
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
        this.#serverRequest(message, method, text);
      } else if (!glued) {
        this.#options.onNotification?.(method, message["params"]);
      }
      return;
    }
    const isResponse =
      Object.hasOwn(message, "id") ||
      Object.hasOwn(message, "result") ||
      Object.hasOwn(message, "error");
    if (method === undefined && isResponse) {
      this.#requests.answer(message, text, bytes, this.#receivedMs);
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
    if (this.#outbox.waiting < maxWaitingAnswers) {
      this.#outbox.put(answer);
    } else {
      this.findings.report(
        "unanswered-request",
        () =>
          `the server does not read our answers (${count(maxWaitingAnswers)} wait), so its ${quote(method)} got none`,
      );
    }
  }

  async #writeFailed(error: unknown): Promise<void> {
    // A server that exits is noticed here first; its stdout, which tells more, ends a moment later.
    const patience = new AbortController();
    const patienceOver = this.#clock.sleep(endAfterWriteFailureMs, patience.signal);
    await Promise.race([this.#channel.ended, patienceOver]).catch(() => undefined);
    patience.abort();
    patienceOver.catch(() => undefined);
    await this.#end(
      `it has closed its stdin (${error instanceof Error ? error.message : String(error)})`,
    );
  }

  async #end(fallback: string): Promise<void> {
    if (this.#ending) {
      return;
    }
    this.#ending = true;
    this.#reading.drain();
    const rest = this.#receiver.end();
    const unfinished =
      rest === undefined ? "" : `sent ${count(rest.bytes)} bytes of an unfinished message, then `;
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
    this.#receiver.flush();
    this.findings.summarise();
  }
}
