import type { Connection } from "./connection.ts";

export async function createNetwork(
  connection: Connection,
  name: string,
  labels: Readonly<Record<string, string>>,
  options: { readonly internal: boolean; readonly isolated?: boolean },
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
      Options: options.isolated ? { "com.docker.network.bridge.enable_icc": "false" } : {},
    },
    doing: `create network ${name}`,
  })) as { readonly Id: string };
  return Id;
}
