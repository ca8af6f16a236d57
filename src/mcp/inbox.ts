import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import { count } from "./quote.ts";
import type { JsonObject } from "./reading.ts";
import { TextRing } from "./text-ring.ts";

/** A notification or request of the server. */
export interface Received {
  /** 1 for the first of a session. */
  readonly seq: number;
  /** Monotonic. */
  readonly atMs: number;
  readonly kind: "notification" | "request";
  readonly method: string;
  readonly params: unknown;
}

export interface Inbox {
  /** Those after `seq` that are still kept: the newest 10,000, of at most 8 MiB. */
  since(seq: number): readonly Received[];
  /** Of the newest; 0 when nothing has come. */
  readonly seq: number;
  /** How many came of each method, exactly; of more than 1,000 methods the rest is counted under "…". */
  readonly counts: ReadonlyMap<string, number>;
  /**
   * The first one after `seq` that `wanted` takes.
   *
   * Rejects CALL_TIMED_OUT, SESSION_CLOSED or INTERRUPTED.
   */
  next(
    seq: number,
    wanted: (received: Received) => boolean | Promise<boolean>,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<Received>;
}

const maxKept = 10_000;
const maxKeptBytes = 8 * 1024 * 1024;
const maxMethods = 1_000;
const otherMethods = "…";

/** The newest messages; times and kinds by number modulo `maxKept`. */
interface Kept {
  readonly texts: TextRing;
  readonly times: Float64Array;
  readonly requests: Uint8Array;
}

/** Keeps the newest of what a server sends unasked: a flood costs no more than its own length. */
export class KeptInbox implements Inbox {
  readonly counts = new Map<string, number>();
  readonly #clock: Clock;
  /** From the first message on: most sessions never get one, and this is 270 KiB. */
  #kept: Kept | undefined;
  #seq = 0;
  #closed: Fault | undefined;
  /** Called and emptied when something comes or the session ends. */
  #waiting: (() => void)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get seq(): number {
    return this.#seq;
  }

  /** `text` is the message's own, or that of the batch it came in. */
  add(kind: Received["kind"], message: JsonObject, text: string, atMs: number): void {
    const method = String(message["method"]);
    const known = this.counts.get(method);
    const counted = known !== undefined || this.counts.size < maxMethods ? method : otherMethods;
    this.counts.set(counted, (this.counts.get(counted) ?? 0) + 1);
    this.#seq += 1;
    this.#kept ??= {
      texts: new TextRing(maxKept, maxKeptBytes),
      times: new Float64Array(maxKept),
      requests: new Uint8Array(maxKept),
    };
    this.#kept.texts.push(/^\s*\[/.test(text) ? JSON.stringify(message) : text);
    this.#kept.times[this.#seq % maxKept] = atMs;
    this.#kept.requests[this.#seq % maxKept] = kind === "request" ? 1 : 0;
    this.#wake();
  }

  since(seq: number): readonly Received[] {
    const all: Received[] = [];
    const kept = this.#kept;
    for (let at = Math.max(seq + 1, kept?.texts.first ?? 1); kept && at <= this.#seq; at += 1) {
      const text = kept.texts.at(at);
      if (text !== undefined) {
        all.push(receivedOf(at, text, kept));
      }
    }
    return all;
  }

  async next(
    seq: number,
    wanted: (received: Received) => boolean | Promise<boolean>,
    { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<Received> {
    const timer = new AbortController();
    const over = this.#clock.sleep(timeoutMs, timer.signal).then(() => "over" as const);
    over.catch(() => undefined);
    const { promise: aborted, resolve: onAbort } = Promise.withResolvers<"aborted">();
    const abort = (): void => onAbort("aborted");
    signal?.addEventListener("abort", abort, { once: true });
    try {
      let seen = seq;
      for (;;) {
        for (const received of this.since(seen)) {
          seen = received.seq;
          if (await wanted(received)) {
            return received;
          }
        }
        if (signal?.aborted) {
          throw new Fault("INTERRUPTED", "The wait for a message of the server was interrupted.", {
            cause: signal.reason,
          });
        }
        if (this.#closed !== undefined) {
          throw this.#closed;
        }
        if (seen < this.#seq) {
          continue;
        }
        if ((await Promise.race([this.#something(), over, aborted])) === "over") {
          throw new Fault(
            "CALL_TIMED_OUT",
            `No such message of the server came within ${count(timeoutMs)} ms; ${count(this.#seq - seq)} others did.`,
          );
        }
      }
    } finally {
      timer.abort();
      signal?.removeEventListener("abort", abort);
    }
  }

  close(fault: Fault): void {
    this.#closed ??= fault;
    this.#wake();
  }

  #something(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    if (this.#waiting.length > 0) {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const wake of waiting) {
        wake();
      }
    }
  }
}

function receivedOf(seq: number, text: string, { times, requests }: Kept): Received {
  // It was read as a message with a method before it was added.
  const { method, params } = JSON.parse(text) as { method: string; params?: unknown };
  return {
    seq,
    atMs: times[seq % maxKept] ?? 0,
    kind: requests[seq % maxKept] === 1 ? "request" : "notification",
    method,
    params,
  };
}
