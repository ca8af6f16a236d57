import type { Clock } from "../../clock/index.ts";
import { findingOf } from "../finding-of.ts";
import { quote, show } from "../quote.ts";
import { isObject } from "../reading.ts";
import type { WireFinding } from "../wire.ts";
import { isLoopbackName } from "./address-rule.ts";
import { askOnce, type OneAnswer } from "./ask-once.ts";
import { type HttpEndpoint, shownUrl, urlOf } from "./endpoint.ts";
import { firstMessage } from "./probe-message.ts";
import { mergedHeaders, withGiven } from "./request-headers.ts";

const wellKnown = "/.well-known/oauth-protected-resource";

/**
 * What is wrong with a server that is declared protected: it must answer 401 without a token and with a wrong one, and
 * say by RFC 9728 where a token is to be had. Rejects when it cannot be reached.
 */
export async function checkProtected(
  endpoint: HttpEndpoint,
  era: "legacy" | "modern",
  clock: Clock,
): Promise<readonly WireFinding[]> {
  const url = urlOf(endpoint);
  const { headers, body } = firstMessage(era);
  const ask = (authorization: string): Promise<OneAnswer> => {
    const own = withGiven(mergedHeaders(headers, endpoint.headers), { authorization });
    return askOnce(url, { method: "POST", headers: own, body }, clock, endpoint);
  };
  const bare = await ask("");
  if (bare.status !== 401) {
    return [
      findingOf(
        "auth-not-required",
        `a request without a token was answered with HTTP ${bare.status}; it must be 401`,
      ),
    ];
  }
  const findings: WireFinding[] = [];
  const wrong = await ask("Bearer not-a-token");
  if (wrong.status !== 401) {
    findings.push(
      findingOf(
        "auth-not-required",
        `a request with a wrong token was answered with HTTP ${wrong.status}; it must be 401`,
      ),
    );
  }
  const challenge = bare.headers["www-authenticate"];
  const named = await metadataUrlIn(challenge);
  if (challenge === undefined || !/^(?:bearer|dpop)\b/iu.test(challenge)) {
    const has = challenge === undefined ? "has none" : `has ${quote(challenge)}`;
    findings.push(
      findingOf(
        "auth-challenge",
        `a 401 must have a WWW-Authenticate header with Bearer; it ${has}`,
      ),
    );
  }
  return [...findings, ...(await checkMetadata(url, named, clock, endpoint))];
}

/** Loaded only here: it takes 100 ms and most runs need none of it. */
async function metadataUrlIn(challenge: string | undefined): Promise<URL | undefined> {
  if (challenge === undefined) {
    return undefined;
  }
  const { extractWWWAuthenticateParams } = await import("@modelcontextprotocol/client");
  const headers = { "www-authenticate": challenge };
  return extractWWWAuthenticateParams(new Response(null, { status: 401, headers }))
    .resourceMetadataUrl;
}

async function checkMetadata(
  url: URL,
  named: URL | undefined,
  clock: Clock,
  endpoint: HttpEndpoint,
): Promise<readonly WireFinding[]> {
  const places = placesOf(url, named);
  for (const place of places) {
    const answer = await askOnce(place, { method: "GET" }, clock, endpoint);
    if (answer.status === 200) {
      const problem = metadataProblem(answer.body.toString("utf8"));
      return problem === undefined
        ? []
        : [findingOf("auth-metadata", `the metadata at ${shownUrl(place)} ${problem}`)];
    }
  }
  const tried = places.map((place) => place.pathname).join(", ");
  return [
    findingOf(
      "auth-metadata",
      `no metadata of the protected resource (RFC 9728): ${named === undefined ? "the challenge has no resource_metadata, and " : ""}nothing is found at ${tried}`,
    ),
  ];
}

/**
 * Where metadata may be asked for: at the server itself only.
 *
 * In its container a server takes itself for localhost; such a name means the address we know it by.
 */
function placesOf(url: URL, named: URL | undefined): readonly URL[] {
  const path = url.pathname === "/" ? "" : url.pathname;
  const usual = [new URL(`${wellKnown}${path}`, url), new URL(wellKnown, url)];
  if (named === undefined) {
    return usual;
  }
  const own = named.origin === url.origin || isLoopbackName(named.hostname);
  return own ? [new URL(`${named.pathname}${named.search}`, url)] : usual;
}

function metadataProblem(text: string): string | undefined {
  let metadata: unknown;
  try {
    metadata = JSON.parse(text);
  } catch {
    return `are no JSON: ${quote(text)}`;
  }
  if (!isObject(metadata)) {
    return `are no JSON object: ${quote(text)}`;
  }
  const { resource, authorization_servers: servers } = metadata;
  if (typeof resource !== "string" || URL.parse(resource) === null) {
    return `have no address as "resource" but ${show(resource)}`;
  }
  if (!Array.isArray(servers) || servers.length === 0) {
    return `name no "authorization_servers"`;
  }
  const bad: unknown = servers.find((server) => !isSafe(server));
  return bad === undefined
    ? undefined
    : `name an authorization server that is no https address: ${show(bad)}`;
}

function isSafe(server: unknown): boolean {
  const url = typeof server === "string" ? URL.parse(server) : null;
  return url !== null && (url.protocol === "https:" || isLoopbackName(url.hostname));
}
