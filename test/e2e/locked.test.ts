import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace } from "./cli.ts";

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

test("a locked run installs what was locked, reports it, and refuses what has become something else", async () => {
  using workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", runFile("2026.8.31"));
  const unlocked = await workspace.cli(["run", "--locked"]);
  expect(unlocked.exitCode, unlocked.stderr).toBe(2);
  expect(unlocked.stderr).toContain("There is no mcp-manager.lock.yml");

  const locked = await workspace.cli(["lock"]);
  expect(locked.exitCode, locked.stderr).toBe(0);
  expect(locked.stdout).toMatch(/everything +npm +2026\.8\.31 +\d+ .* locked/);
  const read = () => readFileSync(join(workspace.folder, "mcp-manager.lock.yml"), "utf8");
  const written = read();
  const again = await workspace.cli(["lock"]);
  expect(again.stdout).toMatch(/everything .* kept/);
  expect(read()).toBe(written);

  const run = await workspace.cli(["run", "--locked"]);
  expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  const [everything] = workspace.report().servers;
  expect(everything).toMatchObject({
    packageVersion: "2026.8.31",
    packages: expect.any(Number),
    bases: [{ reference: expect.any(String), id: expect.stringMatching(/^sha256:/) }],
  });

  workspace.write("mcp-manager.lock.yml", written.replace(/zod@\S+/, "zod@1.0.0"));
  const drifted = await workspace.cli(["run", "--locked"]);
  expect(drifted.exitCode, drifted.stderr).toBe(2);
  expect(drifted.stderr).toMatch(
    /mcp-manager\.lock\.yml:\d+:\d+ server "everything": package npm:zod was locked as 1\.0\.0 and is \d/,
  );
  expect(drifted.stderr).toContain("docker-mcp-manager lock --update everything");
  expect(workspace.report().servers).toEqual([]);
});

test("a locked run refuses a run file that says something else than when it was locked, all at once", async () => {
  using workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", runFile("2026.8.31"));
  expect((await workspace.cli(["lock"])).exitCode).toBe(0);
  const more = '  more: { image: "own:1" }\n  elsewhere';
  workspace.write("mcp-manager.yml", runFile("2026.7.4").replace("  elsewhere", more));
  const { exitCode, stderr } = await workspace.cli(["run", "--locked"]);
  expect(exitCode, stderr).toBe(2);
  expect(stderr).toContain('server "everything": is written otherwise');
  expect(stderr).toContain('server "more": is in the run file and not locked');
});

test("a locked run, and locking, use no image that image_policy does not allow", async () => {
  using workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", runFile("2026.8.31"));
  expect((await workspace.cli(["lock"])).exitCode).toBe(0);
  const policy = 'image_policy: { allow: ["example.org/*"] }\n';
  workspace.write("mcp-manager.yml", runFile("2026.8.31") + policy);
  const run = await workspace.cli(["run", "--locked"]);
  expect(workspace.report().run.fault?.code, run.stderr).toBe("IMAGE_NOT_ALLOWED");
  const lock = await workspace.cli(["lock", "--update", "*"]);
  expect(lock.exitCode).toBe(run.exitCode);
  expect(lock.stderr).toContain("the base image");
});

test("lock refuses to update what is no server of the run file", async () => {
  using workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", runFile("2026.8.31"));
  const { exitCode, stderr } = await workspace.cli(["lock", "--update", "evrything"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("no such server to lock; there are: everything");
});
