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
      Labels: labels,
      Options: {
        ...(options.isolated ? { "com.docker.network.bridge.enable_icc": "false" } : {}),
        ...(options.masquerade === false
          ? { "com.docker.network.bridge.enable_ip_masquerade": "false" }
          : {}),
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
): Promise<void> {
  await connection.json({
    method: "POST",
    path: `/networks/${network}/connect`,
    body: { Container: containerId },
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
