import type { ServerSpec } from "../config/index.ts";
import { checkOf, type WireTap } from "../mcp/index.ts";

/** The tap without the findings that the run file has switched off for this server. */
export function tapFor(tap: WireTap, checks: ServerSpec["checks"]): WireTap {
  return {
    ...tap,
    finding(finding) {
      const check = checkOf(finding.code);
      if (check === undefined || checks[check]) {
        tap.finding(finding);
      }
    },
  };
}
