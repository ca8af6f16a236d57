import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { Deadlines } from "./deadlines.ts";
import type { Findings } from "./findings.ts";
import { called, type Pending, settle, timedOut } from "./pending.ts";
import { quote } from "./quote.ts";
import type { JsonObject } from "./reading.ts";
import { answerIdOf, idsIn } from "./response-id.ts";
import type { Reply, RequestOptions } from "./session.ts";
import type { Wire, WireMessage } from "./wire.ts";

/** Requests given up that are remembered, so that their answers are known as late. */
const maxForgotten = 1_000;
/** Requests that must not be cancelled: before the session there is nothing to cancel. */
const handshakeMethods: ReadonlySet<string> = new Set(["initialize", "server/discover"]);

/** The requests under way on one connection: their ids, their deadlines, and which answer belongs to which. */
export class Requests {
  readonly #server: string;
  readonly #clock: Clock;
  readonly #findings: Findings;
  readonly #wire: Wire;
  readonly #deadlines: Deadlines;
  readonly #pending = new Map<number, Pending>();
  readonly #forgotten = new Map<number, { readonly label: string; readonly atMs: number }>();
  #lastId = 0;
  #closed = false;

  constructor(server: string, clock: Clock, findings: Findings, wire: Wire) {
    this.#server = server;
    this.#clock = clock;
    this.#findings = findings;
    this.#wire = wire;
    this.#deadlines = new Deadlines(clock, (nowMs) => this.#expire(nowMs));
  }

  send(
    method: string,
    params: Record<string, unknown> | undefined,
    options: RequestOptions,
  ): Promise<Reply> {
    const { signal, timeoutMs } = options;
    if (signal?.aborted) {
      return Promise.reject(interrupted(method, signal));
    }
    this.#lastId += 1;
    const id = this.#lastId;
    const text = JSON.stringify({ jsonrpc: "2.0", id, method, params });
    return new Promise((resolve, reject) => {
      const startedMs = this.#clock.monotonicMs();
      const deadlineMs = startedMs + timeoutMs;
      const pending: Pending = {
        id,
        method,
        params,
        timeoutMs,
        startedMs,
        deadlineMs,
        outgoing: undefined,
        status: undefined,
        resolve,
        reject,
      };
      this.#pending.set(id, pending);
      if (signal !== undefined) {
        this.#watch(pending, signal);
      }
      pending.outgoing = this.#wire.put(messageOf(id, method, params, text, options.headers));
      this.#deadlines.ensure(deadlineMs);
    });
  }

  /** Takes a response and says what is wrong with it. */
  answer(message: JsonObject, text: string, bytes: number, receivedMs: number): void {
    const { id, problem } = answerIdOf(message["id"], this.#lastId);
    if (problem !== undefined) {
      this.#findings.report(problem.code, () => `${problem.text}: ${quote(text)}`);
    }
    const pending = id === undefined ? undefined : this.#pending.get(id);
    if (id === undefined) {
      this.failOnly(`a response came whose id fits no request: ${quote(text)}`);
    } else if (pending === undefined) {
      this.#unexpected(id, text, receivedMs);
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
      this.#pending.delete(pending.id);
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
    const all = [...this.#pending.values()];
    this.#pending.clear();
    for (const pending of all) {
      pending.reject(fault);
    }
  }

  #watch(pending: Pending, signal: AbortSignal): void {
    const { resolve, reject } = pending;
    const onAbort = (): void =>
      this.#giveUp(pending, interrupted(called(pending), signal), "interrupted");
    signal.addEventListener("abort", onAbort, { once: true });
    pending.resolve = (reply) => {
      signal.removeEventListener("abort", onAbort);
      resolve(reply);
    };
    pending.reject = (error) => {
      signal.removeEventListener("abort", onAbort);
      reject(error);
    };
  }

  #settle(
    pending: Pending,
    message: JsonObject,
    text: string,
    bytes: number,
    receivedMs: number,
  ): void {
    this.#pending.delete(pending.id);
    for (const key of Object.keys(message)) {
      if (key !== "jsonrpc" && key !== "id" && key !== "result" && key !== "error") {
        this.#findings.report(
          "unknown-member",
          () => `the answer to ${called(pending)} has the unknown member ${quote(key)}`,
        );
      }
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
  #unexpected(id: number, text: string, receivedMs: number): void {
    if (this.#closed) {
      return;
    }
    const forgotten = this.#forgotten.get(id);
    if (forgotten === undefined) {
      this.#findings.report(
        "duplicate-response",
        () => `request ${id} was answered more than once; the first answer counts: ${quote(text)}`,
      );
      return;
    }
    this.#forgotten.delete(id);
    const seconds = (Math.max(0, receivedMs - forgotten.atMs) / 1000).toFixed(1);
    this.#findings.report(
      "late-response",
      () => `the answer to ${forgotten.label} came late by ${seconds} s`,
    );
  }

  #fail(pending: Pending, reason: string): void {
    this.#pending.delete(pending.id);
    this.#forget(pending);
    pending.reject(
      new Fault("PROTOCOL_VIOLATION", `Server "${this.#server}", ${called(pending)}: ${reason}`),
    );
  }

  #expire(nowMs: number): number | undefined {
    let next: number | undefined;
    for (const pending of this.#pending.values()) {
      if (pending.deadlineMs <= nowMs) {
        this.#giveUp(pending, timedOut(pending, this.#server), "timed out");
      } else if (next === undefined || pending.deadlineMs < next) {
        next = pending.deadlineMs;
      }
    }
    return next;
  }

  #giveUp(pending: Pending, fault: Fault, reason: string): void {
    this.#pending.delete(pending.id);
    const unsent = pending.outgoing !== undefined && this.#wire.drop(pending.outgoing);
    if (!unsent) {
      this.#forget(pending);
      if (!handshakeMethods.has(pending.method) && !this.#wire.cancel(pending.id)) {
        const params = { requestId: pending.id, reason };
        const method = "notifications/cancelled";
        this.#wire.put({ text: JSON.stringify({ jsonrpc: "2.0", method, params }), method });
      }
    }
    pending.reject(fault);
  }

  #forget(pending: Pending): void {
    this.#forgotten.set(pending.id, {
      label: called(pending),
      atMs: this.#clock.monotonicMs(),
    });
    if (this.#forgotten.size > maxForgotten) {
      const [oldest] = this.#forgotten.keys();
      if (oldest !== undefined) {
        this.#forgotten.delete(oldest);
      }
    }
  }
}

/** HTTP repeats some of it in headers. */
function messageOf(
  id: number,
  method: string,
  params: Readonly<Record<string, unknown>> | undefined,
  text: string,
  headers: Readonly<Record<string, string>> | undefined,
): WireMessage {
  const name = params?.["name"] ?? params?.["uri"] ?? params?.["taskId"];
  const message = typeof name === "string" ? { text, id, method, name } : { text, id, method };
  return headers === undefined ? message : { ...message, headers };
}

function interrupted(label: string, signal: AbortSignal): Fault {
  return new Fault("INTERRUPTED", `${label} was interrupted before its answer came.`, {
    cause: signal.reason,
  });
}
