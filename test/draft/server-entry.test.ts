import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serverEntry } from "../../src/draft/index.ts";

let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "entry-"));
  mkdirSync(join(cwd, "my-server"));
  mkdirSync(join(cwd, "empty"));
  writeFileSync(join(cwd, "my-server", "Dockerfile"), "FROM scratch\n");
  writeFileSync(join(cwd, "my-server", "Dockerfile.dev"), "FROM scratch\n");
});
afterAll(() => rmSync(cwd, { recursive: true }));

function entryOf(target: string, folder = cwd) {
  return serverEntry(target, { cwd, folder, templates: ["dockerfile", "image", "npm"] });
}

test.each([
  ["@scope/server-files", "files", { template: "npm", with: { package: "@scope/server-files" } }],
  ["@a/b-mcp@^1.2", "b", { template: "npm", with: { package: "@a/b-mcp", version: "^1.2" } }],
  [
    "mcp-server-x@1.0.0",
    "x",
    { template: "npm", with: { package: "mcp-server-x", version: "1.0.0" } },
  ],
  ["npm:plain", "plain", { template: "npm", with: { package: "plain" } }],
  ["image:ghcr.io/o/Srv:1.2", "srv", { image: "ghcr.io/o/Srv:1.2" }],
  ["image:localhost:5000/a/b@sha256:0", "b", { image: "localhost:5000/a/b@sha256:0" }],
  ["./my-server", "my", { build: "./my-server" }],
  ["./my-server/Dockerfile", "my", { build: "./my-server" }],
  [
    "./my-server/Dockerfile.dev",
    "my",
    { build: { context: "./my-server", dockerfile: "Dockerfile.dev" } },
  ],
  ["https://api.example.com/mcp", "example", { url: "https://api.example.com/mcp" }],
])("%s is the server %s", (target, name, keys) => {
  expect(entryOf(target)).toMatchObject({ name, keys });
});

test("a folder is written relative to the run file", () => {
  expect(entryOf("./my-server", join(cwd, ".github")).keys).toEqual({ build: "../my-server" });
});

test("only a URL is a server that runs elsewhere", () => {
  expect(entryOf("http://localhost:3000/mcp").external).toBe(true);
  expect(entryOf("x").external).toBe(false);
});

test.each([
  ["pypi:mcp-server-time", /template pypi, which there is not; there are: dockerfile, image, npm/],
  ["./nowhere", /nothing at/],
  ["./empty", /no Dockerfile/],
  ["http://", /not a URL/],
  ["@", /no server/],
])("%s is refused", (target, reason) => {
  expect(() => entryOf(target)).toThrow(reason);
});
