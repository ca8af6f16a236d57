import type { FindingRow } from "../finding-table.ts";

const sending = "basic/transports#sending-messages-to-the-server";
const listening = "basic/transports#listening-for-messages-from-the-server";
const resuming = "basic/transports#resumability-and-redelivery";
const modern = "2026-07-28/basic/transports/streamable-http";

/** Findings of the HTTP transports: rows of the table of findings, under the check `protocol`. */
export const httpFindings = {
  "http-content-type": [
    "error",
    sending,
    "An answer over HTTP has a content type that is neither JSON nor an event stream",
  ],
  "http-status": [
    "error",
    `${modern}#protocol-version-header`,
    "An HTTP status does not fit the JSON-RPC answer it comes with",
  ],
  "http-no-answer": ["error", sending, "A request over HTTP got no JSON-RPC answer"],
  "http-redirect": ["warning", "basic/transports", "The server redirects to another address"],
  "http-notification": [
    "warning",
    sending,
    "A notification over HTTP was not accepted with status 202",
  ],
  "http-get": ["warning", listening, "GET gave neither an event stream nor status 405"],
  "http-sse-fallback": [
    "warning",
    "basic/transports#backwards-compatibility",
    "The server speaks the old HTTP+SSE transport only",
  ],
  "session-id": [
    "error",
    "basic/transports#session-management",
    "The session id breaks the rules of the transport",
  ],
  "sse-event-type": ["error", sending, "An event of a stream has a type that nobody reads"],
  "sse-retry": ["warning", resuming, "A stream asks for a wait that nobody can keep"],
  "stream-resumed": ["info", resuming, "A stream broke off and was taken up again"],
  "misplaced-response": ["error", listening, "An answer came on a stream where it must not"],
  "header-mapping": [
    "error",
    `${modern}#custom-headers-from-tool-parameters`,
    "A tool's x-mcp-header is not allowed, so clients leave the tool out",
  ],
  "auth-not-required": [
    "error",
    "basic/authorization#token-handling",
    "A server declared protected answers without a token",
  ],
  "auth-challenge": [
    "error",
    "basic/authorization#protected-resource-metadata-discovery-requirements",
    "A 401 does not say where to get a token",
  ],
  "auth-metadata": [
    "error",
    "basic/authorization#authorization-server-location",
    "The metadata of the protected resource are wrong",
  ],
} as const satisfies Readonly<Record<string, FindingRow>>;
