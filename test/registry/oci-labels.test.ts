import { expect, test } from "vitest";
import type { BuildSource } from "../../src/registry/build/content.ts";
import { templateShelf } from "../../src/registry/index.ts";
import { ociLabels } from "../../src/registry/supply/oci-labels.ts";
import { templatesFolder } from "./deps.ts";

const digest = `sha256:${"a".repeat(64)}`;
const base = { reference: "node:24-bookworm-slim", id: "sha256:b", digest };
const shelf = await templateShelf({ templatesFolder });
const npm = await shelf.load("npm");

function source(args: Readonly<Record<string, string>>, from: BuildSource["from"] = "template") {
  const context = "/home/someone/checkout";
  return { kind: "build", from, context, dockerfile: "Dockerfile", args } as BuildSource;
}

test("an image says what was installed and on what, in the words of the OCI specification", () => {
  expect(ociLabels(npm, source({ PACKAGE: "@acme/x", VERSION: "1.2.3" }), { BASE: base })).toEqual({
    "org.opencontainers.image.title": "@acme/x",
    "org.opencontainers.image.description": npm.description,
    "org.opencontainers.image.version": "1.2.3",
    "org.opencontainers.image.base.name": "node:24-bookworm-slim",
    "org.opencontainers.image.base.digest": digest,
  });
});

test("a version that is a range or a tag is not called the version; of several bases none is called the base", () => {
  const labels = ociLabels(npm, source({ PACKAGE: "x", VERSION: "latest" }), { A: base, B: base });
  expect(Object.keys(labels)).toEqual([
    "org.opencontainers.image.title",
    "org.opencontainers.image.description",
  ]);
});

test("a Dockerfile of the repository keeps its own labels, and no label has a path of the host", () => {
  expect(ociLabels(npm, source({ VERSION: "1.2.3" }, "workspace"), {})).toEqual({});
  const labels = ociLabels(npm, source({ PACKAGE: "x" }), { BASE: base });
  expect(JSON.stringify(labels)).not.toContain("/home");
});
