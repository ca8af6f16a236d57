import { type FindingCode, findingTable, referenceOf } from "../finding-table.ts";
import { newestLegacy } from "../revision.ts";
import type { WireFinding } from "../wire.ts";

/** A finding of a check that is made outside a session. */
export function findingOf(code: FindingCode, message: string): WireFinding {
  const kind = findingTable[code];
  const { severity } = kind;
  return { code, severity, message, reference: referenceOf(kind, newestLegacy) };
}
