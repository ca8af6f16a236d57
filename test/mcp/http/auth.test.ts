import { expect, test } from "vitest";
import { systemClock } from "../../../src/clock/index.ts";
import {
  bearerAuth,
  type ClientCredentials,
  clientCredentialsAuth,
  sseWire,
} from "../../../src/mcp/index.ts";
import { rejection } from "../child-server.ts";
import {
  connectHttp,
  connectOver,
  type Handler,
  json,
  legacyHandler,
  type Stub,
  startStub,
  status,
} from "./stub-server.ts";

const timeoutMs = 20_000;
const echo = { name: "echo", arguments: { message: "hi" } };
const secret = "s3cr3t-of-a-test";

/** A server that wants a token, with its authorization server at the same place; tokens count up. */
async function startProtected(
  given: {
    /** Where the authorization server is said to be. */
    readonly issuer?: (own: string) => string;
    readonly token?: Handler;
  } = {},
): Promise<Stub & { endToken(): void; readonly tokenRequests: () => readonly string[] }> {
  let valid = "token-1";
  let count = 0;
  const stub = await startStub((response, seen) => {
    const { origin } = stub;
    if (seen.path.startsWith("/.well-known/oauth-protected-resource")) {
      const issuer = given.issuer?.(origin) ?? origin;
      return json(response, { resource: stub.url, authorization_servers: [issuer] });
    }
    if (seen.path.startsWith("/.well-known/oauth-authorization-server")) {
      return json(response, {
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        response_types_supported: ["code"],
        grant_types_supported: ["client_credentials"],
        token_endpoint_auth_methods_supported: ["client_secret_basic"],
      });
    }
    if (seen.path === "/token") {
      if (given.token !== undefined) {
        return given.token(response, seen);
      }
      count += 1;
      valid = `token-${count}`;
      return json(response, { access_token: valid, token_type: "Bearer", expires_in: 60 });
    }
    if (seen.headers.authorization !== `Bearer ${valid}`) {
      const metadata = `${origin}/.well-known/oauth-protected-resource/mcp`;
      return status(response, 401, {
        "www-authenticate": `Bearer resource_metadata="${metadata}", scope="tools"`,
      });
    }
    return legacyHandler()(response, seen);
  });
  return {
    ...stub,
    endToken: () => {
      valid = "none";
    },
    tokenRequests: () => stub.seen.filter(({ path }) => path === "/token").map(({ body }) => body),
    [Symbol.asyncDispose]: () => stub[Symbol.asyncDispose](),
  };
}

function credentialsFor(stub: Stub, more: Partial<ClientCredentials> = {}) {
  const credentials = { clientId: "tester", clientSecret: secret, ...more };
  return clientCredentialsAuth(stub.url, credentials, systemClock);
}

test("a bearer token goes with every request, and into nothing that is told", async () => {
  await using stub = await startProtected();
  await using connected = await connectHttp(stub.url, {
    endpoint: { auth: bearerAuth("token-1") },
  });
  const { session, heard } = connected;
  expect(await session.request("tools/call", echo, { timeoutMs })).toMatchObject({
    kind: "result",
  });
  expect(JSON.stringify(heard)).not.toContain("token-1");
  expect(stub.seen.every(({ headers }) => headers.authorization === "Bearer token-1")).toBe(true);
});

test.each(["auto", "legacy", "modern"] as const)(
  "a wrong token ends `%s` at once, without its value in the error",
  async (protocol) => {
    await using stub = await startProtected();
    const fault = await rejection(
      connectHttp(stub.url, { protocol, endpoint: { auth: bearerAuth("wrong-token-value") } }),
    );
    expect(fault).toMatchObject({ code: "ACCESS_DENIED" });
    expect(String(fault)).not.toContain("wrong-token-value");
    expect(stub.seen).toHaveLength(1);
  },
);

test("client credentials get a token when one is asked for, and a new one when it has ended", async () => {
  await using stub = await startProtected();
  await using connected = await connectHttp(stub.url, { endpoint: { auth: credentialsFor(stub) } });
  const { session, heard } = connected;
  await session.request("tools/call", echo, { timeoutMs });
  stub.endToken();
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => session.request("tools/call", echo, { timeoutMs })),
  );
  expect(replies.every(({ kind }) => kind === "result")).toBe(true);
  expect(stub.tokenRequests()).toHaveLength(2);
  expect(stub.tokenRequests()[0]).toContain("grant_type=client_credentials");
  expect(stub.tokenRequests()[0]).toContain("scope=tools");
  expect(JSON.stringify(heard)).not.toContain(secret);
  expect(heard.findings).toEqual([]);
});

test("a 401 with a new token is final", async () => {
  await using stub = await startProtected({
    token: (response) => json(response, { access_token: "of no use", token_type: "Bearer" }),
  });
  const connecting = connectHttp(stub.url, { endpoint: { auth: credentialsFor(stub) } });
  expect(await rejection(connecting)).toMatchObject({ code: "ACCESS_DENIED" });
  expect(stub.tokenRequests()).toHaveLength(1);
});

test("an authorization server that refuses is quoted, but never with the secret", async () => {
  await using stub = await startProtected({
    token: (response) =>
      json(
        response,
        { error: "invalid_client", error_description: `no client with ${secret}` },
        401,
      ),
  });
  const connecting = connectHttp(stub.url, { endpoint: { auth: credentialsFor(stub) } });
  const fault = await rejection(connecting);
  expect(fault).toMatchObject({
    code: "ACCESS_DENIED",
    message: expect.stringContaining("no client with ***"),
  });
});

test("A37 credentials go to no authorization server that is not declared", async () => {
  await using other = await startProtected();
  await using stub = await startProtected({ issuer: () => other.origin });
  const connecting = connectHttp(stub.url, { endpoint: { auth: credentialsFor(stub) } });
  expect(await rejection(connecting)).toMatchObject({
    code: "ACCESS_DENIED",
    message: expect.stringContaining("which is not declared and was not asked"),
  });
  expect(other.seen).toEqual([]);
});

test("an authorization server that is declared is asked", async () => {
  await using other = await startProtected();
  await using stub = await startProtected({ issuer: () => other.origin });
  const auth = credentialsFor(stub, { issuer: other.origin, scopes: ["a", "b"] });
  await auth.renew?.(undefined);
  expect(await auth.headers()).toEqual({ authorization: "Bearer token-1" });
  expect(other.tokenRequests()[0]).toContain("scope=a+b");
});

test("A37 metadata that redirect elsewhere are not followed", async () => {
  await using other = await startProtected();
  await using stub = await startStub((response, seen) =>
    seen.path.startsWith("/.well-known/")
      ? status(response, 307, { location: `${other.origin}${seen.path}` })
      : status(response, 401),
  );
  const connecting = connectHttp(stub.url, { endpoint: { auth: credentialsFor(stub) } });
  expect(await rejection(connecting)).toMatchObject({ code: "ACCESS_DENIED" });
  expect(other.seen).toEqual([]);
});

test("a token goes with HTTP+SSE too", async () => {
  const seen: (string | undefined)[] = [];
  await using stub = await startStub((response, one) => {
    seen.push(one.headers.authorization);
    status(response, 404);
  });
  const wire = sseWire({ url: stub.url, headers: {}, auth: bearerAuth("t") });
  await rejection(connectOver(wire));
  expect(seen).toEqual(["Bearer t"]);
});
