import type { ServerSpec } from "../../config/index.ts";
import { findingOf, type WireFinding } from "../../mcp/index.ts";
import { bytes, duration, plural } from "../../text/index.ts";
import type { LifeEnd } from "./life.ts";

/** A virtual machine that starts on one core waits for seconds, summed over its threads; this much is what a timeout may come from. */
const longWaitMs = 10_000;

/** What the limits of a server kept it from: a cause that nothing else tells. */
export function limitFindings(
  server: string,
  { limits }: Pick<ServerSpec, "limits">,
  { hits, stop }: Pick<LifeEnd, "hits" | "stop">,
): readonly WireFinding[] {
  if (hits === undefined) {
    return [];
  }
  const findings: WireFinding[] = [];
  // Its own end for memory is told where it ends.
  const ended = stop?.exit.oomKilled === true && stop.exit.exitCode !== 0;
  if (hits.memoryKills > 0 && !ended) {
    const killed = plural(hits.memoryKills, "process of it was", "processes of it were");
    const message = `Server "${server}" goes on, but ${killed} killed for memory at the limit of ${bytes(limits.memory)}`;
    findings.push(findingOf("memory-kill", message));
  }
  if (hits.pidsRefused > 0) {
    const message = `Server "${server}" was refused a process or thread ${plural(hits.pidsRefused, "time")} at its limit of ${limits.pids}; limits.pids raises it`;
    findings.push(findingOf("process-limit", message));
  }
  if (hits.throttledMs >= longWaitMs) {
    const message = `Server "${server}" had work and was kept waiting for ${duration(hits.throttledMs)} by its limit of ${plural(limits.cpus, "core")}; limits.cpus raises it`;
    findings.push(findingOf("core-limit", message));
  }
  return findings;
}
