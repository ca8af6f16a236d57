import type { Clock } from "../../clock/index.ts";
import { Fault } from "../../fault/index.ts";
import { type AuthProvider, bearerAuth, clientCredentialsAuth, type Via } from "../../mcp/index.ts";
import type { Origin } from "../world.ts";
import type { ConnectRequest } from "./connect-server.ts";

/** What proves to the HTTP server at `url` who we are, from the secrets of the run; nothing when nothing is declared. */
export function authOf(
  {
    name,
    spec,
    origin,
  }: Pick<ConnectRequest, "name" | "spec"> & { readonly origin: Pick<Origin, "secrets"> },
  url: string,
  clock: Clock,
  via: Via = {},
): { readonly auth?: AuthProvider } {
  const given = spec.auth?.client_credentials;
  if (given !== undefined) {
    const credentials = {
      clientId: given.client_id,
      clientSecret: secret(given.client_secret),
      ...(given.scopes.length === 0 ? {} : { scopes: given.scopes }),
      ...(given.issuer === undefined ? {} : { issuer: given.issuer }),
    };
    return { auth: clientCredentialsAuth(url, credentials, clock, via) };
  }
  return spec.bearer === undefined ? {} : { auth: bearerAuth(secret(spec.bearer)) };

  function secret(key: string): string {
    const value = origin.secrets[key];
    if (value === undefined) {
      throw new Fault(
        "RUN_FILE_INVALID",
        `Server "${name}" needs the secret ${key}, which the environment does not have.`,
        { hint: "Set it in the environment of the workflow step (`env:`) or of the command." },
      );
    }
    return value;
  }
}
