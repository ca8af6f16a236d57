import type { ServerFilter, ServerView } from "../api/index.ts";
import { isUp } from "../controller/index.ts";
import type { ManagedServer } from "./server/managed-server.ts";
import type { ManagedService } from "./service/managed-service.ts";

/** A server as clients of the manager see it. */
export function viewServer(server: ManagedServer): ServerView {
  const { facts } = server;
  return {
    name: server.name,
    role: "server",
    serverType: facts.template,
    state: server.state,
    reason: server.reason,
    image: facts.image,
    containerId: facts.containerId,
    revision: facts.revision,
    url: isUp(server.state) ? facts.url : null,
    readyMs: facts.readyMs,
    startedAtMs: facts.startedAtMs,
    exitCode: facts.exitCode,
    cpuPercent: facts.lastSample?.cpuPercent ?? null,
    memoryBytes: facts.lastSample?.memoryBytes ?? null,
    tools: facts.tools,
  };
}

/** A server as they see it, with its tools, which it is asked for when nobody did. */
export async function lookAt(server: ManagedServer): Promise<ServerView> {
  if (server.state === "ready" && server.facts.tools.length === 0) {
    // A server that does not answer just now still has a status.
    await server.listTools().catch(() => undefined);
  }
  return viewServer(server);
}

/** A service as they see it; it speaks no MCP, so what only servers have is null. */
export function viewService(service: ManagedService): ServerView {
  const { name, kind, state, reason, facts } = service;
  return {
    name,
    role: "service",
    serverType: kind,
    state,
    reason,
    url: null,
    revision: null,
    tools: [],
    ...facts,
  };
}

/** Whether a list that is filtered so has it: one that was removed only when asked for; `running` is whatever answers. */
export function matches(server: ServerView, { status, serverType }: ServerFilter): boolean {
  const isOfStatus =
    status === "running"
      ? server.state === "ready" || server.state === "unhealthy"
      : server.state === (status ?? server.state);
  const isShown = status === "removed" || server.state !== "removed";
  return isOfStatus && isShown && (serverType === undefined || server.serverType === serverType);
}
