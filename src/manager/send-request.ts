import type { ServerReply, ServerRequest } from "../api/index.ts";
import type { Session } from "../mcp/index.ts";

/** Sends a client's request over a server's own session. Rejects what the session rejects. */
export async function sendRequest(
  session: Session,
  request: ServerRequest,
  signal: AbortSignal,
): Promise<ServerReply> {
  const { method, params, timeoutMs } = request;
  const reply = await session.request(method, { ...params }, { timeoutMs, signal });
  const { durationMs } = reply;
  return reply.kind === "error"
    ? { durationMs, error: reply.error }
    : { durationMs, result: reply.kind === "result" ? reply.result : null };
}
