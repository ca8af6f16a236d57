import type { LookupFunction } from "node:net";
import { describe, expect, test } from "vitest";
import { checkedLookup, refusedAddress } from "../../../src/mcp/http/address-rule.ts";
import { httpWire, sseWire } from "../../../src/mcp/index.ts";
import { rejection } from "../child-server.ts";
import { connectHttp, connectOver, legacyHandler, startStub } from "./stub-server.ts";

/** A resolver that knows these addresses for every name, one after the other. */
function resolverOf(...answers: readonly (readonly string[])[]): LookupFunction {
  let asked = 0;
  return (_, __, callback) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    callback(
      null,
      answer.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
}

function resolve(lookup: LookupFunction, host: string): Promise<unknown> {
  return new Promise((done, reject) => {
    lookup(host, { all: true }, (error, address) =>
      error === null ? done(address) : reject(error),
    );
  });
}

describe("A37 an address is refused:", () => {
  test.each([
    ["mcp.example.com", "127.0.0.1"],
    ["127.0.0.1.nip.example", "127.0.0.1"],
    ["mcp.example.com", "::1"],
    ["mcp.example.com", "::ffff:127.0.0.1"],
    ["mcp.example.com", "169.254.169.254"],
    ["localhost", "169.254.169.254"],
    ["169.254.169.254", "169.254.169.254"],
    ["[::ffff:a9fe:a9fe]", "[::ffff:a9fe:a9fe]"],
    ["mcp.example.com", "fe80::1"],
    ["mcp.example.com", "fd00:ec2::254"],
    ["mcp.example.com", "0.0.0.0"],
    ["mcp.example.com", "::"],
    ["mcp.example.com", "239.1.1.1"],
    ["mcp.example.com", "255.255.255.255"],
  ])("%s at %s", (host, address) => {
    expect(refusedAddress(host, address)).toEqual(expect.any(String));
  });
});

describe("an address is allowed:", () => {
  test.each([
    ["localhost", "127.0.0.1"],
    ["api.localhost", "::1"],
    ["127.0.0.1", "127.0.0.1"],
    ["[::1]", "[::1]"],
    ["mcp.example.com", "93.184.216.34"],
    ["mcp.example.com", "2606:2800:220:1::1"],
    ["server.internal", "10.1.2.3"],
    ["172.17.0.2", "172.17.0.2"],
  ])("%s at %s", (host, address) => {
    expect(refusedAddress(host, address)).toBeUndefined();
  });
});

test("A37 a url is read as a browser reads it, and refused before anything is connected", () => {
  for (const url of [
    "http://169.254.169.254/latest",
    "http://0xa9fea9fe/",
    "http://0/mcp",
    "http://[::]/mcp",
    "ftp://example.com/",
    "mcp",
    "http://user:pw@example.com/mcp",
    "http://token@example.com/mcp",
    "http://:pw@example.com/mcp",
  ]) {
    for (const wire of [httpWire, sseWire]) {
      expect(() => wire({ url, headers: {} }), url).toThrow(
        expect.objectContaining({ code: "RUN_FILE_INVALID" }),
      );
    }
  }
  expect(() => httpWire({ url: "http://user:pa55word@example.com/", headers: {} })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining("pa55word") }),
  );
});

test("127.0.0.1 in another spelling is 127.0.0.1", async () => {
  await using stub = await startStub(legacyHandler());
  const { port } = new URL(stub.url);
  await using connected = await connectHttp(`http://0x7f.1:${port}/mcp`);
  expect(connected.session.era).toBe("legacy");
});

test("A37 a name that leads to this machine or to its metadata service is not connected to", async () => {
  await using stub = await startStub(legacyHandler());
  const { port } = new URL(stub.url);
  for (const address of ["127.0.0.1", "169.254.169.254"]) {
    const connecting = connectHttp(`http://127.0.0.1.nip.example:${port}/mcp`, {
      endpoint: { lookup: resolverOf([address]) },
    });
    expect(await rejection(connecting)).toMatchObject({
      message: expect.stringContaining(`127.0.0.1.nip.example is the address ${address}`),
    });
  }
  const sse = sseWire({
    url: `http://127.0.0.1.nip.example:${port}/mcp`,
    headers: {},
    lookup: resolverOf(["127.0.0.1"]),
  });
  expect(await rejection(connectOver(sse))).toMatchObject({
    message: expect.stringContaining("127.0.0.1.nip.example is the address 127.0.0.1"),
  });
  expect(stub.seen).toEqual([]);
});

test("A37 a name keeps the address it had first, and loses those that are refused", async () => {
  const lookup = checkedLookup(resolverOf(["10.0.0.1", "127.0.0.1"], ["10.0.0.2"]));
  const first = [{ address: "10.0.0.1", family: 4 }];
  expect(await resolve(lookup, "a.example")).toEqual(first);
  expect(await resolve(lookup, "a.example")).toEqual(first);
});

test("a name that has no address says so", async () => {
  expect(await rejection(resolve(checkedLookup(resolverOf([])), "a.example"))).toMatchObject({
    message: "the name has no address",
  });
});
