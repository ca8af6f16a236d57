import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commandOf } from "./in-process.ts";

const cwd = mkdtempSync(join(tmpdir(), "allow-"));
afterAll(() => rmSync(cwd, { recursive: true }));

const runFile = `version: 1
servers:
  a:
    image: docker-mcp-manager/base-node:24
    hardening: { user: root }
scenarios: [{ name: one, server: a, steps: [{ list: tools }] }]
`;
writeFileSync(join(cwd, "mcp-manager.yml"), runFile);

test("A10 what the run file relaxes is refused with the option that lets it, and let with it", async () => {
  for (const command of ["validate", "run"]) {
    const { exitCode, out, err } = await commandOf([command], { cwd });
    expect([command, exitCode]).toEqual([command, 2]);
    expect(out + err).toContain(
      'mcp-manager.yml:5:24 the server "a" asks to run as root, which nobody allowed',
    );
    expect(out + err).toContain("--allow root");
  }
  expect(await commandOf(["validate", "--allow", "root"], { cwd })).toMatchObject({ exitCode: 0 });
});

test.each([
  "privileged",
  "host-network",
  "root ",
  "capability:",
  "capability:SYS_ADMIN",
  "device:/dev/sda",
  "device:kvm",
  "host-path:/var/run/docker.sock",
  "host-path:/srv/../etc",
  "host-path:/",
])("A10 --allow %s is a usage error, since nobody can allow that", async (name) => {
  const { exitCode, err } = await commandOf(["run", "--allow", name], { cwd });
  expect(exitCode).toBe(2);
  expect(err).toContain(`--allow "${name}"`);
});
