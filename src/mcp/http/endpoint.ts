import { Fault } from "../../fault/index.ts";
import { quote } from "../quote.ts";
import { refusedAddress } from "./address-rule.ts";
import type { AuthProvider } from "./auth.ts";
import type { Via } from "./via.ts";

/** Where a server listens. Only the origin of `url` is ever spoken to. */
export interface HttpEndpoint extends Via {
  /** http or https, without user name and password. */
  readonly url: string;
  /** Sent with every request; a name is used in whatever case it is given. */
  readonly headers: Readonly<Record<string, string>>;
  readonly auth?: AuthProvider;
  /** The server has only just been started: until it has answered once, a refused connection is tried again. */
  readonly starting?: boolean;
  /** Settles when the process behind the address has ended, if that can be known. */
  readonly ended?: Promise<unknown>;
}

/** The URL of an endpoint; rejects what must not be spoken to with RUN_FILE_INVALID. */
export function urlOf(endpoint: Pick<HttpEndpoint, "url">): URL {
  const url = URL.parse(endpoint.url);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new Fault("RUN_FILE_INVALID", `A server's url is no http or https address.`, {
      hint: "Write it like https://mcp.example.com/mcp.",
    });
  }
  // Not quoted: what stands before the @ is a secret.
  if (url.username !== "" || url.password !== "") {
    throw new Fault(
      "RUN_FILE_INVALID",
      `The url of the server at ${url.host} has a user name or password in it.`,
      { hint: "Give credentials with `bearer` or `headers`, from a secret." },
    );
  }
  const refused = refusedAddress(url.hostname, url.hostname);
  if (refused !== undefined) {
    throw new Fault("RUN_FILE_INVALID", `The url ${shownUrl(url)} is refused: ${refused}.`);
  }
  return url;
}

/** A URL for messages. Its query is left out: hosted servers take their keys there. */
export function shownUrl(url: URL): string {
  return quote(`${url.origin}${url.pathname}`);
}
