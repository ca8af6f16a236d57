import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { createWorkspace, faultyServer } from "./cli.ts";

test("A50 what is known against this machine's engine is said once for a run, however many servers it has", async () => {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  const { flaws } = engine.info;
  engine.close();
  using workspace = createWorkspace("source");
  const servers = ["one", "two"].map((name) => faultyServer(name, "good")).join("\n");
  const scenarios = ["one", "two"].map(
    (name) => `  - { name: ${name}, server: ${name}, steps: [{ ping: true }] }`,
  );
  workspace.write(
    "mcp-manager.yml",
    `version: 1\nservers:\n${servers}\nscenarios:\n${scenarios.join("\n")}\n`,
  );
  const { stdout, stderr } = await workspace.cli(["run"]);
  const said = (stdout + stderr).split("\n").filter((line) => line.includes("CVE-"));
  expect(said).toHaveLength(flaws.length);
  for (const flaw of flaws) {
    expect(said.filter((line) => line.includes(`warning: ${flaw}`))).toHaveLength(1);
  }
});
