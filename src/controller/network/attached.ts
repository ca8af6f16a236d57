import type { Duplex } from "node:stream";
import type { Engine } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import type { ContainerPlan, RunningContainer } from "../types.ts";
import type { Reach } from "./reach.ts";

type Attached = Pick<
  RunningContainer,
  "hasNetwork" | "address" | "dial" | "connect" | "disconnect"
>;

/** What a container has of the networks that it is on. */
export function networkOf(
  engine: Engine,
  { server, http }: ContainerPlan,
  { group, open }: Reach,
  id: string,
): Attached {
  const networks = [
    ...(group === undefined ? [] : [{ name: group.name, aliases: [server] }]),
    ...(open === undefined ? [] : [{ name: open, aliases: [] }]),
  ];
  function need(verb: string): void {
    if (networks.length === 0) {
      throw new Fault(
        "USAGE",
        `${verb} server "${server}": it has no network (egress: none), so there is nothing to cut`,
        { hint: "Use `stop` or `kill` to take a stdio server away, and `start` to bring it back." },
      );
    }
  }
  return {
    hasNetwork: networks.length > 0,
    async address() {
      const state = http === undefined ? undefined : await engine.inspect(id);
      const host = group && state?.addresses[group.name];
      return host === undefined || http === undefined ? undefined : { host, port: http.port };
    },
    ...(group && { dial: (host, port) => group.dial(host, port) }),
    async connect() {
      need("Connect");
      for (const { name, aliases } of networks) {
        await engine.connectNetwork(name, id, aliases);
      }
      group?.forgetAddresses();
    },
    async disconnect() {
      need("Disconnect");
      await Promise.all(networks.map(({ name }) => engine.disconnectNetwork(name, id)));
      group?.forgetAddresses();
    },
  };
}

/** A connection to the port where the server speaks HTTP. */
export async function dialServer({ address, dial }: Attached): Promise<Duplex> {
  const at = await address();
  if (at === undefined || dial === undefined) {
    throw new Error("it has no address");
  }
  return dial(at.host, at.port);
}
