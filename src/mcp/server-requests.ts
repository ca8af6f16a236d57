import { inputProblem } from "./client-capabilities.ts";
import type { ClientAnswer, ClientSide } from "./client-side.ts";
import type { FindingCode, Findings } from "./findings.ts";
import { count, quote, show } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";
import type { Wire } from "./wire.ts";

const methodNotFound = -32601;
const internalError = -32603;
/** Answers that may wait while the server does not read, and requests that may be under way at once. */
const maxWaitingAnswers = 1_000;
const maxOpen = 1_000;
/** Ids remembered to see that none comes twice. */
const maxIds = 10_000;
/** Methods only a client calls: a server that sends one is repeating us, as a terminal or `cat` does. */
const clientMethods =
  /^(?:initialize|server\/discover|tools\/|resources\/|prompts\/|completion\/|logging\/|subscriptions\/)/u;

type Id = number | string;

/** The requests of the server: which are answered, by whom, and which it should not have sent. */
export class ServerRequests {
  /** None before the handshake is over. */
  era: "legacy" | "modern" | undefined;
  readonly #findings: Findings;
  readonly #wire: Wire;
  readonly #client: ClientSide | undefined;
  readonly #echoed: (id: number, method: string) => void;
  readonly #open = new Map<Id, AbortController>();
  readonly #ids = new Set<Id>();

  constructor(
    findings: Findings,
    wire: Wire,
    client: ClientSide | undefined,
    echoed: (id: number, method: string) => void,
  ) {
    this.#findings = findings;
    this.#wire = wire;
    this.#client = client;
    this.#echoed = echoed;
  }

  receive(message: JsonObject, method: string, text: string): void {
    const { id } = message;
    if (clientMethods.test(method)) {
      this.#report(
        "echoed-request",
        () => `the server sent the client's request ${quote(method)}: ${quote(text)}`,
      );
      if (typeof id === "number") {
        this.#echoed(id, method);
      }
      return;
    }
    if (typeof id !== "string" && typeof id !== "number") {
      this.#report(
        "null-id",
        () =>
          `the server's request ${quote(method)} has an id that is neither a string nor a number: ${quote(text)}`,
      );
      return;
    }
    this.#remember(id, method);
    if (method === "ping" && this.era !== "modern") {
      this.#send(method, { jsonrpc: "2.0", id, result: {} });
    } else if (this.era === "modern") {
      const why = "which a server of revision 2026-07-28 must not: it has no requests of servers";
      this.#refuse(id, method, text, methodNotFound, why);
    } else {
      this.#scripted(id, method, message["params"], text);
    }
  }

  /** The server takes a request of its own back. */
  cancelled(params: unknown): void {
    const id = isObject(params) ? params["requestId"] : undefined;
    if (typeof id === "string" || typeof id === "number") {
      this.#open.get(id)?.abort();
      this.#open.delete(id);
    }
  }

  close(): void {
    for (const abort of this.#open.values()) {
      abort.abort();
    }
    this.#open.clear();
  }

  #remember(id: Id, method: string): void {
    if (this.#ids.has(id)) {
      this.#report(
        "duplicate-request-id",
        () => `the server's request ${quote(method)} has the id ${show(id)} of an earlier one`,
      );
    } else if (this.#ids.size < maxIds) {
      this.#ids.add(id);
    }
  }

  #scripted(id: Id, method: string, params: unknown, text: string): void {
    const client = this.#client;
    const problem = inputProblem(method, params, client?.capabilities ?? {});
    if (client === undefined || problem !== undefined) {
      const { code, why } = problem ?? {
        code: methodNotFound,
        why: "though we declared no capability for it",
      };
      this.#refuse(id, method, text, code, why);
      return;
    }
    if (this.#open.size >= maxOpen) {
      this.#unanswered(method, `${count(maxOpen)} of its requests are under way`);
      return;
    }
    const abort = new AbortController();
    this.#open.set(id, abort);
    void this.#ask(client, id, method, params, text, abort);
  }

  async #ask(
    client: ClientSide,
    id: Id,
    method: string,
    params: unknown,
    text: string,
    abort: AbortController,
  ): Promise<void> {
    let answer: ClientAnswer | undefined;
    try {
      answer = await client.answer(method, params, abort.signal);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      answer = { kind: "error", code: internalError, message };
    }
    if (abort.signal.aborted || answer?.kind === "silence") {
      return;
    }
    this.#open.delete(id);
    if (answer === undefined) {
      this.#refuse(id, method, text, methodNotFound, "for which no answer is scripted");
    } else if (answer.kind === "error") {
      const { code, message } = answer;
      this.#send(method, { jsonrpc: "2.0", id, error: { code, message } });
    } else {
      this.#send(method, { jsonrpc: "2.0", id, result: answer.result });
    }
  }

  #refuse(id: Id, method: string, text: string, code: number, why: string): void {
    this.#report(
      "unasked-request",
      () => `the server sent ${quote(method)} ${why}: ${quote(text)}`,
    );
    const message =
      code === methodNotFound
        ? "Method not found: this client declared no such capability"
        : "Invalid params: this client declared no such capability";
    this.#send(method, { jsonrpc: "2.0", id, error: { code, message } });
  }

  #send(method: string, response: JsonObject): void {
    if (this.#wire.waiting < maxWaitingAnswers) {
      this.#wire.put({ text: JSON.stringify(response) });
    } else {
      this.#unanswered(
        method,
        `the server does not read our answers (${count(maxWaitingAnswers)} wait)`,
      );
    }
  }

  #unanswered(method: string, why: string): void {
    this.#report("unanswered-request", () => `${why}, so its ${quote(method)} got none`);
  }

  #report(code: FindingCode, message: () => string): void {
    this.#findings.report(code, message);
  }
}
