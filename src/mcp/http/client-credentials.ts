import type { Clock } from "../../clock/index.ts";
import { Fault } from "../../fault/index.ts";
import { quote } from "../quote.ts";
import type { AuthProvider } from "./auth.ts";
import { shownUrl, urlOf } from "./endpoint.ts";
import { guardedFetch } from "./guarded-fetch.ts";
import type { Via } from "./via.ts";

export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes?: readonly string[];
  /** The authorization server they belong to; by default it must be at the server's own origin. */
  readonly issuer?: string;
}

/**
 * Tokens by the OAuth grant `client_credentials`, got when the server asks for one, and again when one has ended.
 *
 * `renew` rejects with ACCESS_DENIED when there is none to be had.
 */
export function clientCredentialsAuth(
  serverUrl: string,
  credentials: ClientCredentials,
  clock: Clock,
  via: Via = {},
): AuthProvider {
  const server = urlOf({ url: serverUrl });
  const issuer = credentials.issuer ?? server.origin;
  const origins = new Set([server.origin, new URL(issuer).origin]);
  const fetchFn = guardedFetch(origins, server, clock, via);
  let token: string | undefined;
  let renewing: Promise<void> | undefined;

  async function renew(challenge: string | undefined): Promise<void> {
    // Loaded only here: it takes 100 ms and most runs need none of it.
    const sdk = await import("@modelcontextprotocol/client");
    const provider = new sdk.ClientCredentialsProvider({
      clientId: credentials.clientId,
      clientSecret: credentials.clientSecret,
      clientName: "docker-mcp-manager",
      expectedIssuer: issuer,
      ...(credentials.scopes === undefined ? {} : { scope: credentials.scopes.join(" ") }),
    });
    const headers = challenge === undefined ? {} : { "www-authenticate": challenge };
    const asked = sdk.extractWWWAuthenticateParams(new Response(null, { status: 401, headers }));
    const scope = credentials.scopes?.join(" ") ?? asked.scope;
    try {
      await sdk.auth(provider, {
        serverUrl: server,
        fetchFn,
        ...(scope === undefined ? {} : { scope }),
        ...(asked.resourceMetadataUrl === undefined
          ? {}
          : { resourceMetadataUrl: asked.resourceMetadataUrl }),
      });
    } catch (error) {
      throw error instanceof Fault ? error : refused(error);
    }
    token = provider.tokens()?.access_token;
  }

  function refused(error: unknown): Fault {
    const said = error instanceof Error ? error.message : String(error);
    // An authorization server may repeat what it was sent.
    const words = said.replaceAll(credentials.clientSecret, "***");
    return new Fault(
      "ACCESS_DENIED",
      `No token for the server at ${shownUrl(server)}: ${quote(words)}.`,
      { hint: "Look at `auth.client_credentials` and at the authorization server's log." },
    );
  }

  return {
    headers: async () => (token === undefined ? {} : { authorization: `Bearer ${token}` }),
    renew: async (challenge) => {
      // Several requests may be refused at once; one new token serves them all.
      renewing ??= renew(challenge).finally(() => {
        renewing = undefined;
      });
      await renewing;
      return token !== undefined;
    },
  };
}
