import { modernMeta, newestLegacy, newestModern } from "../revision.ts";

const clientInfo = { name: "docker-mcp-manager", version: "0" };

/** The first message of a session, as a request of its own. */
export function firstMessage(era: "legacy" | "modern"): {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
} {
  const headers = {
    accept: "application/json, text/event-stream",
    "content-type": "application/json",
  };
  if (era === "legacy") {
    const params = { protocolVersion: newestLegacy, capabilities: {}, clientInfo };
    return { headers, body: request("initialize", params) };
  }
  return {
    headers: {
      ...headers,
      "mcp-protocol-version": newestModern,
      "mcp-method": "server/discover",
    },
    body: request("server/discover", { _meta: modernMeta(clientInfo, {}) }),
  };
}

function request(method: string, params: object): Uint8Array {
  return Buffer.from(JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));
}
