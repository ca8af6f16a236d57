import { expect, test } from "vitest";
import { rejection } from "../child-server.ts";
import {
  connectHttp,
  errorTo,
  json,
  legacyHandler,
  modernHandler,
  startStub,
  status,
} from "./stub-server.ts";

test("`auto` takes a server that discovers itself for modern", async () => {
  await using stub = await startStub(modernHandler());
  await using connected = await connectHttp(stub.url, { protocol: "auto" });
  expect(connected.session.era).toBe("modern");
});

test.each([
  ["a JSON-RPC error without an id", errorTo({}, -32000, "Server not initialized")],
  ["another JSON body", { error: "not found" }],
  ["no body", undefined],
])("`auto` takes a server that answers 400 with %s for legacy", async (_, body) => {
  await using stub = await startStub(
    legacyHandler({
      "server/discover": (response) =>
        body === undefined ? status(response, 400) : json(response, body, 400),
    }),
  );
  await using connected = await connectHttp(stub.url, { protocol: "auto" });
  expect(connected.session.era).toBe("legacy");
  expect(connected.heard.findings).toEqual([]);
});

test("`auto` does not fall back where a modern server refuses with error -32022 and HTTP 400", async () => {
  await using stub = await startStub(
    modernHandler({
      "server/discover": (response, { message }) =>
        json(
          response,
          {
            jsonrpc: "2.0",
            id: message.id,
            error: { code: -32022, message: "no", data: { supported: ["2027-01-01"] } },
          },
          400,
        ),
    }),
  );
  expect(await rejection(connectHttp(stub.url, { protocol: "auto" }))).toMatchObject({
    code: "PROTOCOL_VIOLATION",
    message: expect.stringContaining("2027-01-01"),
  });
});
