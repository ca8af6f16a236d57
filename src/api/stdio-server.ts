import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Operations } from "./operations.ts";
import { createMcpServer } from "./server.ts";

/** Serves the manager's tools over this process's stdin and stdout. */
export function serveOverStdio(operations: Operations, version: string): void {
  serveStdio(() => createMcpServer(operations, version));
}
