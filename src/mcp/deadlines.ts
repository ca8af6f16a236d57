import type { Clock } from "../clock/index.ts";

/** The longest a timer of Node.js can wait; it fires at once when asked for more. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * One timer for any number of deadlines: calls with the same timeout follow each other without touching it.
 *
 * `expire` ends what is due at the given time and returns the earliest deadline that remains, if any.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #expire: (nowMs: number) => number | undefined;
  #armedFor = Infinity;
  #timer: AbortController | undefined;

  constructor(clock: Clock, expire: (nowMs: number) => number | undefined) {
    this.#clock = clock;
    this.#expire = expire;
  }

  /** Sees to it that `expire` is called no earlier than `deadlineMs` (monotonic) and as soon as possible after. */
  ensure(deadlineMs: number): void {
    if (deadlineMs < this.#armedFor) {
      this.stop();
      this.#arm(deadlineMs);
    }
  }

  stop(): void {
    this.#timer?.abort();
    this.#timer = undefined;
    this.#armedFor = Infinity;
  }

  #arm(deadlineMs: number): void {
    const timer = new AbortController();
    this.#timer = timer;
    this.#armedFor = deadlineMs;
    const waitMs = Math.min(Math.max(deadlineMs - this.#clock.monotonicMs(), 0), longestTimerMs);
    this.#clock.sleep(waitMs, timer.signal).then(
      () => this.#fire(timer),
      () => undefined,
    );
  }

  #fire(timer: AbortController): void {
    if (timer.signal.aborted) {
      return;
    }
    this.stop();
    const next = this.#expire(this.#clock.monotonicMs());
    if (next !== undefined) {
      this.ensure(next);
    }
  }
}
