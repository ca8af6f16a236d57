import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { type CliResult, createWorkspace } from "./cli.ts";

const runFile = (version: string) => `version: 1
servers:
  everything:
    template: npm
    with: { package: "@modelcontextprotocol/server-everything", version: "${version}" }
  elsewhere: { url: "http://127.0.0.1:1/mcp" }
scenarios:
  - name: echo
    server: everything
    steps: [{ call: echo, with: { message: hello }, expect: { text: { contains: hello } } }]
`;

const version = "2026.8.31";
let locking: CliResult;
let lock = "";
beforeAll(async () => {
  using workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", runFile(version));
  locking = await workspace.cli(["lock"]);
  lock = readFileSync(join(workspace.folder, "mcp-manager.lock.yml"), "utf8");
});
afterAll(async () => {
  const [, image] = /building (docker-mcp-manager\/npm:\w+)/.exec(locking.stderr) ?? [];
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  await engine.removeImage(image ?? "none");
  engine.close();
});

function lockedWorkspace(text: string) {
  const workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", text);
  workspace.write("mcp-manager.lock.yml", lock);
  return workspace;
}

test("lock says what it locked, and keeps what is locked already", async () => {
  expect(locking.exitCode, locking.stderr).toBe(0);
  expect(locking.stdout).toMatch(/everything +npm +2026\.8\.31 +\d+ .* locked/);
  using workspace = lockedWorkspace(runFile(version));
  const again = await workspace.cli(["lock"]);
  expect(again.stdout).toMatch(/everything .* kept/);
  expect(readFileSync(join(workspace.folder, "mcp-manager.lock.yml"), "utf8")).toBe(lock);
});

test("a locked run without a lock file is refused with how to write it", async () => {
  using workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", runFile(version));
  const { exitCode, stderr } = await workspace.cli(["run", "--locked"]);
  expect(exitCode, stderr).toBe(2);
  expect(stderr).toContain("There is no mcp-manager.lock.yml");
});

test("a locked run installs what was locked, reports it, and refuses what has become something else", async () => {
  using workspace = lockedWorkspace(runFile(version));
  const run = await workspace.cli(["run", "--locked"]);
  expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  const [everything] = workspace.report().servers;
  expect(everything).toMatchObject({
    packageVersion: "2026.8.31",
    packages: expect.any(Number),
    bases: [{ reference: expect.any(String), id: expect.stringMatching(/^sha256:/) }],
  });

  workspace.write("mcp-manager.lock.yml", lock.replace(/zod@\S+/, "zod@1.0.0"));
  const drifted = await workspace.cli(["run", "--locked"]);
  expect(drifted.exitCode, drifted.stderr).toBe(2);
  expect(drifted.stderr).toMatch(
    /mcp-manager\.lock\.yml:\d+:\d+ server "everything": package npm:zod was locked as 1\.0\.0 and is \d/,
  );
  expect(drifted.stderr).toContain("docker-mcp-manager lock --update everything");
  expect(workspace.report().servers).toEqual([]);
});

test("a locked run refuses a run file that says something else than when it was locked, all at once", async () => {
  const more = '  more: { image: "own:1" }\n  elsewhere';
  using workspace = lockedWorkspace(runFile("2026.7.4").replace("  elsewhere", more));
  const { exitCode, stderr } = await workspace.cli(["run", "--locked"]);
  expect(exitCode, stderr).toBe(2);
  expect(stderr).toContain('server "everything": is written otherwise');
  expect(stderr).toContain('server "more": is in the run file and not locked');
});

test("a locked run, and locking, use no image that image_policy does not allow", async () => {
  const policy = 'image_policy: { allow: ["example.org/*"] }\n';
  using workspace = lockedWorkspace(runFile(version) + policy);
  const run = await workspace.cli(["run", "--locked"]);
  expect(workspace.report().run.fault, run.stderr).toMatchObject({
    code: "IMAGE_NOT_ALLOWED",
    message: expect.stringMatching(/^server "everything": /),
  });
  const anew = await workspace.cli(["lock", "--update", "*"]);
  expect(anew.exitCode).toBe(run.exitCode);
  expect(anew.stderr).toContain("the base image");
});

test("lock refuses to update what is no server of the run file", async () => {
  using workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", runFile(version));
  const { exitCode, stderr } = await workspace.cli(["lock", "--update", "evrything"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("no such server to lock; there are: everything");
});
