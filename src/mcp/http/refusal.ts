import { Fault } from "../../fault/index.ts";
import { quote } from "../quote.ts";
import type { HttpResponse } from "./exchange.ts";
import { described, quotedBody } from "./response.ts";

/** Why a request got an HTTP error instead of a JSON-RPC answer. */
export function refusalOf(
  label: string,
  response: HttpResponse,
  body: Buffer,
  sessionLost: boolean,
): Fault {
  const said = `${described(response)}: ${quotedBody(body)}`;
  if (sessionLost) {
    return new Fault(
      "SESSION_CLOSED",
      `${label} got ${said}: the server no longer knows the session it has given out.`,
      {
        hint: "No new session is begun behind a scenario's back; restart or reconnect the server in a step.",
      },
    );
  }
  const challenge = response.headers["www-authenticate"];
  if (response.status === 401) {
    return new Fault(
      "ACCESS_DENIED",
      `${label} got ${said}; it asks for ${challenge === undefined ? "authorization without a WWW-Authenticate header" : quote(challenge)}.`,
      {
        hint: "Give the server's `bearer`, `headers` or `auth.client_credentials`; the token may also have ended.",
      },
    );
  }
  if (response.status === 403) {
    return new Fault("ACCESS_DENIED", `${label} got ${said}.`, {
      hint: "The token may lack a scope, or the server does not accept the Host or Origin it was asked with.",
    });
  }
  if (response.status === 431) {
    return new Fault("PROTOCOL_VIOLATION", `${label} got ${said}.`, {
      hint: "The headers are too long for the server. Arguments with x-mcp-header travel as headers, so they must be short.",
    });
  }
  return new Fault("PROTOCOL_VIOLATION", `${label} got no JSON-RPC answer but ${said}.`, {
    hint:
      response.status === 404 || response.status === 405
        ? "The path may be wrong: look at `http.path` or the url. A server of the old HTTP+SSE transport needs `transport: sse`."
        : "The server's log may say why.",
  });
}
