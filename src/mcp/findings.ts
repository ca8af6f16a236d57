import { findingOf } from "./finding-of.ts";
import type { FindingCode } from "./finding-table.ts";
import { count } from "./quote.ts";
import { newestLegacy } from "./revision.ts";
import type { WireTap } from "./wire.ts";

export type { FindingCode };

/** Findings of one code that are told in full; more are counted. */
const toldPerCode = 3;

interface Tally {
  total: number;
  told: number;
  /** The total the last summary gave. */
  summed: number;
}

/** Tells the first findings of each code and counts the rest; the counts are exact. */
export class Findings {
  readonly #tap: WireTap;
  #revision: string = newestLegacy;
  readonly #tallies = new Map<FindingCode, Tally>();

  constructor(tap: WireTap) {
    this.#tap = tap;
  }

  /** What the references of findings point into; before it is negotiated, the newest that begins with a handshake. */
  negotiated(revision: string): void {
    this.#revision = revision;
  }

  /** `message` is built only when it is told: in a flood most are not. */
  report(code: FindingCode, message: () => string, times = 1): void {
    let tally = this.#tallies.get(code);
    if (tally === undefined) {
      tally = { total: 0, told: 0, summed: 0 };
      this.#tallies.set(code, tally);
    }
    tally.total += times;
    if (tally.told < toldPerCode) {
      tally.told += 1;
      tally.summed += times;
      this.#tell(code, message());
    }
  }

  total(code: FindingCode): number {
    return this.#tallies.get(code)?.total ?? 0;
  }

  /** One more finding for each code of which some were only counted since the last time. */
  summarise(): void {
    for (const [code, tally] of this.#tallies) {
      if (tally.total > tally.summed) {
        tally.summed = tally.total;
        const message = `${count(tally.total)} findings of this kind in all; the first ${tally.told} are told in full`;
        this.#tell(code, message);
      }
    }
  }

  #tell(code: FindingCode, message: string): void {
    this.#tap.finding(findingOf(code, message, this.#revision));
  }
}
