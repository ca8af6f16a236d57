// Speaks MCP to a server under test on raw bytes, and says what is wrong with what comes back:
// framing, JSON-RPC, handshakes of both eras, deadlines. Nothing is repaired silently.
export { channelOf, type StdioAttachment } from "./channel-of.ts";
export { connectStdio } from "./connect-stdio.ts";
export { checkOf } from "./findings.ts";
export { ProbeEndedServer } from "./probe-ended-server.ts";
export type {
  ByteChannel,
  ConnectOptions,
  Reply,
  RequestOptions,
  RpcError,
  Session,
  WireFinding,
  WireTap,
} from "./session.ts";
