import type { LoadedRunFile, LoadedScenario } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";
import type { ManagedServer } from "../server/managed-server.ts";
import { beginNetworks } from "../server/network-plan.ts";
import type { Origin } from "../world.ts";
import { type Cast, castOf, faultOf } from "./cast.ts";
import { compareVariants } from "./compare-variants.ts";
import { enterScenario, playVariant, skipScenario } from "./play-scenario.ts";
import type { Played } from "./play-trials.ts";
import type { RunDeps } from "./run-file.ts";
import { type Job, schedule } from "./schedule.ts";
import { type Variant, variantsOf } from "./variants.ts";

/**
 * Starts servers and services together, plays each scenario as soon as its servers are ready and free, and stops each
 * server after its last scenario; what others need is stopped after them. Gives the names of the scenarios whose every step was done.
 *
 * A fresh scenario has containers of its own, made for it; it waits its turn for its servers all the same, so that
 * what a server costs is measured for one scenario at a time.
 */
export async function playScenarios(
  loaded: LoadedRunFile,
  scenarios: readonly LoadedScenario[],
  origin: Origin,
  deps: RunDeps,
  keepRunning: boolean,
): Promise<ReadonlySet<string>> {
  const { record } = deps.world;
  const variants = variantsOf(scenarios, loaded.runFile.servers);
  const whole = scenarios.length === loaded.scenarios.length;
  if (Object.values(loaded.runFile.servers).some((spec) => spec.url === undefined)) {
    // Fail before anything is declared when there is no engine: it is the run's fault, not each server's.
    await deps.world.engine();
    // What fails here fails again, and is told, when a server is started.
    void beginNetworks(usedServers(loaded, variants, whole), deps.world, deps.progress);
  }
  const cast = castOf(loaded, variants, whole, origin, deps);
  const usesLeft = countUses(cast, variants);
  cast.startServices();
  for (const name of usesLeft.keys()) {
    void cast.start(name);
  }

  async function finishWith(name: string): Promise<void> {
    const left = (usesLeft.get(name) ?? 1) - 1;
    usesLeft.set(name, left);
    if (left <= 0 && !keepRunning && !cast.isNeeded(name)) {
      await cast.start(name);
      await cast.find(name).stop({ judge: deps.signal });
    }
  }

  const complete = new Set<string>();
  const results = new Map<Variant, Played>();
  const entered = variants.map((variant) => ({ variant, id: enterScenario(variant, record) }));
  const jobs = entered.map(({ variant, id }): Job => {
    const names = [...variant.servers.values()];
    return {
      servers: names,
      async run() {
        if (deps.signal.aborted) {
          skipScenario(variant, id, reasonOf(deps.signal), deps.world);
        } else {
          const played = await playVariant(variant, id, stageFor(variant, cast, deps), deps);
          if (variant.protocol !== null) {
            results.set(variant, played);
          }
          if (played.complete) {
            complete.add(variant.name);
          }
        }
        if (variant.scenario.isolation === "shared") {
          await Promise.all(names.map(finishWith));
        }
      },
    };
  });
  const unused = [...usesLeft].flatMap(([name, uses]): Job[] =>
    uses > 0 ? [] : [{ servers: [name], run: () => finishWith(name) }],
  );
  try {
    await schedule([...jobs, ...unused]);
  } finally {
    if (!keepRunning) {
      await cast.stopRest();
    }
  }
  for (const name of cast.names.filter((each) => !usesLeft.has(each))) {
    cast.find(name).wasFresh();
  }
  // As they were declared, whichever was done first.
  const inOrder = variants.flatMap((variant) => {
    const played = results.get(variant);
    return played === undefined ? [] : [[variant, played] as const];
  });
  compareVariants(new Map(inOrder), deps.world);
  return complete;
}

function usedServers(
  { runFile: { servers } }: LoadedRunFile,
  variants: readonly Variant[],
  whole: boolean,
): LoadedRunFile["runFile"]["servers"] {
  const used = new Set(variants.flatMap((variant) => [...variant.servers.keys()]));
  return Object.fromEntries(Object.entries(servers).filter(([name]) => whole || used.has(name)));
}

/** How one variant gets its servers, and gives them back, for each time it is played. */
export interface Stage {
  /** The servers by the name steps use, and why one of them cannot be used. */
  set(): Promise<{
    readonly servers: ReadonlyMap<string, ManagedServer>;
    readonly fault: Fault | null;
  }>;
  clear(): Promise<void>;
}

function stageFor({ scenario, servers }: Variant, cast: Cast, deps: RunDeps): Stage {
  let fresh: readonly ManagedServer[] = [];
  return {
    async set() {
      if (scenario.isolation === "shared") {
        const faults = await Promise.all([...servers.values()].map((name) => cast.start(name)));
        const all = [...servers].map(([name, instance]) => [name, cast.find(instance)] as const);
        return { servers: new Map(all), fault: firstOf(faults) };
      }
      const made = [...servers].map(([name, instance]) => [name, cast.fresh(instance)] as const);
      fresh = made.map(([, server]) => server);
      const faults = await Promise.all(
        fresh.map((server) => faultOf(server.start(deps.progress, deps.signal))),
      );
      return { servers: new Map(made), fault: firstOf(faults) };
    },
    async clear() {
      await Promise.all(fresh.map((server) => server.stop({ judge: deps.signal })));
      fresh = [];
    },
  };
}

/**
 * How many shared scenarios use each instance. One that only fresh scenarios use is not in it, and has no shared
 * container; one that no scenario uses is started and checked all the same.
 */
function countUses(cast: Cast, variants: readonly Variant[]): Map<string, number> {
  const fresh = new Set<string>();
  const uses = new Map<string, number>();
  for (const { scenario, servers } of variants) {
    for (const name of servers.values()) {
      if (scenario.isolation === "fresh") {
        fresh.add(name);
      } else {
        uses.set(name, (uses.get(name) ?? 0) + 1);
      }
    }
  }
  const unused = cast.names.filter(
    (name) => !uses.has(name) && (!fresh.has(name) || cast.isNeeded(name)),
  );
  return new Map([...uses, ...unused.map((name) => [name, 0] as const)]);
}

function firstOf(faults: readonly (Fault | null)[]): Fault | null {
  return faults.find((fault) => fault instanceof Fault) ?? null;
}

function reasonOf(signal: AbortSignal): string {
  return signal.reason instanceof Error ? signal.reason.message : "the run was cancelled";
}
