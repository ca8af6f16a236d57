// The manager as an MCP server: its tools, the ways to reach them, and the client of them.
export type { ManagerClient } from "./client.ts";
export { localClient } from "./local-client.ts";
export type {
  BuildImageRequest,
  CallContext,
  CreateServerRequest,
  ImageView,
  LogLine,
  LogsRequest,
  Operations,
  RegisterTemplateRequest,
  RunRequest,
  RunSummary,
  ServerFilter,
  ServerReply,
  ServerRequest,
  ServerView,
  TemplateView,
} from "./operations.ts";
export {
  type ApiServer,
  connectManager,
  type ManagerAddress,
  serveHttp,
  serveStdio,
} from "./remote.ts";
export type { Tool } from "./tool.ts";
