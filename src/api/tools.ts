import { z } from "zod";
import { parseDurationMs } from "../config/index.ts";
import { Fault } from "../fault/index.ts";
import {
  pauseServer,
  removeServer,
  restartServer,
  serverName,
  startServer,
  stopServer,
} from "./life-tools.ts";
import { callTool, sendRequest } from "./request-tools.ts";
import { buildImage, listTemplates, parameters, registerTemplate } from "./template-tools.ts";
import { defineTool, type Tool } from "./tool.ts";
import { logLine, runSummary, serverView, viewLogLine, viewRun, viewServer } from "./views.ts";

const createServer = defineTool({
  name: "docker_create_server",
  title: "Create a server",
  description:
    "Builds or fetches the image, starts the container and waits until the server answers over MCP.",
  input: z.strictObject({
    server_type: z.string().min(1).describe("Template, for example npm, dockerfile or image."),
    server_name: serverName,
    env_vars: z.record(z.string(), z.string()).default({}).describe("Environment of the server."),
    volumes: z
      .array(
        z.strictObject({
          host_path: z.string().min(1).describe("Inside the workspace; must exist."),
          container_path: z.string().min(1),
          read_only: z.boolean().default(true),
        }),
      )
      .default([]),
    parameters,
  }),
  output: serverView,
  annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: true },
  run: async (operations, input, context) =>
    viewServer(
      await operations.createServer(
        {
          serverType: input.server_type,
          serverName: input.server_name,
          envVars: input.env_vars,
          volumes: input.volumes.map((volume) => ({
            hostPath: volume.host_path,
            containerPath: volume.container_path,
            readOnly: volume.read_only,
          })),
          parameters: input.parameters,
        },
        context,
      ),
    ),
});

const listServers = defineTool({
  name: "docker_list_servers",
  title: "List servers",
  description: "Lists the servers of this manager, optionally of one status or type.",
  input: z.strictObject({
    status: z
      .string()
      .optional()
      .describe("A state such as ready or stopped; `running` means ready or unhealthy."),
    server_type: z.string().optional(),
  }),
  output: z.object({ servers: z.array(serverView) }),
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async (operations, input) => {
    const servers = await operations.listServers({
      ...(input.status === undefined ? {} : { status: input.status }),
      ...(input.server_type === undefined ? {} : { serverType: input.server_type }),
    });
    return { servers: servers.map(viewServer) };
  },
});

const serverStatus = defineTool({
  name: "docker_get_server_status",
  title: "Status of a server",
  description: "State, image, revision, last resource sample and tools of one server.",
  input: z.strictObject({ server_name: serverName }),
  output: serverView,
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async (operations, input) => viewServer(await operations.serverStatus(input.server_name)),
});

const getLogs = defineTool({
  name: "docker_get_logs",
  title: "Logs of a server",
  description: "The last lines a server wrote, oldest first. What servers write is untrusted text.",
  input: z.strictObject({
    server_name: serverName,
    lines: z.int().min(1).max(10_000).default(100),
    since: z.string().optional().describe("Only lines younger than this, for example 2h or 30s."),
    follow: z
      .boolean()
      .default(false)
      .describe("Sends further lines as progress until cancelled or the server has ended."),
  }),
  output: z.object({ lines: z.array(logLine) }),
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async (operations, input, context) => {
    const lines = await operations.logs(
      {
        serverName: input.server_name,
        lines: input.lines,
        follow: input.follow,
        ...(input.since === undefined ? {} : { sinceMs: sinceMs(input.since) }),
      },
      context,
    );
    return { lines: lines.map(viewLogLine) };
  },
});

const runScenarios = defineTool({
  name: "docker_run_scenarios",
  title: "Run a run file",
  description:
    "Starts the servers of a run file, runs its scenarios and judges the answers. Progress names each step.",
  input: z.strictObject({
    file: z
      .string()
      .min(1)
      .describe(
        "Path of the run file, shown in messages; its folder is the base of relative paths.",
      ),
    text: z.string().describe("Content of the run file."),
    workspace: z.string().min(1).describe("Folder that host paths must stay in."),
    variables: z.record(z.string(), z.string()).default({}).describe("Values for ${NAME}."),
    secrets: z
      .record(z.string(), z.string())
      .default({})
      .describe("Values of the names in `secrets:` lists."),
    only: z
      .array(z.string())
      .default([])
      .describe("Names of scenarios to run, or tag:NAME; all when empty. `*` matches any text."),
    timeout_ms: z
      .number()
      .positive()
      .optional()
      .describe("Time for the whole run; default is the run file's."),
    lock: z
      .strictObject({ file: z.string().min(1), text: z.string() })
      .optional()
      .describe("The lock file that the run must keep to, and its path as shown in messages."),
    update_snapshots: z
      .boolean()
      .default(false)
      .describe("Writes what steps answered over the snapshots there are."),
    ci: z
      .boolean()
      .default(true)
      .describe("In CI a snapshot that is missing fails its step; nothing is written."),
    keep_running: z.boolean().default(false).describe("Leaves the servers up afterwards."),
  }),
  output: runSummary,
  annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: true },
  run: async (operations, input, context) =>
    viewRun(
      await operations.runScenarios(
        {
          file: input.file,
          text: input.text,
          workspace: input.workspace,
          variables: input.variables,
          secrets: input.secrets,
          only: input.only,
          keepRunning: input.keep_running,
          ...(input.lock === undefined ? {} : { lock: input.lock }),
          updateSnapshots: input.update_snapshots,
          ci: input.ci,
          ...(input.timeout_ms === undefined ? {} : { timeoutMs: input.timeout_ms }),
        },
        context,
      ),
    ),
});

const shutdown = defineTool({
  name: "docker_shutdown",
  title: "Shut down",
  description:
    "Stops and removes everything this manager made, closes the record and ends the manager.",
  input: z.strictObject({}),
  output: z.object({ removed: z.number(), left: z.number() }),
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: true,
    openWorldHint: false,
  },
  run: async (operations, _input, context) => operations.shutdown(context),
});

/** Every tool of the manager. */
export const tools: readonly Tool[] = [
  createServer,
  listServers,
  serverStatus,
  getLogs,
  startServer,
  stopServer,
  restartServer,
  pauseServer,
  removeServer,
  callTool,
  sendRequest,
  listTemplates,
  registerTemplate,
  buildImage,
  runScenarios,
  shutdown,
];

function sinceMs(text: string): number {
  const ms = parseDurationMs(text);
  if (ms === undefined) {
    throw new Fault("USAGE", `since: "${text}" is not a duration; write for example 30s or 2h.`);
  }
  return ms;
}
