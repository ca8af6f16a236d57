import type { ManagerClient } from "./client.ts";
import type { Operations } from "./operations.ts";

/** Reaching the manager from outside its process. Each of these loads the SDK (60 ms), so only when called. */

export interface ManagerAddress {
  readonly url: string;
  readonly token: string;
}

export interface HttpServerOptions {
  readonly operations: Operations;
  readonly version: string;
  readonly token: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface ApiServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Connects to a manager over Streamable HTTP. Rejects MANAGER_UNREACHABLE. */
export async function connectManager(
  address: ManagerAddress,
  version: string,
): Promise<ManagerClient> {
  const { connectOverHttp } = await import("./http-client.ts");
  return connectOverHttp(address, version);
}

/** Serves the tools over Streamable HTTP on loopback, to bearers of the token only. */
export async function serveHttp(options: HttpServerOptions): Promise<ApiServer> {
  const { listenOnLoopback } = await import("./http-server.ts");
  return listenOnLoopback(options);
}

/** Serves the tools over this process's stdin and stdout. */
export async function serveStdio(operations: Operations, version: string): Promise<void> {
  const { serveOverStdio } = await import("./stdio-server.ts");
  serveOverStdio(operations, version);
}
