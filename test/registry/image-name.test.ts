import { expect, test } from "vitest";
import type { Fault } from "../../src/fault/index.ts";
import { mirrored, parseMirror } from "../../src/registry/pull/mirror.ts";
import { imageNameOf } from "../../src/registry/pull/reference.ts";

const digest = `@sha256:${"a".repeat(64)}`;

test("a reference names a registry only when its first part can be a host", () => {
  const parts = (text: string) => {
    const { registry, repository, suffix } = imageNameOf(text);
    return [registry, repository, suffix];
  };
  expect(parts("node")).toEqual(["docker.io", "library/node", ""]);
  expect(parts("me/server:1.2")).toEqual(["docker.io", "me/server", ":1.2"]);
  expect(parts("docker.io/node:24")).toEqual(["docker.io", "library/node", ":24"]);
  expect(parts("index.docker.io/me/x")).toEqual(["docker.io", "me/x", ""]);
  expect(parts("ghcr.io/me/x:1")).toEqual(["ghcr.io", "me/x", ":1"]);
  expect(parts("localhost/x")).toEqual(["localhost", "x", ""]);
  expect(parts("host:5000/a/b")).toEqual(["host:5000", "a/b", ""]);
  expect(parts(`node:24${digest}`)).toEqual(["docker.io", "library/node", `:24${digest}`]);
});

test("a mirror stands before Docker Hub's images and before no others", () => {
  expect(mirrored("node:24", "mirror.test:5000")).toBe("mirror.test:5000/library/node:24");
  expect(mirrored("me/x", "mirror.test/hub")).toBe("mirror.test/hub/me/x:latest");
  expect(mirrored(`node${digest}`, "mirror.test")).toBe(`mirror.test/library/node${digest}`);
  expect(mirrored("ghcr.io/me/x", "mirror.test")).toBeUndefined();
  expect(mirrored("node:24", undefined)).toBeUndefined();
});

test("a mirror is given as a host or an address, and refused when it is no such place or names a user", () => {
  expect(parseMirror("mirror.test:5000")).toBe("mirror.test:5000");
  expect(parseMirror(" https://mirror.test/hub/ ")).toBe("mirror.test/hub");
  const refusal = (text: string) => {
    try {
      return parseMirror(text);
    } catch (thrown) {
      return `${(thrown as Fault).code} ${(thrown as Fault).message}`;
    }
  };
  expect(refusal("mirror")).toMatch(/^USAGE .*"mirror" would be taken for a name on Docker Hub/);
  for (const text of ["", "a b.c", "http://", "mirror.test/../x", "--privileged"]) {
    expect(refusal(text)).toMatch(/^USAGE .*is not host\[:port\]\[\/path\]/);
  }
  expect(refusal("https://me:hunter2@mirror.test")).toMatch(/^USAGE .*a user in it/);
  expect(refusal("https://me:hunter2@mirror.test")).not.toContain("hunter2");
});
