import type { Attempt } from "../../controller/index.ts";
import type { World } from "../world.ts";

/** Attempts of one server that are kept one by one; a server that tries again and again is counted. */
const kept = 1_000;
/** Denied targets of one server that are told as findings. */
const mostTold = 20;

/** What a server tried to reach outside so far: how often, and which of what was denied was told. */
export interface Attempts {
  count: number;
  readonly told: Set<string>;
}

export function noAttempts(): Attempts {
  return { count: 0, told: new Set() };
}

/** Writes down what a server tries to reach, and tells of each place that it may not reach, once, with the line to add. */
export function recordAttempts(
  server: string,
  attempts: Attempts,
  { record, clock }: Pick<World, "record" | "clock">,
): (attempt: Attempt) => void {
  return ({ target, outcome, reason }) => {
    const atMs = clock.nowMs();
    attempts.count += 1;
    if (attempts.count <= kept) {
      const data = JSON.stringify({ target, outcome, reason });
      record.event({ atMs, kind: "egress", server, data });
    }
    if (outcome === "denied" && attempts.told.size < mostTold && !attempts.told.has(target)) {
      attempts.told.add(target);
      record.finding({
        server,
        code: "wanted-egress",
        severity: "warning",
        message: `tried to reach ${target}, denied: ${reason ?? "it is not allowed"}; add it to server ${server}: network: { egress: { allow: ["${target}"] } }`,
        atMs,
        stepId: null,
      });
    }
  };
}

/** Writes down that the way to a server was cut, and why: what it was doing may have failed of that. */
export function recordRelayEnds(
  server: string,
  { record, clock }: Pick<World, "record" | "clock">,
): (what: string) => void {
  return (message) =>
    record.finding({
      server,
      code: "relay-ended",
      severity: "warning",
      message,
      atMs: clock.nowMs(),
      stepId: null,
    });
}
