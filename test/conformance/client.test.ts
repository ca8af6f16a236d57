import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { knownFailures } from "./known-failures.ts";

const suite = fileURLToPath(
  new URL("../../node_modules/@modelcontextprotocol/conformance", import.meta.url),
);
const client = fileURLToPath(new URL("./client.ts", import.meta.url));

/** What the suite prints; it ends with a line for each scenario. */
function runSuite(command: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(suite, "dist/index.js"), "client", "--command", command, ...args],
      { maxBuffer: 64 * 2 ** 20 },
      // It exits with 1 when a scenario fails; which one is in its output.
      (_error, stdout, stderr) => resolve(stdout + stderr),
    );
  });
}

/** The scenarios a revision requires of a client, as the suite has frozen them. */
function requiredOf(revision: string): readonly string[] {
  const file = join(suite, "requirements", `${revision}.yaml`);
  // The suite's own file.
  return (parse(readFileSync(file, "utf8")) as { client: readonly string[] }).client;
}

/** Run with the required ones, and not required. */
const passedBesides = ["auth/client-credentials-basic", "json-schema-2020-12-preservation"];

describe.each(Object.entries(knownFailures))("as a client of %s", (revision, known) => {
  let said = "";
  beforeAll(async () => {
    // All scenarios at once, each with a client of its own: on two cores they wait for each other.
    const args = ["--requirements", revision, "--timeout", "150000"];
    said = await runSuite(`${process.execPath} ${client}`, ...args);
  }, 240_000);

  test.each([...requiredOf(revision), ...passedBesides])("%s", (scenario) => {
    const line = said.split("\n").find((each) => each.startsWith(`✓ ${scenario}:`));
    expect(line === undefined ? "fails" : "passes").toBe(scenario in known ? "fails" : "passes");
  });

  test("no client hangs, and every known failure is required", () => {
    expect(said).toContain("SUITE SUMMARY");
    expect(said).not.toContain("Client timed out");
    const required = requiredOf(revision);
    expect(Object.keys(known).filter((scenario) => !required.includes(scenario))).toEqual([]);
  });
});

test("a client that does nothing passes nothing", async () => {
  const said = await runSuite("true", "--scenario", "tools_call", "--spec-version", "2025-11-25");
  expect(said).toContain("OVERALL: FAILED");
});
