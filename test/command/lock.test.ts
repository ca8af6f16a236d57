import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratch } from "../registry/deps.ts";
import { indexStub } from "../registry/version/index-stub.ts";
import { commandOf } from "./in-process.ts";

test("what cannot be locked is named with its server, all at once, and no lock file is written", async () => {
  const stub = await indexStub({});
  const cwd = await scratch();
  const npm = (name: string) => `{ template: npm, with: { package: ${name} } }`;
  const lines = [
    "version: 1",
    `servers: { one: ${npm("no-such-a")}, two: ${npm("no-such-b")} }`,
    "scenarios: [{ name: x, server: one, steps: [{ ping: }] }]",
  ];
  await writeFile(join(cwd, "mcp-manager.yml"), lines.join("\n"));
  const environment = { ...process.env, npm_config_registry: stub.url };
  const { exitCode, err } = await commandOf(["lock"], { environment, cwd });
  expect(exitCode, err).toBe(2);
  expect(err).toContain('one: No such package: The npm registry knows no "no-such-a"');
  expect(err).toContain('two: No such package: The npm registry knows no "no-such-b"');
  expect(err).toContain("mcp-manager.lock.yml is left as it was.");
  expect(existsSync(join(cwd, "mcp-manager.lock.yml"))).toBe(false);
});
