import type { Clock } from "../../clock/index.ts";
import { Fault } from "../../fault/index.ts";
import { isLoopbackName } from "./address-rule.ts";
import { askOnce } from "./ask-once.ts";
import { shownUrl } from "./endpoint.ts";
import type { Via } from "./via.ts";

type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/**
 * A fetch that goes only to the origins given, over https or to this machine, and follows no redirect.
 *
 * What a server's metadata point to is the server's choice; where our credentials go is the run file's.
 */
export function guardedFetch(
  origins: ReadonlySet<string>,
  server: URL,
  clock: Clock,
  via: Via = {},
): Fetch {
  return async (input, init = {}) => {
    const url = new URL(input);
    if (!origins.has(url.origin)) {
      throw new Fault(
        "ACCESS_DENIED",
        `The server at ${shownUrl(server)} sends us to ${shownUrl(url)} for authorization, which is not declared and was not asked.`,
        { hint: "If it is right, declare it as `auth.client_credentials.issuer`." },
      );
    }
    if (
      url.protocol !== "https:" &&
      !isLoopbackName(url.hostname) &&
      url.origin !== server.origin
    ) {
      throw new Fault(
        "ACCESS_DENIED",
        `The authorization server ${shownUrl(url)} is neither https nor on this machine.`,
        { hint: "Credentials go over https only." },
      );
    }
    const { body } = init;
    const {
      status,
      headers,
      body: bytes,
    } = await askOnce(
      url,
      {
        method: init.method === "POST" ? "POST" : "GET",
        headers: Object.fromEntries(new Headers(init.headers)),
        // The library sends forms only.
        ...(body instanceof URLSearchParams || typeof body === "string"
          ? { body: Buffer.from(body.toString()) }
          : {}),
      },
      clock,
      url.origin === server.origin ? via : { ...(via.lookup && { lookup: via.lookup }) },
    );
    const type = headers["content-type"] ?? "text/plain";
    const empty = status === 204 || status === 205 || status === 304;
    return new Response(empty ? null : new Uint8Array(bytes), {
      status,
      headers: { "content-type": type },
    });
  };
}
