import type { Engine } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import { objectLabels } from "../labels.ts";
import type { ContainerPlan, Ownership } from "../types.ts";
import { type NetworkDeps, NetworkGroup } from "./group.ts";

/** What a container is attached to. Without either it has loopback only. */
export interface Reach {
  /** Closed: its members find each other by name, and outside through the proxy. */
  readonly group: NetworkGroup | undefined;
  /** Name of the open network: everything is reached, and nothing of it is seen by us. */
  readonly open: string | undefined;
}

interface OfRun {
  readonly groups: Map<string, NetworkGroup>;
  open: Promise<string> | undefined;
}

/** Networks made or being made, by run: the engine's address pools end after about 30. */
const networks = new WeakMap<Engine, Map<string, OfRun>>();

/** The group of servers that speak HTTP or reach something and name none. */
const defaultGroup = "default";

/** The name of the group that a server is in; undefined: it needs none. */
export function groupOf({
  group,
  egress,
  http,
}: Pick<ContainerPlan, "group" | "egress" | "http">): string | undefined {
  const needed = http !== undefined || typeof egress !== "string";
  return group ?? (needed ? defaultGroup : undefined);
}

/** The networks a server needs, with the relay of its group, made when the first one needs them. The sweep of the run removes them. */
export async function reachFor(
  engine: Engine,
  ownership: Ownership,
  plan: Pick<ContainerPlan, "server" | "egress" | "http" | "group">,
  deps: NetworkDeps | undefined,
): Promise<Reach> {
  const ofRun = networksOf(engine, ownership);
  const name = groupOf(plan);
  const group = name === undefined ? undefined : groupNamed(name, ofRun, engine, ownership, deps);
  const [open] = await Promise.all([
    plan.egress === "full" ? openNetwork(ofRun, engine, ownership) : undefined,
    group?.ready(),
  ]);
  return { group, open };
}

/** Makes the networks that servers will need, while their images are still being made; what fails is told when a server needs it. */
export async function prepareNetworks(
  engine: Engine,
  ownership: Ownership,
  plans: readonly Pick<ContainerPlan, "server" | "egress" | "http" | "group">[],
  deps: NetworkDeps,
): Promise<void> {
  await Promise.allSettled(plans.map((plan) => reachFor(engine, ownership, plan, deps)));
}

/** Ends the networks of a run; resolves when none is being made any more: what comes after a sweep would stay. */
export async function settleNetworks(engine: Engine, runId: string): Promise<void> {
  const ofRun = networks.get(engine)?.get(runId);
  if (ofRun !== undefined) {
    const groups = [...ofRun.groups.values()].map((group) => group.end());
    await Promise.allSettled([ofRun.open, ...groups]);
  }
}

function networksOf(engine: Engine, { runId }: Ownership): OfRun {
  const ofEngine = networks.get(engine) ?? new Map<string, OfRun>();
  networks.set(engine, ofEngine);
  const ofRun = ofEngine.get(runId) ?? { groups: new Map(), open: undefined };
  ofEngine.set(runId, ofRun);
  return ofRun;
}

function groupNamed(
  name: string,
  { groups }: OfRun,
  engine: Engine,
  ownership: Ownership,
  deps: NetworkDeps | undefined,
): NetworkGroup {
  if (deps === undefined) {
    throw new Fault("INTERNAL", "A server needs a network, and nothing is there to make one.");
  }
  const group = groups.get(name) ?? new NetworkGroup(name, engine, ownership, deps);
  groups.set(name, group);
  return group;
}

/** Servers on it do not reach each other. */
function openNetwork(ofRun: OfRun, engine: Engine, ownership: Ownership): Promise<string> {
  const name = `docker-mcp-manager-${ownership.runId.slice(0, 12)}`;
  ofRun.open ??= engine
    .createNetwork(name, objectLabels(ownership, "network"), { internal: false, isolated: true })
    .then(
      () => name,
      (error: unknown) => {
        ofRun.open = undefined;
        throw error;
      },
    );
  return ofRun.open;
}
