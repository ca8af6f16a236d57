import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP, type LookupFunction } from "node:net";
import type { Decision } from "./decide.ts";
import { type Target, targetText } from "./egress.ts";

/** Meant for the proxy alone, or for this one connection. */
const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

export type AllowedTarget = Extract<Decision, { allowed: true }>;

/** Only what was checked is connected to. */
export function lookupOf({ addresses }: AllowedTarget): LookupFunction {
  const all = addresses.map(({ address }) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const [first] = all;
    if (options.all === true || first === undefined) {
      callback(null, all);
    } else {
      callback(null, first.address, first.family);
    }
  };
}

/** Headers for the other side: without those that are for this connection alone. */
export function passedOn(message: IncomingMessage): Record<string, string | string[]> {
  const named = new Set(
    (message.headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase()),
  );
  const kept = Object.entries(message.headers).filter(
    ([name, value]) => value !== undefined && !hopByHop.has(name) && !named.has(name),
  );
  return Object.fromEntries(kept) as Record<string, string | string[]>;
}

export function refusalText(
  target: Target,
  { reason }: Extract<Decision, { allowed: false }>,
): string {
  return `docker-mcp-manager: ${targetText(target)} was not reached: ${reason}`;
}

export function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain", connection: "close" });
  response.end(`${text}\n`);
}

/** A whole answer for a connection that is no HTTP message any more. */
export function refusal(status: number, text: string): string {
  const words = { 400: "Bad Request", 403: "Forbidden" }[status] ?? "Bad Gateway";
  const body = `${text}\n`;
  return [
    `HTTP/1.1 ${status} ${words}`,
    "Content-Type: text/plain",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}
