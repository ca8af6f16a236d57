// Speaks MCP to a server under test on raw messages, and says what is wrong with what comes back:
// framing, JSON-RPC, handshakes of both eras, deadlines. Nothing is repaired silently.
export type { ByteChannel } from "./byte-channel.ts";
export { channelOf, type StdioAttachment } from "./channel-of.ts";
export type { ClientAnswer, ClientSide } from "./client-side.ts";
export { connect, connectStdio } from "./connect.ts";
export { type ContextCost, contextCost, type ToolCost } from "./context-cost.ts";
export { findingOf, referenceOf } from "./finding-of.ts";
export { checkOf, type FindingCode, type FindingKind, findingTable } from "./finding-table.ts";
export { findingsPage } from "./findings-page.ts";
export { askOnce } from "./http/ask-once.ts";
export { type AuthProvider, bearerAuth } from "./http/auth.ts";
export { checkOrigin } from "./http/check-origin.ts";
export { checkProtected } from "./http/check-protected.ts";
export { type ClientCredentials, clientCredentialsAuth } from "./http/client-credentials.ts";
export type { HttpEndpoint } from "./http/endpoint.ts";
export { sseWire } from "./http/sse-wire.ts";
export { httpWire } from "./http/streamable.ts";
export type { Via } from "./http/via.ts";
export type { Inbox, Received } from "./inbox.ts";
export { ProbeEndedServer } from "./probe-ended-server.ts";
export { type Protocol, revisions } from "./revision.ts";
export type {
  ConnectOptions,
  ListKind,
  ListOptions,
  RawOptions,
  Reply,
  RequestOptions,
  RpcError,
  Session,
  TaskOptions,
  WireFault,
} from "./session.ts";
export { type Survey, surveyTools } from "./survey-tools.ts";
export type {
  OpenWire,
  Outgoing,
  Wire,
  WireFinding,
  WireMessage,
  WireSink,
  WireTap,
} from "./wire.ts";
