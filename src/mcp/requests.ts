import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { Deadlines } from "./deadlines.ts";
import type { Findings } from "./findings.ts";
import { GivenUp } from "./given-up.ts";
import {
  called,
  interrupted,
  messageOf,
  newPending,
  type Pending,
  settle,
  thrownAway,
  timedOut,
} from "./pending.ts";
import { becameTask, Progress, tokenIn, withToken } from "./progress.ts";
import { quote } from "./quote.ts";
import type { JsonObject } from "./reading.ts";
import { answerIdOf, idsIn } from "./response-id.ts";
import type { Reply, RequestOptions } from "./session.ts";
import { tellUnknownMembers } from "./unknown-members.ts";
import { watchRequest } from "./watch-request.ts";
import type { Wire } from "./wire.ts";

/** Requests that must not be cancelled: before the session there is nothing to cancel. */
const handshakeMethods: ReadonlySet<string> = new Set(["initialize", "server/discover"]);

/** A request on its way. */
export interface Opened {
  readonly id: number;
  readonly reply: Promise<Reply>;
  /** From now on it may take for ever. */
  keep(): void;
  /** Ends a stream as "cancelled"; with a reason the server is told, without one it has ended it itself. */
  end(reason?: string): void;
}

/** The requests under way on one connection: their ids, their deadlines, and which answer belongs to which. */
export class Requests {
  readonly progress: Progress;
  /** After raw bytes, answers with odd ids may be answers to those. */
  tolerant = false;
  readonly #server: string;
  readonly #clock: Clock;
  readonly #findings: Findings;
  readonly #wire: Wire;
  readonly #explainSilence: () => string | undefined;
  readonly #deadlines: Deadlines;
  readonly #givenUp: GivenUp;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #closed = false;

  constructor(
    server: string,
    clock: Clock,
    findings: Findings,
    wire: Wire,
    explainSilence: () => string | undefined = () => undefined,
  ) {
    this.#server = server;
    this.#explainSilence = explainSilence;
    this.#clock = clock;
    this.#findings = findings;
    this.#wire = wire;
    this.#deadlines = new Deadlines(clock, (nowMs) => this.#expire(nowMs));
    this.#givenUp = new GivenUp(clock, findings);
    this.progress = new Progress(findings, wire.kind === "stdio");
  }

  /** Rejects INTERRUPTED when the signal is aborted already; then nothing is sent. */
  open(
    method: string,
    given: Readonly<Record<string, unknown>> | undefined,
    options: RequestOptions,
  ): Opened {
    const { signal, onProgress } = options;
    this.#lastId += 1;
    const id = this.#lastId;
    const params =
      onProgress === undefined || tokenIn(given) !== undefined ? given : withToken(given, id);
    const text = JSON.stringify({ jsonrpc: "2.0", id, method, params });
    const { pending, promise } = newPending(id, method, params, options, this.#clock.monotonicMs());
    if (signal?.aborted) {
      pending.reject(interrupted(called(pending), signal));
    } else {
      this.#pending.set(id, pending);
      if (pending.token !== undefined) {
        this.progress.begin(pending.token, () => called(pending), onProgress);
      }
      watchRequest(pending, options, this.#clock, {
        interrupted: (fault) => this.#giveUp(pending, fault, "interrupted"),
        cancel: () => this.#cancel(pending, "cancelled as the step asks"),
      });
      pending.outgoing = this.#wire.put(messageOf(pending, text, options.headers));
      this.#deadlines.ensure(pending.deadlineMs);
    }
    return {
      id,
      reply: promise,
      keep: () => {
        pending.deadlineMs = Infinity;
      },
      end: (reason) => this.#end(pending, reason),
    };
  }

  /** Takes a response and says what is wrong with it. */
  answer(message: JsonObject, text: string, bytes: number, receivedMs: number): void {
    const { id, problem } = answerIdOf(message["id"], this.#lastId);
    if (problem !== undefined && this.tolerant && problem.code !== "id-type") {
      return;
    }
    if (problem !== undefined) {
      this.#findings.report(problem.code, () => `${problem.text}: ${quote(text)}`);
    }
    const pending = id === undefined ? undefined : this.#pending.get(id);
    if (id === undefined) {
      this.failOnly(`a response came whose id fits no request: ${quote(text)}`);
    } else if (pending === undefined) {
      this.#unexpected(id, message, text, receivedMs);
    } else {
      this.#settle(pending, message, text, bytes, receivedMs);
    }
  }

  /** Fails the request that an unreadable line was the answer to, where that can be told. */
  unreadable(reason: string, texts: readonly string[], told: boolean): void {
    const candidates = new Set(idsIn(texts).filter((id) => this.#pending.has(id)));
    const [only] = candidates;
    const pending =
      only !== undefined && candidates.size === 1 ? this.#pending.get(only) : undefined;
    if (pending !== undefined) {
      this.#fail(pending, reason);
    } else if (!told) {
      this.failOnly(reason);
    }
  }

  /** With a single request under way, whatever came must have been meant for it. */
  failOnly(reason: string): void {
    const [only] = this.#pending.values();
    if (only !== undefined && this.#pending.size === 1) {
      this.#fail(only, reason);
    }
  }

  /** The transport has no answer to give. */
  failed(id: number | string, fault: Fault): void {
    const pending = typeof id === "number" ? this.#pending.get(id) : undefined;
    if (pending !== undefined) {
      this.#over(pending, "cancelled");
      pending.reject(fault);
    }
  }

  status(id: number | string, status: number): void {
    const pending = typeof id === "number" ? this.#pending.get(id) : undefined;
    if (pending !== undefined) {
      pending.status = status;
    }
  }

  /** The server sent our own request back. */
  echoed(id: number, method: string): void {
    const pending = this.#pending.get(id);
    if (pending?.method === method) {
      this.#fail(pending, `our own request ${called(pending)} came back instead of an answer`);
    }
  }

  /** Rejects all requests; answers to them are no longer of interest. */
  rejectAll(fault: Fault): void {
    this.#closed = true;
    this.#deadlines.stop();
    this.#givenUp.close();
    const all = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of all) {
      pending.reject(fault);
    }
  }

  #settle(
    pending: Pending,
    message: JsonObject,
    text: string,
    bytes: number,
    receivedMs: number,
  ): void {
    this.#pending.delete(pending.id);
    tellUnknownMembers(message, "answer", () => `the answer to ${called(pending)}`, this.#findings);
    if (pending.token !== undefined && !becameTask(message["result"])) {
      this.progress.end(pending.token, "answered", receivedMs);
    }
    if (pending.dropped) {
      pending.reject(thrownAway(pending, bytes, this.#server));
      return;
    }
    const wrong = settle(pending, message, text, bytes, receivedMs);
    if (wrong !== undefined) {
      this.#findings.report(
        "malformed-message",
        () => `the answer to ${called(pending)} ${wrong}: ${quote(text)}`,
      );
    }
  }

  /** A response to a request that is no longer waited for. */
  #unexpected(id: number, message: JsonObject, text: string, receivedMs: number): void {
    const isError = Object.hasOwn(message, "error");
    if (!this.#closed && !this.#givenUp.answer(id, isError, text, receivedMs)) {
      this.#findings.report(
        "duplicate-response",
        () => `request ${id} was answered more than once; the first answer counts: ${quote(text)}`,
      );
    }
  }

  #fail(pending: Pending, reason: string): void {
    this.#over(pending, "answered");
    this.#givenUp.remember(pending.id, called(pending));
    pending.reject(
      new Fault("PROTOCOL_VIOLATION", `Server "${this.#server}", ${called(pending)}: ${reason}`),
    );
  }

  #expire(nowMs: number): number | undefined {
    let next: number | undefined;
    for (const pending of this.#pending.values()) {
      if (pending.deadlineMs <= nowMs) {
        this.#giveUp(pending, timedOut(pending, this.#server, this.#explainSilence()), "timed out");
      } else if (next === undefined || pending.deadlineMs < next) {
        next = pending.deadlineMs;
      }
    }
    return next;
  }

  #giveUp(pending: Pending, fault: Fault, reason: string): void {
    if (!this.#pending.has(pending.id)) {
      // In the grace of its cancellation.
      pending.reject(fault);
      return;
    }
    this.#over(pending, "cancelled");
    const unsent = pending.outgoing !== undefined && this.#wire.drop(pending.outgoing);
    if (!unsent) {
      this.#givenUp.remember(pending.id, called(pending), pending.own ? "ended" : "given up");
      if (!handshakeMethods.has(pending.method)) {
        this.#sendCancel(pending.id, reason);
      }
    }
    pending.reject(fault);
  }

  #cancel(pending: Pending, reason: string): void {
    if (!this.#pending.has(pending.id)) {
      return;
    }
    this.#over(pending, "cancelled");
    const durationMs = this.#clock.monotonicMs() - pending.startedMs;
    const settled = (): void => pending.resolve({ kind: "cancelled", durationMs, bytes: 0 });
    const unsent = pending.outgoing !== undefined && this.#wire.drop(pending.outgoing);
    if (unsent || !this.#sendCancel(pending.id, reason)) {
      settled();
    } else {
      this.#givenUp.cancelled(pending.id, called(pending), settled);
    }
  }

  #end(pending: Pending, reason: string | undefined): void {
    this.#over(pending, "answered");
    this.#givenUp.remember(pending.id, called(pending), "ended");
    if (reason !== undefined) {
      this.#sendCancel(pending.id, reason);
    }
    const durationMs = this.#clock.monotonicMs() - pending.startedMs;
    pending.resolve({ kind: "cancelled", durationMs, bytes: 0 });
  }

  /** Whether the server may still answer. */
  #sendCancel(requestId: number, reason: string): boolean {
    if (this.#wire.cancel(requestId)) {
      return false;
    }
    const method = "notifications/cancelled";
    const params = { requestId, reason };
    const text = JSON.stringify({ jsonrpc: "2.0", method, params });
    this.#wire.put({ text, method, own: true });
    return true;
  }

  #over(pending: Pending, how: "answered" | "cancelled"): void {
    this.#pending.delete(pending.id);
    if (pending.token !== undefined) {
      this.progress.end(pending.token, how, this.#clock.monotonicMs());
    }
  }
}
