import { expect, test } from "vitest";
import { decide, targetOf } from "../../../src/controller/network/decide.ts";
import type { EgressRule } from "../../../src/controller/network/egress.ts";

const addresses: Readonly<Record<string, string>> = {
  "api.example.com": "203.0.113.7",
  "example.com": "203.0.113.8",
  "deep.sub.example.org": "2001:db9::7",
  "inner.example.org": "10.1.2.3",
  "metadata.example.org": "169.254.169.254",
  "mapped.example.org": "::ffff:127.0.0.1",
  "carried.example.org": "64:ff9b::7f00:1",
  "compatible.example.org": "::7f00:1",
  "six.example.com": "2001:db8::66",
  localhost: "127.0.0.1",
};

async function resolve(host: string) {
  const address = addresses[host];
  if (address === undefined) {
    throw Object.assign(new Error("no"), { code: "ENOTFOUND" });
  }
  return [{ address, family: address.includes(":") ? 6 : 4 }];
}

const rules: readonly EgressRule[] = [
  { host: "api.example.com", port: 443 },
  { host: "*.example.org", port: null },
  { host: "localhost", port: 80 },
  { host: "127.0.0.1", port: 8080 },
  { host: "10.0.0.9", port: null },
  { host: "169.254.169.254", port: null },
  { host: "::1", port: 80 },
  { host: "2001:db8::7", port: 443 },
  { host: "::ffff:7f00:1", port: 80 },
  { host: "::ffff:a9fe:a9fe", port: 80 },
  { host: "six.example.com", port: 443 },
  { host: "both.example.com", port: 443 },
  { host: "unknown.example", port: null },
];

test.each([
  ["api.example.com:443", "allowed"],
  ["API.Example.COM.:443", "allowed"],
  ["api.example.com:80", "denied"],
  ["example.com:443", "denied"],
  ["deep.sub.example.org:443", "allowed"],
  ["deep.sub.example.org:80", "allowed"],
  ["deep.sub.example.org:22", "denied"],
  ["example.org:443", "denied"],
  ["notexample.org:443", "denied"],
  ["127.0.0.1:8080", "allowed"],
  ["127.0.0.1:8081", "denied"],
  ["[::1]:80", "allowed"],
  ["10.0.0.9:443", "allowed"],
  ["[2001:DB8:0:0::7]:443", "allowed"],
  ["[2001:db8::8]:443", "denied"],
  ["[::ffff:127.0.0.1]:80", "allowed"],
  ["[::ffff:127.0.0.1]:443", "denied"],
  ["127.0.0.1:80", "denied"],
  ["six.example.com:443", "allowed"],
  ["unknown.example:443", "unreachable"],
])("A36 %s is %s", async (written, expected) => {
  const target = targetOf(written);
  const decision = target && (await decide(rules, target, resolve));
  expect(decision?.allowed === false ? decision.kind : "allowed").toBe(expected);
});

test.each([
  "localhost:80",
  "inner.example.org:443",
  "metadata.example.org:80",
  "mapped.example.org:80",
  "carried.example.org:80",
  "compatible.example.org:80",
  "169.254.169.254:80",
  "[::ffff:169.254.169.254]:80",
])("A37 %s is refused for its address, though its name is allowed", async (written) => {
  const target = targetOf(written);
  const decision = target && (await decide(rules, target, resolve));
  expect(decision).toMatchObject({
    allowed: false,
    kind: "denied",
    reason: expect.stringMatching(/loopback or private|link-local/),
  });
});

test("A37 of the addresses of a name only those that may be reached are, in either family", async () => {
  const both = async () => [
    { address: "::1", family: 6 },
    { address: "2001:db8::66", family: 6 },
    { address: "10.0.0.1", family: 4 },
    { address: "203.0.113.9", family: 4 },
  ];
  const decision = await decide(rules, { host: "both.example.com", port: 443 }, both);
  expect(decision).toEqual({
    allowed: true,
    addresses: [
      { address: "2001:db8::66", family: 6 },
      { address: "203.0.113.9", family: 4 },
    ],
  });
});

test("a server with no egress reaches nothing", async () => {
  expect(await decide("none", { host: "api.example.com", port: 443 }, resolve)).toEqual({
    allowed: false,
    kind: "denied",
    reason: "its egress is none",
  });
});

test.each(["", "a", "a:0", "a:99999", "a b:1", "user@a:1", "[::1:1", `${"a".repeat(254)}:1`])(
  "%j is no target",
  (written) => {
    expect(targetOf(written)).toBeUndefined();
  },
);
