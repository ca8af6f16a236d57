import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratch } from "../registry/deps.ts";
import { indexStub } from "../registry/version/index-stub.ts";
import { commandOf } from "./in-process.ts";

const versions = Object.fromEntries(
  Array.from({ length: 50 }, (_, index) => [`1.${index}.0`, {}] as const),
);

test("templates --versions lists newest first what the npm template can install", async () => {
  const stub = await indexStub({ "/own": JSON.stringify({ versions }) });
  const environment = { npm_config_registry: stub.url };
  const argv = ["templates", "--versions", "npm", "--with", "package=own"];
  const { exitCode, out } = await commandOf(argv, { environment });
  expect(exitCode).toBe(0);
  expect(out.split("\n").slice(0, 3)).toEqual([
    "own: 50 versions, newest first",
    "1.49.0",
    "1.48.0",
  ]);
  expect(out).toContain("and 10 more; --json lists all");
  const json = await commandOf([...argv, "--json"], { environment });
  const listed = JSON.parse(json.out) as { readonly versions: readonly unknown[] };
  expect(listed).toMatchObject({ template: "npm", source: "npm", name: "own" });
  expect(listed.versions).toHaveLength(50);
});

test.each([
  [["templates", "npm", "image"], /name one template, or none/],
  [["templates", "--versions", "nmp"], /did you mean "npm"/],
  [["templates", "--versions", "npm"], /\{\{ package \}\}, and this has no value/],
  [["templates", "--versions", "npm", "--with", "pakage=x"], /it has: package, version, bin/],
])("%j is a usage error that says what to write", async (argv, reason) => {
  const { exitCode, err } = await commandOf(argv);
  expect(exitCode).toBe(2);
  expect(err).toMatch(reason);
});

test("tags of an image are listed, Docker Hub's at its mirror", async () => {
  const stub = await indexStub({ "/v2/library/node/tags/list?n=1000": '{"tags":["24","26"]}' });
  const asked = ["--versions", "image", "--with", "image=node:24", "--registry-mirror", stub.host];
  const { out, err } = await commandOf(["templates", ...asked]);
  expect(out, err).toBe("node:24: 2 versions, newest first\n26\n24\n");
});

test("templates of the run file's own list their versions, too", async () => {
  const stub = await indexStub({ "/own": JSON.stringify({ versions }) });
  const cwd = await scratch();
  await mkdir(join(cwd, "mine/small"), { recursive: true });
  await writeFile(
    join(cwd, "mine/small/template.yml"),
    'name: small\ndescription: d\nextends: npm\nversion: { source: npm, name: own, parameter: version, supported: "<1.48" }\n',
  );
  const server = "servers: { a: { template: small, with: { package: own } } }";
  const scenarios = "scenarios: [{ name: x, steps: [{ ping: }] }]";
  await writeFile(
    join(cwd, "mcp-manager.yml"),
    ["version: 1", "templates: ./mine", server, scenarios].join("\n"),
  );
  const environment = { npm_config_registry: stub.url };
  const { out, err } = await commandOf(["templates", "--versions", "small"], { environment, cwd });
  expect(out.split("\n").slice(0, 4), err).toEqual([
    "own: 50 versions, newest first",
    "1.49.0  (not in <1.48)",
    "1.48.0  (not in <1.48)",
    "1.47.0",
  ]);
});

test("a package that does not exist is named, and the index is where the environment says", async () => {
  const stub = await indexStub({});
  const { exitCode, err } = await commandOf(
    ["templates", "--versions", "npm", "--with", "package=no-such-thing"],
    { environment: { NPM_CONFIG_REGISTRY: stub.url } },
  );
  expect(exitCode).toBe(2);
  expect(err).toContain('The npm registry knows no "no-such-thing"');
});
