import { existsSync } from "node:fs";
import type { Engine, NetworkOptions } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import { objectLabels } from "./labels.ts";
import type { ContainerPlan, Ownership } from "./types.ts";

/** What a container is attached to, and how its port is reached from here. */
export interface Reach {
  /** Network id; null is loopback only. */
  readonly network: string | null;
  /** address: at its own; published: at a port of 127.0.0.1; null: it has no port to reach. */
  readonly by: "address" | "published" | null;
}

/**
 * The kinds of network of a run. Servers on one do not reach each other.
 *
 * closed: no way out at all. An internal bridge still leaves the gateway, so what listens on every address of the
 * engine's host can be reached; shutting that (`inhibit_ipv4`) would shut us out, too.
 * oneWay: for an engine whose bridges are not on this machine's network. Nothing can be published on an internal
 * bridge, so this one is open, but without masquerade: what leaves it has a private address that no answer finds.
 */
const kinds = {
  open: { suffix: "", options: { internal: false, isolated: true } },
  closed: { suffix: "-closed", options: { internal: true, isolated: true } },
  oneWay: { suffix: "-one-way", options: { internal: false, isolated: true, masquerade: false } },
} as const satisfies Record<string, { suffix: string; options: NetworkOptions }>;

/** Networks made or being made, by run and kind: the engine's address pools end after about 30. */
const networks = new WeakMap<Engine, Map<string, Promise<string>>>();

/** The network a server needs, created when the first one needs it. The sweep of the run removes it. */
export async function reachFor(
  engine: Engine,
  ownership: Ownership,
  { server, egress, http }: Pick<ContainerPlan, "server" | "egress" | "http">,
  seesBridge = isBridgeHere,
): Promise<Reach> {
  const network = (kind: keyof typeof kinds) => runNetwork(engine, ownership, kind);
  if (http === undefined) {
    return { network: egress === "full" ? await network("open") : null, by: null };
  }
  const wanted = await network(egress === "full" ? "open" : "closed");
  if (seesBridge(wanted)) {
    return { network: wanted, by: "address" };
  }
  if (!engine.info.endpoint.startsWith("unix:")) {
    throw new Fault(
      "ENGINE_UNSUPPORTED",
      `Start server "${server}": it speaks HTTP, and the engine at ${engine.info.endpoint} is not on this machine, so its port cannot be reached`,
      { hint: "Run it where the engine is, or give the server's address as `url`." },
    );
  }
  return { network: egress === "full" ? wanted : await network("oneWay"), by: "published" };
}

/**
 * Whether an engine's bridge is an interface of our own network namespace: then its containers' addresses are
 * reached from here. Not so with Docker Desktop (its own machine), a rootless engine (its own namespace), podman.
 */
function isBridgeHere(networkId: string): boolean {
  return existsSync(`/sys/class/net/br-${networkId.slice(0, 12)}`);
}

function runNetwork(
  engine: Engine,
  ownership: Ownership,
  kind: keyof typeof kinds,
): Promise<string> {
  const ofEngine = networks.get(engine) ?? new Map<string, Promise<string>>();
  networks.set(engine, ofEngine);
  const { suffix, options } = kinds[kind];
  const key = `${ownership.runId}${suffix}`;
  const known = ofEngine.get(key);
  if (known) {
    return known;
  }
  const name = `docker-mcp-manager-${ownership.runId.slice(0, 12)}${suffix}`;
  const made = engine
    .createNetwork(name, objectLabels(ownership, "network"), options)
    .catch((error: unknown) => {
      ofEngine.delete(key);
      throw error;
    });
  ofEngine.set(key, made);
  return made;
}
