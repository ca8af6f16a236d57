import type { ServerSpec } from "../../config/index.ts";
import { checkOf, type WireTap } from "../../mcp/index.ts";

/**
 * The tap without the findings that the run file has switched off for this server, and without those that another
 * container of it has `told` before.
 */
export function tapFor(tap: WireTap, checks: ServerSpec["checks"], told: Set<string>): WireTap {
  const switches: Readonly<Record<string, boolean>> = checks;
  return {
    ...tap,
    finding(finding) {
      const check = checkOf(finding.code);
      const key = `${finding.code} ${finding.message}`;
      if ((check === undefined || switches[check] !== false) && !told.has(key)) {
        told.add(key);
        tap.finding(finding);
      }
    },
  };
}
