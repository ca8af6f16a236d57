// The manager as an MCP server: its tools, the ways to reach them, and the client of them.
export type { ManagerClient } from "./client.ts";
export { localClient } from "./local-client.ts";
export type {
  CallContext,
  CreateServerRequest,
  LogLine,
  LogsRequest,
  Operations,
  RunRequest,
  RunSummary,
  ServerReply,
  ServerRequest,
  ServerView,
} from "./operations.ts";
export {
  type ApiServer,
  connectManager,
  type ManagerAddress,
  serveHttp,
  serveStdio,
} from "./remote.ts";
export type { Tool } from "./tool.ts";
