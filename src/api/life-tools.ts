import { z } from "zod";
import { defineTool } from "./tool.ts";
import { serverView, viewServer } from "./views.ts";

export const serverName = z
  .string()
  .min(1)
  .max(63)
  .describe("Name of the server, unique in this manager.");

const input = z.strictObject({ server_name: serverName });

/** Asked for twice, or by two clients at once, each of these comes to the same. */
const idempotent = { readOnlyHint: false, idempotentHint: true } as const;

export const startServer = defineTool({
  name: "docker_start_server",
  title: "Start a server",
  description:
    "Starts a server that is at rest and waits until it answers over MCP; resumes one that is paused.",
  input,
  output: serverView,
  annotations: { ...idempotent, destructiveHint: false, openWorldHint: true },
  run: async (operations, { server_name }, context) =>
    viewServer(await operations.startServer(server_name, context)),
});

export const stopServer = defineTool({
  name: "docker_stop_server",
  title: "Stop a server",
  description:
    "Closes its stdin, then SIGTERM, then SIGKILL, and removes the container. Its logs stay readable.",
  input,
  output: serverView,
  annotations: { ...idempotent, destructiveHint: true, openWorldHint: false },
  run: async (operations, { server_name }, context) =>
    viewServer(await operations.stopServer(server_name, context)),
});

export const restartServer = defineTool({
  name: "docker_restart_server",
  title: "Restart a server",
  description: "Stops the server and starts it again in a fresh container.",
  input,
  output: serverView,
  annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
  run: async (operations, { server_name }, context) =>
    viewServer(await operations.restartServer(server_name, context)),
});

export const pauseServer = defineTool({
  name: "docker_pause_server",
  title: "Pause a server",
  description:
    "Freezes every process of the server; docker_start_server resumes it. It answers nothing meanwhile.",
  input,
  output: serverView,
  annotations: { ...idempotent, destructiveHint: false, openWorldHint: false },
  run: async (operations, { server_name }, context) =>
    viewServer(await operations.pauseServer(server_name, context)),
});

export const removeServer = defineTool({
  name: "docker_remove_server",
  title: "Remove a server",
  description:
    "Stops the server, removes its container and takes it off the list; its name is free then, its logs stay readable.",
  input,
  output: serverView,
  annotations: { ...idempotent, destructiveHint: true, openWorldHint: false },
  run: async (operations, { server_name }, context) =>
    viewServer(await operations.removeServer(server_name, context)),
});
