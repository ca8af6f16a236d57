const transports = "https://modelcontextprotocol.io/specification/2025-11-25/basic/transports";
const modern =
  "https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http";
const authorization =
  "https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization";
const sending = `${transports}#sending-messages-to-the-server`;

/** Findings of the HTTP transports: rows of the table in findings.ts. */
export const httpFindings = {
  "http-content-type": { severity: "error", check: "protocol", reference: sending },
  "http-status": {
    severity: "error",
    check: "protocol",
    reference: `${modern}#protocol-version-header`,
  },
  "http-no-answer": { severity: "error", check: "protocol", reference: sending },
  "http-redirect": { severity: "warning", check: "protocol", reference: transports },
  "http-notification": { severity: "warning", check: "protocol", reference: sending },
  "http-get": {
    severity: "warning",
    check: "protocol",
    reference: `${transports}#listening-for-messages-from-the-server`,
  },
  "http-sse-fallback": {
    severity: "warning",
    check: "protocol",
    reference: `${transports}#backwards-compatibility`,
  },
  "session-id": {
    severity: "error",
    check: "protocol",
    reference: `${transports}#session-management`,
  },
  "sse-event-type": { severity: "error", check: "protocol", reference: sending },
  "sse-retry": {
    severity: "warning",
    check: "protocol",
    reference: `${transports}#resumability-and-redelivery`,
  },
  "stream-resumed": {
    severity: "info",
    check: "protocol",
    reference: `${transports}#resumability-and-redelivery`,
  },
  "misplaced-response": {
    severity: "error",
    check: "protocol",
    reference: `${transports}#listening-for-messages-from-the-server`,
  },
  "header-mapping": {
    severity: "error",
    check: "protocol",
    reference: `${modern}#custom-headers-from-tool-parameters`,
  },
  "origin-not-checked": {
    severity: "warning",
    check: "protocol",
    reference: `${transports}#security-warning`,
  },
  "auth-not-required": {
    severity: "error",
    check: "protocol",
    reference: `${authorization}#token-handling`,
  },
  "auth-challenge": {
    severity: "error",
    check: "protocol",
    reference: `${authorization}#protected-resource-metadata-discovery-requirements`,
  },
  "auth-metadata": {
    severity: "error",
    check: "protocol",
    reference: `${authorization}#authorization-server-location`,
  },
} as const;
