import type { ServerSpec } from "../../config/index.ts";
import type { StopReport } from "../../controller/index.ts";
import { findingOf, type WireFinding } from "../../mcp/index.ts";
import { duration } from "../../text/index.ts";

const longestCommand = 200;

/**
 * What the way a server ended says about it.
 *
 * The specification's stdio shutdown: the client closes stdin, waits, sends SIGTERM, waits, sends SIGKILL. A server
 * that needs the second rung costs every client its waiting time; one that needs the third is left behind by most. What
 * a server starts and does not end is left behind by all.
 */
export function stopFindings(
  server: string,
  spec: ServerSpec,
  revision: string | undefined,
  report: StopReport,
): readonly WireFinding[] {
  const { sigterm } = spec.stop;
  const eof = spec.transport === "stdio" ? spec.stop.eof : 0;
  const findings: WireFinding[] = [];
  if (
    spec.checks.exit_on_eof &&
    eof > 0 &&
    (report.rung === "sigterm" || report.rung === "sigkill")
  ) {
    findings.push(
      findingOf(
        "ignores-eof",
        `Server "${server}" did not exit within ${duration(eof)} after its stdin was closed`,
        revision,
      ),
    );
  }
  if (spec.checks.exit_on_sigterm && sigterm > 0 && report.rung === "sigkill") {
    findings.push(
      findingOf(
        "ignores-sigterm",
        `Server "${server}" ignored SIGTERM for ${duration(sigterm)} and had to be killed`,
        revision,
      ),
    );
  }
  for (const command of report.leftovers) {
    findings.push(
      findingOf(
        "leftover-process",
        `Server "${server}" left a process behind when it ended: ${command.slice(0, longestCommand)}`,
        revision,
      ),
    );
  }
  return findings;
}
