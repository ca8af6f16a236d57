import { endpointVariable, networkGroupOf, type ServerSpec } from "../../config/index.ts";
import { type ContainerPlan, prepareNetworks } from "../../controller/index.ts";
import { Fault } from "../../fault/index.ts";
import type { Origin, World } from "../world.ts";

/** What a server's entry says of networks, as the controller takes it. */
export function networkPlan(
  server: string,
  spec: ServerSpec,
  { servers = {}, services = {} }: Pick<Origin, "servers" | "services">,
): Pick<ContainerPlan, "egress" | "group" | "peers"> {
  const { egress } = spec.network;
  const group = networkGroupOf(spec);
  const groups = [
    ...Object.entries(servers).map(([name, each]) => [name, networkGroupOf(each)] as const),
    ...Object.entries(services).map(([name, each]) => [name, each.network.group] as const),
  ];
  const peers = groups.flatMap(([name, its]) => (name !== server && its === group ? [name] : []));
  return {
    egress: typeof egress === "string" ? egress : egress.allow,
    ...(group === undefined ? {} : { group, peers }),
  };
}

/** The addresses of the servers that its `endpoints` name. */
export function endpointVariables(
  server: string,
  spec: ServerSpec,
  { servers = {} }: Pick<Origin, "servers">,
): Record<string, string> {
  return Object.fromEntries(
    spec.network.endpoints.map((name) => {
      const http = servers[name]?.http;
      if (http === undefined) {
        throw new Fault(
          "RUN_FILE_INVALID",
          `Server "${server}" is to be told where "${name}" is, which is no server of this run that speaks HTTP.`,
        );
      }
      return [endpointVariable(name), `http://${name}:${http.port}${http.path}`];
    }),
  );
}

/** Begins to make the networks of servers whose images may still have to be built. */
export async function beginNetworks(
  specs: Readonly<Record<string, ServerSpec>>,
  world: Pick<World, "engine" | "ownership" | "networks">,
  progress: (line: string) => void,
): Promise<void> {
  const plans = Object.entries(specs)
    .filter(([, spec]) => spec.url === undefined && networkGroupOf(spec) !== undefined)
    .map(([server, spec]) => ({ server, ...networkPlan(server, spec, {}) }));
  if (plans.length > 0) {
    // Where the image has to be fetched first, every server with a network waits for that.
    world.networks.relayImage(progress).catch(() => undefined);
    await prepareNetworks(await world.engine(), world.ownership, plans, world.networks);
  }
}
