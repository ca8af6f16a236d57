import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { interrupted, type Settling, settle } from "./pending.ts";
import { count } from "./quote.ts";
import type { JsonObject } from "./reading.ts";
import type { RawOptions, Reply } from "./session.ts";

interface Waiting extends Settling {
  readonly answer: number | string | null;
  /** Under which the transport tells what became of the bytes. */
  readonly wireId: number | string;
}

/** Answers that raw bytes are waiting for; their ids are the test's, not ours. */
export class RawAnswers {
  readonly #clock: Clock;
  readonly #waiting = new Set<Waiting>();
  #sent = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get waits(): boolean {
    return this.#waiting.size > 0;
  }

  /** `send` is given the id under which the transport may report a failure. */
  async expect(
    answer: number | string | null,
    { timeoutMs, signal }: RawOptions,
    send: (wireId: number | string) => void,
  ): Promise<Reply> {
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    this.#sent += 1;
    const waiting: Waiting = {
      answer,
      wireId: answer ?? `raw ${this.#sent}`,
      method: "the raw message",
      params: undefined,
      startedMs: this.#clock.monotonicMs(),
      status: undefined,
      resolve,
      reject,
    };
    const onAbort = (): void => {
      if (signal !== undefined) {
        reject(interrupted(waiting.method, signal));
      }
    };
    const timer = new AbortController();
    this.#waiting.add(waiting);
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#clock.sleep(timeoutMs, timer.signal).then(
      () => reject(new Fault("CALL_TIMED_OUT", notAnswered(answer, timeoutMs))),
      () => undefined,
    );
    try {
      if (signal?.aborted) {
        throw interrupted(waiting.method, signal);
      }
      send(waiting.wireId);
      return await promise;
    } finally {
      timer.abort();
      signal?.removeEventListener("abort", onAbort);
      this.#waiting.delete(waiting);
    }
  }

  /** Whether the response was waited for. */
  take(message: JsonObject, text: string, bytes: number, receivedMs: number): boolean {
    const id = message["id"] ?? null;
    for (const waiting of this.#waiting) {
      const fits = waiting.answer === id && (id !== null || Object.hasOwn(message, "error"));
      if (fits) {
        this.#waiting.delete(waiting);
        settle(waiting, message, text, bytes, receivedMs);
        return true;
      }
    }
    return false;
  }

  status(wireId: number | string, status: number): void {
    const waiting = this.#under(wireId);
    if (waiting !== undefined) {
      waiting.status = status;
    }
  }

  failed(wireId: number | string, fault: Fault): void {
    this.#under(wireId)?.reject(fault);
  }

  rejectAll(fault: Fault): void {
    for (const waiting of this.#waiting) {
      waiting.reject(fault);
    }
  }

  #under(wireId: number | string): Waiting | undefined {
    return [...this.#waiting].find((waiting) => waiting.wireId === wireId);
  }
}

function notAnswered(answer: number | string | null, timeoutMs: number): string {
  const what = answer === null ? "the id null and an error" : `the id ${JSON.stringify(answer)}`;
  return `Nothing with ${what} answered the raw message within ${count(timeoutMs)} ms.`;
}
