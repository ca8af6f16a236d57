import { describe, expect, test } from "vitest";
import { policyBreach } from "../../src/config/index.ts";
import { linesOf, load, minimal } from "./loading.ts";

const digest = `sha256:${"0".repeat(64)}`;
const allowing = (...allow: string[]) => ({ require_digest: false, allow });

describe("a pattern of image_policy", () => {
  test.each([
    ["alpine", "alpine"],
    ["alpine", "alpine:3.20"],
    ["alpine", "docker.io/library/alpine"],
    ["docker.io/library/*", "alpine"],
    ["docker.io/**", "index.docker.io/acme/tool"],
    ["node:24*", "node:24-bookworm-slim"],
    ["node:latest", "node"],
    ["acme/*", "acme/tool:1"],
    ["ghcr.io/acme/**", "ghcr.io/acme/tools/one"],
    ["localhost:5000/*", "localhost:5000/x:1"],
    ["*.example.com/x", "registry.example.com/x"],
    [`alpine@${digest}`, `alpine:3.20@${digest}`],
    ["**/tool", "ghcr.io/acme/tool"],
    ["**", "anything.at/all"],
  ])("%s allows %s", (pattern, reference) => {
    expect(policyBreach(allowing(pattern), reference)).toBeUndefined();
  });

  test.each([
    ["alpine", "alpine.example.com/alpine"],
    ["alpine", "acme/alpine"],
    ["docker.io/library/*", "ghcr.io/library/alpine"],
    ["ghcr.io/acme/*", "ghcr.io/acme/tools/one"],
    ["ghcr.io/acme/*", "ghcr.io/acme-evil/x"],
    ["node:24*", "node:22"],
    ["node:24*", "node"],
    ["node:24", `node@${digest}`],
    [`alpine@${digest}`, "alpine"],
    ["a.c/x", "abc/x"],
  ])("%s does not allow %s", (pattern, reference) => {
    expect(policyBreach(allowing(pattern), reference)).toBe(
      `is none of those that image_policy allows: ${pattern}`,
    );
  });

  test("takes no longer for many stars", () => {
    expect(policyBreach(allowing(`x/${"*a".repeat(200)}`), `x/${"a".repeat(500)}b`)).toBeDefined();
  });
});

test("with require_digest, an image without a digest is refused with what to write", () => {
  const policy = { require_digest: true };
  expect(policyBreach(policy, "alpine:3.20")).toMatch(/has no digest.*name@sha256:/);
  expect(policyBreach(policy, `alpine@${digest}`)).toBeUndefined();
});

test("an image that the run file's own policy refuses is a problem of the file, at its place", () => {
  const head = 'image_policy: { allow: ["node:*"], require_digest: true }';
  expect(linesOf(minimal({ head }))).toEqual([
    '5:12 the image "alpine:3.20" is none of those that image_policy allows: node:*',
  ]);
  const allowed = minimal({ head: 'image_policy: { allow: ["alpine:3.*"] }' });
  expect(load(allowed).runFile.image_policy).toEqual({
    require_digest: false,
    allow: ["alpine:3.*"],
  });
});

test("a policy that allows nothing, or what is no pattern, is refused itself", () => {
  expect(linesOf(minimal({ head: "image_policy: { allow: [] }" }))[0]).toMatch(
    /image_policy.allow/,
  );
  expect(linesOf(minimal({ head: 'image_policy: { allow: ["a b"] }' }))[0]).toMatch(
    /is not a pattern of image references/,
  );
});
