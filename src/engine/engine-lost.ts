import { connect } from "node:net";
import { Fault } from "../fault/index.ts";
import { type Endpoint, endpointText } from "./endpoint.ts";

const patienceMs = 1_000;

/** The fault of an engine that was there and is not any more; `doing` begins the message. */
export function engineLost(doing: string, endpoint: Endpoint, cause?: unknown): Fault {
  return new Fault(
    "ENGINE_LOST",
    `${doing}: the engine at ${endpointText(endpoint)} went away`,
    cause === undefined ? {} : { cause },
  );
}

/** Whether a call failed because there is no engine at the other end. */
export function isEngineGone(error: unknown): boolean {
  return (
    error instanceof Fault &&
    ["ENGINE_LOST", "ENGINE_NOT_RUNNING", "ENGINE_NOT_INSTALLED"].includes(error.code)
  );
}

/** Whether a connection ended at its other end, between two messages or within one. */
export function isHangUp(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === "EPIPE" || code === "ECONNRESET";
}

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
