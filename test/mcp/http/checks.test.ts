import { describe, expect, test } from "vitest";
import { systemClock } from "../../../src/clock/index.ts";
import { checkOrigin, checkProtected } from "../../../src/mcp/index.ts";
import {
  type Handler,
  json,
  legacyHandler,
  modernHandler,
  startStub,
  status,
} from "./stub-server.ts";

const path = "/.well-known/oauth-protected-resource";

/** A server that wants a token; what is given takes the place of what is right. */
function protectedBy(given: {
  readonly challenge?: string | null;
  readonly wrongToken?: Handler;
  readonly metadata?: Handler;
  readonly metadataAt?: string;
}): Handler {
  return (response, seen) => {
    const metadataAt = given.metadataAt ?? `${path}/mcp`;
    if (seen.path === metadataAt) {
      return given.metadata === undefined
        ? json(response, {
            resource: "http://localhost:3000/mcp",
            authorization_servers: ["https://auth.example.com"],
          })
        : given.metadata(response, seen);
    }
    if (seen.path.startsWith("/.well-known")) {
      return status(response, 404);
    }
    if (seen.headers.authorization !== undefined && given.wrongToken !== undefined) {
      return given.wrongToken(response, seen);
    }
    const challenge =
      given.challenge === undefined
        ? `Bearer resource_metadata="http://localhost:3000${path}/mcp"`
        : given.challenge;
    return status(response, 401, challenge === null ? {} : { "www-authenticate": challenge });
  };
}

async function findingsOf(handler: Handler): Promise<string[]> {
  await using stub = await startStub(handler);
  const found = await checkProtected({ url: stub.url, headers: {} }, "legacy", systemClock);
  return found.map(({ code, message, reference }) => {
    expect(reference).toContain("authorization");
    return `${code}: ${message}`;
  });
}

describe("a server declared protected is in order when", () => {
  const right: [string, Handler][] = [
    ["its challenge names its metadata", protectedBy({})],
    [
      "its challenge names them at the address it has in its container",
      protectedBy({
        challenge: 'Bearer resource_metadata="http://localhost:3000/about"',
        metadataAt: "/about",
      }),
    ],
    [
      "its metadata are found at the well-known place of its path",
      protectedBy({ challenge: "Bearer" }),
    ],
    [
      "its metadata are found at the root",
      protectedBy({ challenge: 'Bearer realm="x"', metadataAt: path }),
    ],
  ];
  test.each(right)("%s", async (_, handler) => {
    expect(await findingsOf(handler)).toEqual([]);
  });
});

describe("a server declared protected is told when it", () => {
  const wrong: [string, Handler, string][] = [
    ["answers without a token", legacyHandler(), "auth-not-required: a request without a token"],
    [
      "answers 403 without a token",
      (response) => status(response, 403),
      "auth-not-required: a request without a token was answered with HTTP 403",
    ],
    [
      "takes any token",
      protectedBy({ wrongToken: legacyHandler() }),
      "auth-not-required: a request with a wrong token was answered with HTTP 200",
    ],
    [
      "has no WWW-Authenticate header",
      protectedBy({ challenge: null }),
      "auth-challenge: a 401 must have a WWW-Authenticate header with Bearer; it has none",
    ],
    [
      "has a challenge of another scheme",
      protectedBy({ challenge: 'Basic realm="x"' }),
      'auth-challenge: a 401 must have a WWW-Authenticate header with Bearer; it has "Basic',
    ],
    [
      "has no metadata",
      protectedBy({ challenge: "Bearer", metadataAt: "/nowhere" }),
      "auth-metadata: no metadata of the protected resource (RFC 9728)",
    ],
    [
      "has metadata that are no JSON",
      protectedBy({ metadata: (response) => status(response, 200) }),
      "are no JSON",
    ],
    [
      "has metadata without authorization servers",
      protectedBy({ metadata: (response) => json(response, { resource: "http://localhost/mcp" }) }),
      'name no "authorization_servers"',
    ],
    [
      "has metadata with an empty list of authorization servers",
      protectedBy({
        metadata: (response) =>
          json(response, { resource: "http://localhost/mcp", authorization_servers: [] }),
      }),
      'name no "authorization_servers"',
    ],
    [
      "has metadata without its own address",
      protectedBy({
        metadata: (response) => json(response, { authorization_servers: ["https://a.example"] }),
      }),
      'have no address as "resource" but nothing',
    ],
    [
      "A37 sends tokens over http",
      protectedBy({
        metadata: (response) =>
          json(response, {
            resource: "http://localhost/mcp",
            authorization_servers: ["http://auth.example.com"],
          }),
      }),
      "name an authorization server that is no https address",
    ],
  ];
  test.each(wrong)("%s", async (_, handler, words) => {
    expect(await findingsOf(handler)).toEqual([expect.stringContaining(words)]);
  });
});

test("A37 metadata at another host are not asked for", async () => {
  await using other = await startStub((response) => json(response, {}));
  const elsewhere = other.origin.replace("127.0.0.1", "127.0.0.1.nip.example");
  const found = await findingsOf(
    protectedBy({ challenge: `Bearer resource_metadata="${elsewhere}/"` }),
  );
  expect(found).toEqual([]);
  expect(other.seen).toEqual([]);
});

describe("the Origin of a stranger", () => {
  const cases: [string, "legacy" | "modern", Handler, number][] = [
    ["that a legacy server answers is a finding", "legacy", legacyHandler(), 1],
    ["that a modern server answers is a finding", "modern", modernHandler(), 1],
    [
      "that is answered 403 is in order",
      "legacy",
      (response, seen) =>
        seen.headers.origin === undefined ? legacyHandler()(response, seen) : status(response, 403),
      0,
    ],
    ["that is refused otherwise proves nothing", "legacy", (response) => status(response, 400), 0],
    ["that is not answered proves nothing", "legacy", (response) => response.socket?.destroy(), 0],
  ];
  test.each(cases)("%s", async (_, era, handler, expected) => {
    await using stub = await startStub(handler);
    const finding = await checkOrigin({ url: stub.url, headers: {} }, era, systemClock);
    expect(finding === undefined ? [] : [finding.code]).toEqual(
      Array(expected).fill("origin-not-checked"),
    );
    expect(stub.seen[0]?.headers.origin).toBe("http://evil.example");
    const ended = stub.seen.filter(({ verb }) => verb === "DELETE");
    expect(ended.map(({ headers }) => headers["mcp-session-id"])).toEqual(
      Array(era === "legacy" ? expected : 0).fill("session-1"),
    );
  });
});
