import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace } from "./cli.ts";
import { leftBehind } from "./left-behind.ts";

const template = `name: faulty
description: The server of these tests.
parameters:
  type: object
  properties:
    mode: { type: string, default: no-mode, description: How it behaves. }
image: docker-mcp-manager/base-node:24
env: { FROM_TEMPLATE: "{{ mode }}" }
hardening: { writable: [/var/cache/app] }
server:
  command: [node, /servers/faulty.mjs, "{{ mode }}"]
  volumes: [{ host_path: ./servers, container_path: /servers }]
  secrets: [OWN_KEY]
`;

const runFile = `version: 1
templates: ./t
servers:
  a:
    template: faulty
    with: { mode: ok }
scenarios:
  - name: what the template says
    steps:
      - list: tools
      - exec: [sh, -c, 'touch /var/cache/app/x && expr "$FROM_TEMPLATE $OWN_KEY" : "ok secret-c.*y$"']
        expect: { exit_code: 0 }
      - exec: [touch, /var/cache/other]
        expect: { exit_code: { above: 0 } }
`;

test("A28 a template of the repository starts its servers as it says, and its secrets are in no report", async () => {
  using workspace = createWorkspace("source");
  mkdirSync(join(workspace.folder, "t/faulty"), { recursive: true });
  workspace.write("t/faulty/template.yml", template);
  workspace.write("mcp-manager.yml", runFile);
  const environment = { OWN_KEY: "secret-canary" };
  const { exitCode, stdout, stderr } = await workspace.cli(["run"], { environment });
  expect(exitCode, stdout + stderr).toBe(0);
  expect(stdout).toContain("3 of 3 steps passed");
  expect(workspace.report().findings).toEqual([]);
  expect(stdout + stderr + workspace.artifacts()).not.toContain("secret-canary");
  expect(await leftBehind(workspace.report().run.id)).toEqual([]);
});

test("a run with templates of the repository is recorded with where they are", async () => {
  using workspace = createWorkspace("source");
  mkdirSync(join(workspace.folder, "t/faulty"), { recursive: true });
  workspace.write("t/faulty/template.yml", template);
  workspace.write("mcp-manager.yml", runFile);
  const environment = { OWN_KEY: "secret-canary" };
  const recorded = await workspace.cli(["run", "--record", "recorded.yml"], { environment });
  expect(recorded.exitCode, recorded.stderr).toBe(0);
  const again = await workspace.cli(["run", "recorded.yml"], { environment });
  expect(again.exitCode, again.stdout + again.stderr).toBe(0);
});
