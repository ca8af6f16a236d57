import { expect, test } from "vitest";
import { targetOf } from "../../../src/controller/network/decide.ts";
import { hostProxyFor } from "../../../src/controller/network/outside/host-proxy.ts";

const of = (settings: Record<string, string>, written: string, kind: "http" | "https" = "https") =>
  hostProxyFor(settings, targetOf(written) ?? { host: "", port: 0 }, kind)?.href;

test("the host's own proxy is taken by kind of request, the lower case first, with or without its scheme", () => {
  const settings = { HTTP_PROXY: "http://a:1", https_proxy: "b:2", HTTPS_PROXY: "http://c:3" };
  expect(of(settings, "api.example.com:443")).toBe("http://b:2/");
  expect(of(settings, "api.example.com:80", "http")).toBe("http://a:1/");
  expect(of({ HTTP_PROXY: "http://a:1" }, "api.example.com:443")).toBeUndefined();
  expect(of({ HTTPS_PROXY: "" }, "api.example.com:443")).toBeUndefined();
});

test.each([
  ["*", "api.example.com:443"],
  ["example.com", "api.example.com:443"],
  [".example.com", "api.example.com:443"],
  ["*.example.com", "api.example.com:443"],
  ["other, API.example.com:443", "api.example.com:443"],
  ["192.0.2.7", "192.0.2.7:443"],
  ["192.0.2.0/24", "192.0.2.7:443"],
  ["[2001:db8::7]:443", "[2001:db8::7]:443"],
  ["2001:db8::7", "[2001:db8::7]:443"],
  ["2001:db8::/32", "[2001:db8::7]:443"],
])("NO_PROXY %s leaves out %s", (list, written) => {
  expect(of({ HTTPS_PROXY: "http://a:1", NO_PROXY: list }, written)).toBeUndefined();
});

test.each([
  ["", "api.example.com:443"],
  [",", "api.example.com:443"],
  ["ample.com", "api.example.com:443"],
  ["example.com:8443", "api.example.com:443"],
  ["2.7", "192.0.2.7:443"],
  ["192.0.2.0/33", "192.0.2.7:443"],
  ["198.51.100.0/24", "192.0.2.7:443"],
  ["2001:db8::/32", "192.0.2.7:443"],
])("NO_PROXY %j does not leave out %s", (list, written) => {
  expect(of({ HTTPS_PROXY: "http://a:1", NO_PROXY: list }, written)).toBe("http://a:1/");
});

test.each(["socks5://user:hunter2@a:1", "http://", "http://a:99999"])(
  "%s is no proxy that is spoken, and is not repeated",
  (value) => {
    expect(() => of({ HTTPS_PROXY: value }, "api.example.com:443")).toThrow(
      /^HTTPS_PROXY of this host names no http:\/\/ or https:\/\/ proxy, and no other kind is spoken$/,
    );
  },
);
