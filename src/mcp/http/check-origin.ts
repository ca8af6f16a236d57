import type { Clock } from "../../clock/index.ts";
import { findingOf } from "../finding-of.ts";
import type { WireFinding } from "../wire.ts";
import { askOnce } from "./ask-once.ts";
import { type HttpEndpoint, urlOf } from "./endpoint.ts";
import { firstMessage } from "./probe-message.ts";
import { mergedHeaders } from "./request-headers.ts";

/** A page that no server can mean to serve; the name is reserved for ever (RFC 2606). */
const foreignOrigin = "http://evil.example";

/**
 * Asks a server as a web page of a stranger would: it must answer 403, or any page can talk to it by DNS rebinding.
 *
 * For servers of our own only. A session begun so is ended again. No answer at all is no finding.
 */
export async function checkOrigin(
  endpoint: HttpEndpoint,
  era: "legacy" | "modern",
  clock: Clock,
): Promise<WireFinding | undefined> {
  const url = urlOf(endpoint);
  const proof = await endpoint.auth?.headers();
  const { headers, body } = firstMessage(era);
  const own = mergedHeaders(headers, endpoint.headers, proof, { origin: foreignOrigin });
  try {
    const answer = await askOnce(url, { method: "POST", headers: own, body }, clock, endpoint);
    const session = answer.headers["mcp-session-id"];
    if (typeof session === "string") {
      const mine = mergedHeaders(endpoint.headers, proof, { "mcp-session-id": session });
      await askOnce(url, { method: "DELETE", headers: mine }, clock, endpoint);
    }
    return answer.status >= 200 && answer.status < 300
      ? findingOf(
          "origin-not-checked",
          `a request with the header Origin: ${foreignOrigin} was answered with HTTP ${answer.status}; it must be 403, or any web page can reach the server by DNS rebinding`,
        )
      : undefined;
  } catch {
    return undefined;
  }
}
