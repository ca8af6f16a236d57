import type { Session } from "../../mcp/index.ts";
import type { World } from "../world.ts";
import { checkHealth, type Probe } from "./check-health.ts";
import type { Chronicle } from "./chronicle.ts";
import type { HealthPlan } from "./health-plan.ts";
import { commandProbe, sessionProbe } from "./health-probe.ts";
import type { Life } from "./life.ts";

export interface HealthWatch {
  readonly life: Life;
  readonly chronicle: Chronicle;
  /** Whether the life is still the server's, and up. */
  readonly isUp: () => boolean;
  readonly onUnhealthy: (cause: string) => void;
}

/** Watches the health of a server that is up, until the signal aborts, and enters what is found. */
export function watchHealth(
  { command, rules }: HealthPlan,
  { life, chronicle, isUp, onUnhealthy }: HealthWatch,
  world: World,
  signal: AbortSignal,
): void {
  const { container } = life;
  const ofImage =
    command === null || container === null
      ? undefined
      : commandProbe(command, container, world.engine);
  function probe(): Probe | undefined {
    // What is frozen does not answer, which is no illness.
    if (chronicle.state === "paused") {
      return undefined;
    }
    const session = ofImage === undefined ? sessionOf(life) : undefined;
    return session === undefined ? ofImage : sessionProbe(session);
  }
  function onChange(cause: string | null): void {
    if (isUp()) {
      chronicle.enter(cause === null ? "ready" : "unhealthy", cause);
    }
    if (isUp() && cause !== null) {
      onUnhealthy(cause);
    }
  }
  const isHealthy = () => chronicle.state !== "unhealthy";
  void checkHealth(rules, { probe, isHealthy, onChange }, world.clock, signal);
}

/** undefined while it is disconnected. */
function sessionOf(life: Life): Session | undefined {
  try {
    return life.session;
  } catch {
    return undefined;
  }
}
