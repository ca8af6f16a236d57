import type { LoadedRunFile } from "../config/index.ts";
import { asFault, Fault } from "../fault/index.ts";
import { ManagedServer } from "./managed-server.ts";
import type { RunDeps } from "./run-file.ts";
import { instanceName, type Variant } from "./variants.ts";
import type { Origin } from "./world.ts";

/** The servers of a run: an instance of each for all its scenarios, and as many fresh ones as are asked for. */
export interface Cast {
  /** Names of all instances. */
  readonly names: readonly string[];
  find(name: string): ManagedServer;
  /** Starts the instance that scenarios share, once; its fault, or null. */
  start(name: string): Promise<Fault | null>;
  /** A container of its own, of the same image. */
  fresh(name: string): ManagedServer;
}

/** Declares every server that the variants need; `whole`: those that no scenario uses, too. */
export function castOf(
  loaded: LoadedRunFile,
  variants: readonly Variant[],
  whole: boolean,
  origin: Origin,
  deps: RunDeps,
): Cast {
  const servers = new Map<string, ManagedServer>();
  const starting = new Map<string, Promise<Fault | null>>();
  for (const name of Object.keys(loaded.runFile.servers)) {
    const spec = loaded.runFile.servers[name];
    const used = [...new Set(variants.flatMap((variant) => variant.servers.get(name) ?? []))];
    if (spec === undefined || (used.length === 0 && !whole)) {
      continue;
    }
    const protocols = spec.protocols ?? [null];
    const wanted = used.length === 0 ? [instanceName(name, spec, protocols[0] ?? null)] : used;
    const at = loaded.locate(["servers", name]);
    for (const instance of wanted) {
      const protocol = protocols.find((each) => instanceName(name, spec, each) === instance);
      const own = { ...spec, protocol: protocol ?? spec.protocol };
      const client = loaded.clients[name];
      servers.set(
        instance,
        deps.declare({ name: instance, label: name, spec: own, origin, at, client }),
      );
    }
  }

  function find(name: string): ManagedServer {
    const server = servers.get(name);
    if (server === undefined) {
      throw new Fault("INTERNAL", `Server "${name}" is not part of this run.`);
    }
    return server;
  }

  return {
    names: [...servers.keys()],
    find,
    start(name) {
      const known = starting.get(name) ?? faultOf(find(name).start(deps.progress, deps.signal));
      starting.set(name, known);
      return known;
    },
    fresh: (name) => new ManagedServer({ ...find(name).declaration, isFresh: true }, deps.world),
  };
}

/** Why work failed, or null. */
export function faultOf(work: Promise<void>): Promise<Fault | null> {
  return work.then(
    () => null,
    (thrown: unknown) => asFault(thrown),
  );
}
