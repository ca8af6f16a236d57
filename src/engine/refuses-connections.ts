import { connect } from "node:net";
import type { Endpoint } from "./endpoint.ts";

const patienceMs = 1_000;

/** Whether nobody listens at the engine's address any more; what only takes long counts as listening. */
export function refusesConnections(endpoint: Endpoint): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(
      endpoint.kind === "unix"
        ? { path: endpoint.path }
        : { host: endpoint.host, port: endpoint.port },
    );
    const settle = (refused: boolean) => {
      socket.destroy();
      resolve(refused);
    };
    socket
      .setTimeout(patienceMs, () => settle(false))
      .once("connect", () => settle(false))
      .once("error", ({ code }: NodeJS.ErrnoException) =>
        settle(code === "ECONNREFUSED" || code === "ENOENT"),
      );
  });
}
