import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { baseReference } from "./base-reference.ts";
import { commandOf } from "./in-process.ts";

const scenarios = "scenarios: [{ name: x, server: a, steps: [{ ping: }] }]\n";

/** A folder with a template `mine` of its own and a run file with these servers. */
function workspaceWith(template: string, servers: string, more = ""): string {
  const cwd = mkdtempSync(join(tmpdir(), "templates-command-"));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  mkdirSync(join(cwd, "t/mine"), { recursive: true });
  writeFileSync(join(cwd, "t/mine/template.yml"), template);
  writeFileSync(
    join(cwd, "mcp-manager.yml"),
    `version: 1\n${more}servers:\n${servers}${scenarios}`,
  );
  return cwd;
}

const mine =
  "name: mine\ndescription: Ours.\nextends: npm\nserver: { transport: http, http: { port: 80 } }\n";

test("templates lists those built in and those of the run file, also one that cannot be used", async () => {
  const cwd = workspaceWith(mine, "  a: { image: a }\n", "templates: t\n");
  const { exitCode, out } = await commandOf(["templates"], { cwd });
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^npm +built-in +A server published as an npm package/m);
  expect(out).toMatch(/^mine +run file +Ours\.$/m);
  const broken = workspaceWith("name: mine\n", "  a: { image: a }\n", "templates: t\n");
  expect((await commandOf(["templates"], { cwd: broken })).out).toMatch(
    /^mine +run file +cannot be used: t\/mine\/template.yml:1:1: /m,
  );
});

test("templates works where no run file is", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "templates-command-"));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const listed = JSON.parse((await commandOf(["templates", "--json"], { cwd })).out) as unknown;
  expect(listed).toContainEqual(
    expect.objectContaining({ name: "npm", origin: "built-in", versions: "npm", problem: null }),
  );
});

test("templates NAME tells the parameters, what it is built on and what it says of its servers", async () => {
  const cwd = workspaceWith(mine, "  a: { image: a }\n", "templates: t\n");
  const { out } = await commandOf(["templates", "mine"], { cwd });
  expect(out).toMatch(/^package +string +\(required\) +Name of the package/m);
  expect(out).toMatch(/^version +string +latest +/m);
  expect(out).toContain("Built on node:24-bookworm-slim.");
  expect(out).toContain("Says of its servers: transport, http.");
  const missing = await commandOf(["templates", "mein"], { cwd });
  expect([missing.exitCode, missing.err]).toEqual([2, expect.stringContaining("did you mean")]);
});

test("validate judges the parameters of a template at their line", async () => {
  const cwd = workspaceWith(
    mine,
    "  a: { template: mine, with: { pakage: x } }\n",
    "templates: t\n",
  );
  const { exitCode, err } = await commandOf(["validate"], { cwd });
  expect(exitCode).toBe(2);
  expect(err).toContain("mcp-manager.yml:4:32");
  expect(err).toContain('servers.a.with.pakage: template "mine" has no such parameter');
  expect(err).toContain("servers.a.with.package: is required");
});

test("build makes the image of every server once, and says what failed beside what did not", async () => {
  const image = await baseReference();
  const servers = [
    `  a: { image: "${image}" }`,
    "  far: { url: https://a.example/mcp }",
    "  bad: { build: { context: t, dockerfile: none } }",
    "",
  ].join("\n");
  const cwd = workspaceWith(mine, servers);
  const { exitCode, out, err } = await commandOf(["build"], { cwd, environment: process.env });
  expect(exitCode).toBe(2);
  expect(out).toMatch(new RegExp(`^a +${image} +.* MiB +0 ms +was there$`, "m"));
  expect(out).toMatch(/^far +– .* runs elsewhere$/m);
  expect(out).toMatch(/^bad +– .* failed$/m);
  expect(err).toMatch(/^bad: Path not allowed: Dockerfile "none"/m);
  const json = await commandOf(["build", "--json"], { cwd, environment: process.env });
  expect(JSON.parse(json.out)).toMatchObject([
    { server: "a", image, built: false },
    { server: "far", image: null },
    { server: "bad", image: null, fault: { code: "PATH_NOT_ALLOWED" } },
  ]);
});
