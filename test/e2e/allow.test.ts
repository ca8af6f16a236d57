import { expect, test } from "vitest";
import { createWorkspace } from "./cli.ts";

const runFile = `version: 1
servers:
  a:
    image: docker-mcp-manager/base-node:24
    hardening: { user: root }
scenarios: [{ name: one, server: a, steps: [{ list: tools }] }]
`;

test("A10 what the run file relaxes is refused with the option that lets it, and let with it", async () => {
  using workspace = createWorkspace("source");
  workspace.write("mcp-manager.yml", runFile);
  for (const command of ["validate", "run"]) {
    const { exitCode, stderr, stdout } = await workspace.cli([command]);
    expect([command, exitCode]).toEqual([command, 2]);
    expect(stdout + stderr).toContain(
      'mcp-manager.yml:5:24 the server "a" asks to run as root, which nobody allowed',
    );
    expect(stdout + stderr).toContain("--allow root");
  }
  expect(await workspace.cli(["validate", "--allow", "root"])).toMatchObject({ exitCode: 0 });
});

test("A10 a name that cannot be allowed is a usage error, before anything is read", async () => {
  using workspace = createWorkspace("source");
  for (const name of ["privileged", "host-path:/var/run/docker.sock", "capability:"]) {
    const { exitCode, stderr } = await workspace.cli(["run", "--allow", name]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`--allow "${name}"`);
  }
});
