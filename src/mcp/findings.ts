import { httpFindings } from "./http/http-findings.ts";
import { count } from "./quote.ts";
import type { WireFinding, WireTap } from "./wire.ts";

/** Every finding of this room. `check` is the switch of the run file it belongs to. */
export const findingTable = {
  ...httpFindings,
  "stdout-pollution": { severity: "error", check: "stdout_purity" },
  "glued-output": { severity: "error", check: "stdout_purity" },
  "blank-line": { severity: "info", check: "stdout_purity" },
  "unfinished-message": { severity: "error", check: "stdout_purity" },
  bom: { severity: "warning", check: "protocol" },
  "invalid-utf8": { severity: "error", check: "protocol" },
  "invalid-json": { severity: "error", check: "protocol" },
  "too-deep": { severity: "error", check: "protocol" },
  "oversized-message": { severity: "error", check: "protocol" },
  "message-spans-lines": { severity: "error", check: "protocol" },
  batch: { severity: "error", check: "protocol" },
  "jsonrpc-version": { severity: "error", check: "protocol" },
  "malformed-message": { severity: "error", check: "protocol" },
  "unknown-member": { severity: "warning", check: "protocol" },
  "null-id": { severity: "error", check: "protocol" },
  "id-type": { severity: "error", check: "protocol" },
  "wrong-id": { severity: "error", check: "protocol" },
  "duplicate-response": { severity: "error", check: "protocol" },
  "late-response": { severity: "warning", check: "protocol" },
  "echoed-request": { severity: "error", check: "protocol" },
  "unasked-request": { severity: "error", check: "protocol" },
  "duplicate-request-id": { severity: "error", check: "protocol" },
  "undeclared-input": { severity: "error", check: "protocol" },
  "misplaced-input": { severity: "error", check: "protocol" },
  "endless-rounds": { severity: "error", check: "protocol" },
  "unasked-notification": { severity: "error", check: "protocol" },
  "not-acknowledged": { severity: "error", check: "protocol" },
  "bad-progress": { severity: "error", check: "protocol" },
  "answered-after-cancel": { severity: "warning", check: "protocol" },
  "cancelled-call-goes-on": { severity: "warning", check: "protocol" },
  "unanswered-request": { severity: "warning", check: "protocol" },
  "endless-pages": { severity: "error", check: "protocol" },
  "result-schema": { severity: "error", check: "result_schema" },
  "bad-tool": { severity: "error", check: "result_schema" },
  "bad-resource": { severity: "error", check: "result_schema" },
  "bad-resource-template": { severity: "error", check: "result_schema" },
  "bad-prompt": { severity: "error", check: "result_schema" },
  "bad-task": { severity: "error", check: "result_schema" },
  "duplicate-name": { severity: "error", check: "result_schema" },
  "odd-tool-name": { severity: "warning", check: "result_schema" },
} as const satisfies Record<string, { severity: WireFinding["severity"]; check: string }>;

export type FindingCode = keyof typeof findingTable;

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
  readonly #tallies = new Map<FindingCode, Tally>();

  constructor(tap: WireTap) {
    this.#tap = tap;
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
      this.#tap.finding({ code, severity: findingTable[code].severity, message: message() });
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
        const { severity } = findingTable[code];
        const message = `${count(tally.total)} findings of this kind in all; the first ${tally.told} are told in full`;
        this.#tap.finding({ code, severity, message });
      }
    }
  }
}

/** The switch of the run file's `checks` that a finding belongs to; undefined for a code of another room. */
export function checkOf(code: string): "stdout_purity" | "protocol" | "result_schema" | undefined {
  return Object.entries(findingTable).find(([known]) => known === code)?.[1].check;
}
