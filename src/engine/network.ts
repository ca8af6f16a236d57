import type { Connection } from "./connection.ts";
import type { NetworkOptions } from "./types.ts";

export async function createNetwork(
  connection: Connection,
  name: string,
  labels: Readonly<Record<string, string>>,
  options: NetworkOptions,
): Promise<string> {
  // The shape of the engine's answer at the pinned version.
  const { Id } = (await connection.json({
    method: "POST",
    path: "/networks/create",
    body: {
      Name: name,
      // Before API 1.44 two networks of one name were possible.
      CheckDuplicate: true,
      Driver: "bridge",
      Internal: options.internal,
      // An engine may give every network IPv6 unasked, and with it an address of the host.
      ...(options.closed ? { EnableIPv6: false } : {}),
      Labels: labels,
      Options: {
        ...(options.isolated ? { "com.docker.network.bridge.enable_icc": "false" } : {}),
        // An internal bridge still has the gateway's address, where all that the host serves can be reached.
        ...(options.closed ? { "com.docker.network.bridge.inhibit_ipv4": "true" } : {}),
      },
    },
    doing: `create network ${name}`,
  })) as { readonly Id: string };
  return Id;
}

export async function connectNetwork(
  connection: Connection,
  network: string,
  containerId: string,
  aliases: readonly string[],
): Promise<void> {
  await connection.json({
    method: "POST",
    path: `/networks/${network}/connect`,
    body: { Container: containerId, EndpointConfig: { Aliases: [...aliases] } },
    doing: `connect container ${containerId.slice(0, 12)} to its network`,
  });
}

/** By force: the container's open connections are cut, not closed. */
export async function disconnectNetwork(
  connection: Connection,
  network: string,
  containerId: string,
): Promise<void> {
  await connection.json({
    method: "POST",
    path: `/networks/${network}/disconnect`,
    body: { Container: containerId, Force: true },
    doing: `disconnect container ${containerId.slice(0, 12)} from its network`,
  });
}

export async function networkMembers(
  connection: Connection,
  network: string,
): Promise<ReadonlyMap<string, string>> {
  // The shape of the engine's answer at the pinned version.
  const { Containers } = (await connection.json({
    method: "GET",
    path: `/networks/${network}`,
    doing: `inspect network ${network}`,
  })) as { readonly Containers?: Readonly<Record<string, { readonly IPv4Address?: string }>> };
  return new Map(
    Object.entries(Containers ?? {}).map(([id, { IPv4Address = "" }]) => [
      id,
      // Written with the length of the network's prefix.
      IPv4Address.replace(/\/.*$/, ""),
    ]),
  );
}
