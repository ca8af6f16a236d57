import type { LoadedRunFile, LoadedScenario } from "../config/index.ts";
import { asFault, Fault } from "../fault/index.ts";
import type { ManagedServer } from "./managed-server.ts";
import { enterScenario, playScenario, skipScenario } from "./play-scenario.ts";
import type { RunDeps } from "./run-file.ts";
import { type Job, schedule } from "./schedule.ts";
import { serversOf } from "./select-scenarios.ts";
import type { Origin } from "./world.ts";

/**
 * Starts the servers together, plays each scenario as soon as its servers are ready and free, and stops each server
 * after its last scenario.
 */
export async function playScenarios(
  loaded: LoadedRunFile,
  scenarios: readonly LoadedScenario[],
  origin: Origin,
  deps: RunDeps,
  keepRunning: boolean,
): Promise<void> {
  // Fail before anything is declared when there is no engine: it is the run's fault, not each server's.
  await deps.world.engine();
  const usesLeft = countUses(loaded, scenarios);
  const servers = declareServers(loaded, [...usesLeft.keys()], origin, deps);
  const started = startAll(servers, deps);

  async function finishWith(name: string): Promise<void> {
    const left = (usesLeft.get(name) ?? 1) - 1;
    usesLeft.set(name, left);
    if (left <= 0 && !keepRunning) {
      await started.get(name);
      await servers.get(name)?.stop();
    }
  }

  const entered = scenarios.map((scenario) => ({
    scenario,
    id: enterScenario(scenario, deps.world.record),
  }));
  const played = entered.map(({ scenario, id }): Job => {
    const names = serversOf(scenario);
    return {
      servers: names,
      async run() {
        const faults = await Promise.all(
          names.map((name) => started.get(name) ?? Promise.resolve(null)),
        );
        if (deps.signal.aborted) {
          skipScenario(scenario, id, reasonOf(deps.signal), deps.world);
        } else {
          const fault = faults.find((candidate) => candidate instanceof Fault);
          await playScenario(scenario, id, fault ?? null, servers, deps);
        }
        await Promise.all(names.map(finishWith));
      },
    };
  });
  const unused = [...usesLeft].flatMap(([name, uses]): Job[] =>
    uses > 0 ? [] : [{ servers: [name], run: () => finishWith(name) }],
  );
  await schedule([...played, ...unused]);
}

/** How many scenarios use each server; without a filter, servers that none uses are still started and checked. */
function countUses(
  loaded: LoadedRunFile,
  scenarios: readonly LoadedScenario[],
): Map<string, number> {
  const isWhole = scenarios.length === loaded.scenarios.length;
  const uses = new Map<string, number>();
  for (const name of isWhole ? Object.keys(loaded.runFile.servers) : []) {
    uses.set(name, 0);
  }
  for (const name of scenarios.flatMap(serversOf)) {
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return uses;
}

function declareServers(
  loaded: LoadedRunFile,
  names: readonly string[],
  origin: Origin,
  deps: RunDeps,
): Map<string, ManagedServer> {
  return new Map(
    names.map((name) => {
      const spec = loaded.runFile.servers[name];
      if (spec === undefined) {
        throw new Fault("INTERNAL", `Server "${name}" passed validation but is not declared.`);
      }
      return [name, deps.declare(name, spec, origin, loaded.locate(["servers", name]))];
    }),
  );
}

/** Each server's fault, or null once it is ready. */
function startAll(
  servers: ReadonlyMap<string, ManagedServer>,
  deps: RunDeps,
): Map<string, Promise<Fault | null>> {
  return new Map(
    [...servers].map(([name, server]) => [
      name,
      server.start(deps.progress, deps.signal).then(
        () => null,
        (thrown: unknown) => asFault(thrown),
      ),
    ]),
  );
}

function reasonOf(signal: AbortSignal): string {
  return signal.reason instanceof Error ? signal.reason.message : "the run was cancelled";
}
