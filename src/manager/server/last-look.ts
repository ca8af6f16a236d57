import type { ServerSpec } from "../../config/index.ts";
import { findingOf, surveyTools, type WireFinding } from "../../mcp/index.ts";
import { idleCpu } from "../../resource/index.ts";
import { duration } from "../../text/index.ts";
import type { World } from "../world.ts";
import type { Life } from "./life.ts";

/** How long a list of tools may take that no step has asked for. */
const listTimeoutMs = 1_000;

export interface Looked {
  readonly name: string;
  readonly spec: ServerSpec;
  readonly life: Life;
}

/** What is looked at when a server's last step is done: what its tools cost, and whether it rests. */
export async function lastLook(
  looked: Looked,
  world: Pick<World, "clock" | "record">,
  signal: AbortSignal,
): Promise<readonly WireFinding[]> {
  const findings = await survey(looked, world, signal);
  const idle = await idleFinding(looked, world, signal);
  return idle === undefined ? findings : [...findings, idle];
}

/** A server that does not list its tools any more has had its say in the steps. */
async function survey(
  { name, spec, life }: Looked,
  { clock, record }: Pick<World, "clock" | "record">,
  signal: AbortSignal,
): Promise<readonly WireFinding[]> {
  const options = {
    twice: spec.checks.list_determinism,
    timeoutMs: listTimeoutMs,
    own: true,
    signal,
  };
  // Also when it is disconnected: then there is no session to ask.
  const surveyed = await Promise.resolve()
    .then(() => surveyTools(life.session, options))
    .catch(() => undefined);
  if (surveyed === undefined) {
    return [];
  }
  const data = JSON.stringify(surveyed.cost);
  record.event({ atMs: clock.nowMs(), kind: "context-cost", server: name, data });
  return surveyed.findings;
}

async function idleFinding(
  { name, spec, life }: Looked,
  { clock }: Pick<World, "clock">,
  signal: AbortSignal,
): Promise<WireFinding | undefined> {
  if (life.container === null || !spec.checks.idle_cpu) {
    return undefined;
  }
  const { window, cpu } = spec.idle;
  const limits = { windowMs: window, mostPercent: cpu * 100 };
  const percent = await idleCpu(life.container.id, limits, { clock, signal });
  if (percent === undefined || percent <= limits.mostPercent) {
    return undefined;
  }
  return findingOf(
    "idle-cpu",
    `Server "${name}" used ${Math.round(percent)} % of a core for ${duration(window)} in which nothing was asked of it; ${limits.mostPercent} % is allowed`,
  );
}
