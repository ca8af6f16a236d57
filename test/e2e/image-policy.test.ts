import { expect, test } from "vitest";
import { createWorkspace } from "./cli.ts";

test("image_policy of the run file holds for the bases of its templates: refused before anything is pulled or built", async () => {
  using workspace = createWorkspace("source");
  workspace.write(
    "mcp-manager.yml",
    `version: 1
image_policy: { allow: ["ghcr.io/acme/*"] }
servers:
  everything: { template: npm, with: { package: "@modelcontextprotocol/server-everything" } }
scenarios: [{ name: one, server: everything, steps: [{ list: tools }] }]
`,
  );
  const { exitCode, stdout, stderr } = await workspace.cli(["run"]);
  expect(stdout + stderr).toContain(
    "the base image node:24-bookworm-slim is none of those that image_policy allows: ghcr.io/acme/*",
  );
  expect(stdout + stderr).not.toMatch(/pulling|building /);
  expect(exitCode).toBe(3);
});
