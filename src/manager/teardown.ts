import { type Clock, within } from "../clock/index.ts";
import { settleNetworks, sweep } from "../controller/index.ts";
import { type Engine, isEngineGone } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import type { ManagedServer } from "./server/managed-server.ts";
import type { ManagedService } from "./service/managed-service.ts";
import { standingOf, stopInOrder } from "./stop-in-order.ts";
import type { World } from "./world.ts";

/** A teardown that hangs on a dead engine must not hold the caller for ever. */
const teardownMs = 60_000;

const engineBackMs = 30_000;
const lookEveryMs = 250;

/** Resolves when all has ended, well or not, or when no more time is given to it. */
async function settledInTime(work: readonly Promise<unknown>[]): Promise<void> {
  const late = () =>
    new Fault("ENGINE_UNRESPONSIVE", `Teardown took longer than ${teardownMs} ms.`);
  await within(Promise.allSettled(work), teardownMs, late).catch(() => undefined);
}

/** Stops all in the order of what they need, in its time, and lets `work` end; how many the engine may still hold. */
export async function stopAll(
  servers: readonly ManagedServer[],
  services: readonly ManagedService[],
  work: readonly Promise<unknown>[],
): Promise<number> {
  await settledInTime([stopInOrder(standingOf(servers, services)), ...work]);
  return [...servers, ...services].filter((one) => one.hasContainer).length;
}

export interface SweptRun {
  readonly removed: number;
  readonly left: number;
  /** How long the engine was waited for; absent when it was there. */
  readonly waitedMs?: number;
}

/**
 * Removes by label what a run still has on the engine; `unstopped` counts when the engine does not list any more.
 *
 * One that went away is waited for: a restart takes seconds.
 */
export async function sweepRun(
  engine: Engine,
  runId: string,
  unstopped: number,
  { clock, tell }: { readonly clock: Clock; readonly tell: (line: string) => void },
): Promise<SweptRun> {
  await settledInTime([settleNetworks(engine, runId)]);
  const startMs = clock.monotonicMs();
  let waited = {};
  for (;;) {
    try {
      const { removed, left } = await sweep(engine, { runId });
      return { removed, left, ...waited };
    } catch (error) {
      const waitedMs = clock.monotonicMs() - startMs;
      if (!isEngineGone(error) || waitedMs > engineBackMs) {
        // Whatever was being made when it went away nobody has counted.
        return { removed: 0, left: Math.max(unstopped, 1), ...waited };
      }
      if (waitedMs < lookEveryMs) {
        tell(`waiting up to ${engineBackMs / 1000} s for the engine, to remove what is left there`);
      }
      waited = { waitedMs };
      await clock.sleep(lookEveryMs);
    }
  }
}

/** What a run under way ends with; a reason of the manager's own is written down, too. */
export function reasonToEnd(
  because: Fault | undefined,
  { record, clock }: World,
  hasRun: boolean,
): Fault {
  if (because === undefined) {
    return new Fault("INTERRUPTED", "The manager is shutting down.");
  }
  const { code, message } = because;
  const data = JSON.stringify({ code, message });
  record.event({ atMs: clock.nowMs(), kind: "given-up", server: null, data });
  if (!hasRun) {
    record.run({ fault: message, faultCode: code });
  }
  return because;
}
