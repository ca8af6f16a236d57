import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace } from "./cli.ts";

test("init makes a run file of a server.json, and that run file passes", async () => {
  using workspace = createWorkspace("source");
  const environmentVariables = [{ name: "ROOT", isRequired: true, description: "Where it looks" }];
  const document = {
    name: "io.github.modelcontextprotocol/server-everything",
    description: "Everything",
    version: "2026.8.31",
    packages: [
      {
        registryType: "npm",
        identifier: "@modelcontextprotocol/server-everything",
        version: "2026.8.31",
        transport: { type: "stdio" },
        packageArguments: [{ type: "positional", valueHint: "transport", value: "stdio" }],
        environmentVariables,
      },
    ],
  };
  workspace.write("server.json", JSON.stringify(document));
  const without = await workspace.cli(["init", "server.json", "--no-call"]);
  expect(without.exitCode, without.stderr).toBe(2);
  expect(without.stderr).toContain("${ROOT} is needed: Where it looks");

  const environment = { ROOT: "/tmp" };
  const init = await workspace.cli(["init", "server.json", "--no-call"], { environment });
  expect(init.exitCode, init.stderr).toBe(0);
  const text = readFileSync(join(workspace.folder, "mcp-manager.yml"), "utf8");
  expect(text).toContain('env: { ROOT: "${ROOT:?Where it looks}" }');
  const run = await workspace.cli(["run", "--only", "what the server offers"], { environment });
  expect(run.exitCode, run.stdout + run.stderr).toBe(0);
});
