import type { WireMessage } from "../wire.ts";
import { headerValue } from "./header-value.ts";

export interface SessionHeaders {
  /** The revision that was agreed on; undefined until then. */
  readonly revision: string | undefined;
  readonly modern: boolean;
  readonly sessionId: string | undefined;
}

/** First revision whose requests name it in a header. */
const firstNamed = "2025-06-18";
/** The member as JSON.stringify writes it; inside a text its quotation marks would be escaped. */
const versionInBody = /"io\.modelcontextprotocol\/protocolVersion":"([^"\\]*)"/u;

/** Headers every request of ours has. */
export const ownHeaders = {
  "user-agent": "docker-mcp-manager",
  // What the fetch of every common client sends: a server that compresses streams wrongly is to be seen.
  "accept-encoding": "gzip, deflate",
} as const;

/** What a POST of this message carries by the rules of its revision. */
export function messageHeaders(
  message: WireMessage,
  session: SessionHeaders,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...ownHeaders,
    accept: "application/json, text/event-stream",
    "content-type": "application/json",
    ...sessionHeaders(session),
  };
  const version = versionInBody.exec(message.text)?.[1];
  if (version !== undefined) {
    headers["mcp-protocol-version"] = headerValue(version);
  }
  if ((session.modern || version !== undefined) && message.method !== undefined) {
    headers["mcp-method"] = headerValue(message.method);
    if (message.name !== undefined) {
      headers["mcp-name"] = headerValue(message.name);
    }
  }
  return headers;
}

export function sessionHeaders({ revision, sessionId }: SessionHeaders): Record<string, string> {
  return {
    ...(revision === undefined || revision < firstNamed
      ? {}
      : { "mcp-protocol-version": revision }),
    ...(sessionId === undefined ? {} : { "mcp-session-id": sessionId }),
  };
}

/** Later ones win, whatever their case. */
export function mergedHeaders(
  ...all: readonly (Readonly<Record<string, string>> | undefined)[]
): Record<string, string> {
  const merged = new Map<string, string>();
  for (const headers of all) {
    for (const [name, value] of Object.entries(headers ?? {})) {
      merged.set(name.toLowerCase(), value);
    }
  }
  return Object.fromEntries(merged);
}

/** With the headers a step gives; an empty value takes the header out, so that a test can leave it out. */
export function withGiven(
  headers: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const emptied = Object.entries(given ?? {}).filter(([, value]) => value === "");
  const left = new Set(emptied.map(([name]) => name.toLowerCase()));
  const merged = Object.entries(mergedHeaders(headers, given));
  return Object.fromEntries(merged.filter(([name]) => !left.has(name)));
}
