import type { Engine } from "../engine/index.ts";
import { objectLabels } from "./labels.ts";
import type { Ownership } from "./types.ts";

/** Networks made or being made, by run. A run has one: the engine's address pools end after about 30. */
const networks = new WeakMap<Engine, Map<string, Promise<string>>>();

/**
 * The bridge of a run for servers with egress, created when the first one asks.
 *
 * Servers on it do not reach each other. The sweep of the run removes it.
 */
export function runNetwork(engine: Engine, ownership: Ownership): Promise<string> {
  const ofEngine = networks.get(engine) ?? new Map<string, Promise<string>>();
  networks.set(engine, ofEngine);
  const known = ofEngine.get(ownership.runId);
  if (known) {
    return known;
  }
  const name = `docker-mcp-manager-${ownership.runId.slice(0, 12)}`;
  const made = engine
    .createNetwork(name, objectLabels(ownership, "network"), { internal: false, isolated: true })
    .catch((error: unknown) => {
      ofEngine.delete(ownership.runId);
      throw error;
    });
  ofEngine.set(ownership.runId, made);
  return made;
}
