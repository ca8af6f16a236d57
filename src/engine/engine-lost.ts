import { request } from "node:http";
import { request as secureRequest } from "node:https";
import { Fault } from "../fault/index.ts";
import { type Endpoint, endpointText, socketOptions } from "./endpoint.ts";

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

/**
 * Whether nobody answers at the engine's address any more; what only takes long counts as answering.
 *
 * A request and not only a connection: a process that is being killed still has its listening socket for a moment
 * after its connections ended, and the kernel takes new ones for it.
 */
export function refusesConnections(endpoint: Endpoint): Promise<boolean> {
  return new Promise((resolve) => {
    const send = endpoint.kind === "tcp" && endpoint.tls ? secureRequest : request;
    const asked = send({ ...socketOptions(endpoint), path: "/_ping", agent: false });
    const settle = (refused: boolean) => {
      resolve(refused);
      asked.destroy();
    };
    asked
      .setTimeout(patienceMs, () => settle(false))
      .once("response", () => settle(false))
      .on("error", (error: NodeJS.ErrnoException) =>
        settle(isHangUp(error) || error.code === "ECONNREFUSED" || error.code === "ENOENT"),
      );
    asked.end();
  });
}
