import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { server as serverSchema } from "../../src/config/index.ts";
import { authOf } from "../../src/manager/server/auth-of.ts";
import { rejection } from "../mcp/child-server.ts";
import { json, type Stub, startStub } from "../mcp/http/stub-server.ts";

/** A resource at one place whose tokens come from an authorization server at another. */
async function startApart(): Promise<{ issuer: Stub; resource: Stub } & AsyncDisposable> {
  const issuer = await startStub((response, { path }) => {
    const { origin } = issuer;
    if (path === "/token") {
      return json(response, { access_token: "t", token_type: "Bearer" });
    }
    return json(response, {
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      response_types_supported: ["code"],
      grant_types_supported: ["client_credentials"],
    });
  });
  const resource = await startStub((response) =>
    json(response, { resource: resource.url, authorization_servers: [issuer.origin] }),
  );
  return {
    issuer,
    resource,
    async [Symbol.asyncDispose]() {
      await Promise.all([issuer[Symbol.asyncDispose](), resource[Symbol.asyncDispose]()]);
    },
  };
}

function authFor(resource: Stub, more: Readonly<Record<string, unknown>>) {
  const credentials = { client_id: "tester", client_secret: "KEY", ...more };
  const spec = serverSchema.parse({
    url: resource.url,
    auth: { client_credentials: credentials },
  });
  const origin = { secrets: { KEY: "s3cr3t" } };
  return authOf({ name: "one", spec, origin }, resource.url, systemClock).auth;
}

test("the issuer that the run file declares gives the token", async () => {
  await using apart = await startApart();
  const auth = authFor(apart.resource, { issuer: apart.issuer.origin });
  await auth?.renew?.(undefined);
  expect(await auth?.headers()).toEqual({ authorization: "Bearer t" });
});

test("A37 an issuer that only the server names gets nothing, and the key that would allow it is named", async () => {
  await using apart = await startApart();
  const auth = authFor(apart.resource, {});
  expect(await rejection(auth?.renew?.(undefined) ?? Promise.resolve())).toMatchObject({
    code: "ACCESS_DENIED",
    hint: expect.stringContaining("auth.client_credentials.issuer"),
  });
  expect(apart.issuer.seen).toEqual([]);
});

test("a secret that is not set is named", () => {
  const spec = serverSchema.parse({ url: "https://a.example", bearer: "TOKEN" });
  const origin = { secrets: {} };
  expect(() => authOf({ name: "one", spec, origin }, "https://a.example", systemClock)).toThrow(
    'Server "one" needs the secret TOKEN',
  );
});
