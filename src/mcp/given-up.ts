import type { Clock } from "../clock/index.ts";
import type { Findings } from "./findings.ts";
import { quote } from "./quote.ts";

/** Requests given up that are remembered, so that their answers are known as late. */
const maxRemembered = 1_000;
/** How long a cancelled call may still betray that it goes on before its reply is given. */
const graceMs = 1_000;
/** What arrives so soon after a cancellation may have been on its way; a server cannot be blamed for it. */
export const raceMs = 100;

interface Entry {
  readonly label: string;
  readonly atMs: number;
  /** "ended": both sides know, and a last answer is welcome. */
  readonly how: "given up" | "cancelled" | "ended";
}

/** Requests no longer waited for; judges what the server still sends for them. */
export class GivenUp {
  readonly #clock: Clock;
  readonly #findings: Findings;
  readonly #entries = new Map<number, Entry>();
  readonly #graces = new Map<number, { readonly timer: AbortController; settled(): void }>();

  constructor(clock: Clock, findings: Findings) {
    this.#clock = clock;
    this.#findings = findings;
  }

  remember(id: number, label: string, how: Entry["how"] = "given up"): void {
    this.#entries.set(id, { label, atMs: this.#clock.monotonicMs(), how });
    if (this.#entries.size > maxRemembered) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) {
        this.#entries.delete(oldest);
      }
    }
  }

  /** A request cancelled on purpose; `settled` is called when it is answered all the same, or after the grace. */
  cancelled(id: number, label: string, settled: () => void): void {
    this.remember(id, label, "cancelled");
    const timer = new AbortController();
    this.#graces.set(id, { timer, settled });
    this.#clock.sleep(graceMs, timer.signal).then(
      () => this.#endGrace(id),
      () => undefined,
    );
  }

  /** Judges a response; false when it belongs to no request given up. */
  answer(id: number, isError: boolean, text: string, receivedMs: number): boolean {
    const entry = this.#entries.get(id);
    if (entry === undefined) {
      return false;
    }
    this.#entries.delete(id);
    const { label, atMs, how } = entry;
    const afterMs = Math.max(0, receivedMs - atMs);
    if (how === "given up") {
      const seconds = (afterMs / 1000).toFixed(1);
      this.#findings.report(
        "late-response",
        () => `the answer to ${label} came late by ${seconds} s`,
      );
    } else if (how === "cancelled" && (isError || afterMs > raceMs)) {
      this.#findings.report(
        "answered-after-cancel",
        () =>
          `${label} was answered ${Math.round(afterMs)} ms after it had been cancelled: ${quote(text)}`,
      );
    }
    this.#endGrace(id);
    return true;
  }

  close(): void {
    for (const id of this.#graces.keys()) {
      this.#endGrace(id);
    }
  }

  #endGrace(id: number): void {
    const grace = this.#graces.get(id);
    this.#graces.delete(id);
    grace?.timer.abort();
    grace?.settled();
  }
}
