import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace, faultyServer } from "./cli.ts";

test("a run leaves a bill of materials of each server's image beside its reports", async () => {
  using workspace = createWorkspace("source");
  workspace.write(
    "mcp-manager.yml",
    `version: 1\nservers:\n${faultyServer("probe", "good")}\nscenarios: [{ name: one, server: probe, steps: [{ list: tools }] }]\n`,
  );
  await workspace.cli(["run"]);
  const file = join(workspace.folder, "docker-mcp-manager-report/sbom/probe.cdx.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
    bomFormat: "CycloneDX",
    metadata: { component: { name: "docker-mcp-manager/base-node:24" } },
  });
});
