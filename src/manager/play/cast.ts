import type { LoadedRunFile } from "../../config/index.ts";
import { asFault, Fault } from "../../fault/index.ts";
import { absent, companyOf, declareServices } from "../company.ts";
import { needsOf } from "../needs.ts";
import { ManagedServer } from "../server/managed-server.ts";
import { standingOf, stopInOrder } from "../stop-in-order.ts";
import type { Origin } from "../world.ts";
import type { RunDeps } from "./run-file.ts";
import { instanceName, type Variant } from "./variants.ts";

/** The servers of a run: an instance of each for all its scenarios, and as many fresh ones as are asked for. */
export interface Cast {
  /** Names of all instances. */
  readonly names: readonly string[];
  find(name: string): ManagedServer;
  /** Whether others wait for it, so that it is not stopped before them. */
  isNeeded(name: string): boolean;
  /** Starts the instance that scenarios share, once; its fault, or that of what it needs, or null. */
  start(name: string): Promise<Fault | null>;
  /** A container of its own, of the same image. */
  fresh(name: string): ManagedServer;
  /** Starts the services that are not started yet, though nothing may wait for them. */
  startServices(): void;
  /** Stops the services, and the servers that others wait for, none before those that need it. */
  stopRest(): Promise<void>;
}

/** Declares every server that the variants need; `whole`: those that no scenario uses, too. */
export function castOf(
  loaded: LoadedRunFile,
  variants: readonly Variant[],
  whole: boolean,
  origin: Origin,
  deps: RunDeps,
): Cast {
  const { runFile } = loaded;
  const servers = new Map<string, ManagedServer>();
  const played = variants.flatMap((variant) => [...variant.servers.keys()]);
  const all = [...Object.keys(runFile.servers), ...Object.keys(runFile.services)];
  const needed = companyOf(runFile, whole ? all : played);
  const { services, waitFor } = declareServices(loaded, needed, waitForServer, origin, deps);
  const starting = new Map<string, Promise<Fault | null>>();
  for (const [name, spec] of Object.entries(runFile.servers)) {
    const used = [...new Set(variants.flatMap((variant) => variant.servers.get(name) ?? []))];
    if (!needed.has(name)) {
      continue;
    }
    const protocols = spec.protocols ?? [null];
    const wanted = used.length === 0 ? [instanceName(name, spec, protocols[0] ?? null)] : used;
    const at = loaded.locate(["servers", name]);
    const needs = needsOf(`Server "${name}"`, spec.depends_on, waitFor);
    for (const instance of wanted) {
      const protocol = protocols.find((each) => instanceName(name, spec, each) === instance);
      const own = { ...spec, protocol: protocol ?? spec.protocol };
      const client = loaded.clients[name];
      servers.set(
        instance,
        deps.declare({ name: instance, label: name, spec: own, origin, at, client, needs }),
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

  function startOnce(name: string): Promise<Fault | null> {
    const known = starting.get(name) ?? faultOf(find(name).start(deps.progress, deps.signal));
    starting.set(name, known);
    return known;
  }

  /** All instances of it: a scenario of any of them may be what it is waited for. */
  async function waitForServer(name: string): Promise<void> {
    const instances = [...servers.values()].filter(({ declaration }) => declaration.label === name);
    const faults = await Promise.all(instances.map((instance) => startOnce(instance.name)));
    const fault = faults.find((each) => each !== null);
    if (fault) {
      throw absent(name, fault);
    }
  }

  const standing = standingOf([...servers.values()], [...services.values()], deps.signal);

  return {
    names: [...servers.keys()],
    find,
    isNeeded: (name) => standing.some(({ needs }) => needs.includes(find(name).declaration.label)),
    async start(name) {
      const fault = await startOnce(name);
      const { needs } = find(name).declaration;
      // What was there may be gone by now.
      return fault === null && needs !== undefined ? faultOf(needs(deps.signal)) : fault;
    },
    startServices() {
      services.forEach((service) => void service.start(deps.progress));
    },
    stopRest: () => stopInOrder(standing),
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
