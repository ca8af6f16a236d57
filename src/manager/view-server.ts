import type { ServerFilter, ServerView } from "../api/index.ts";
import type { ManagedServer } from "./managed-server.ts";

/** A server as clients of the manager see it. */
export function viewServer(server: ManagedServer): ServerView {
  const { facts } = server;
  return {
    name: server.name,
    serverType: facts.template,
    state: server.state,
    reason: server.reason,
    image: facts.image,
    containerId: facts.containerId,
    revision: facts.revision,
    readyMs: facts.readyMs,
    startedAtMs: facts.startedAtMs,
    exitCode: facts.exitCode,
    cpuPercent: facts.lastSample?.cpuPercent ?? null,
    memoryBytes: facts.lastSample?.memoryBytes ?? null,
    tools: facts.tools,
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
