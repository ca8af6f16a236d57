import type { ServerSpec } from "../config/index.ts";
import { checkOf, type WireTap } from "../mcp/index.ts";

/** The tap without the findings that the run file has switched off for this server. */
export function tapFor(tap: WireTap, checks: ServerSpec["checks"]): WireTap {
  const switches: Readonly<Record<string, boolean>> = checks;
  return {
    ...tap,
    finding(finding) {
      const check = checkOf(finding.code);
      if (check === undefined || switches[check] !== false) {
        tap.finding(finding);
      }
    },
  };
}
