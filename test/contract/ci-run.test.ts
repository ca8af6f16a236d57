import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const script = fileURLToPath(new URL("../../.ci/run", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ci-run-"));

beforeAll(() => {
  // Stands in for npm: each command prints and exits as the environment says.
  const npm = `#!/bin/sh
case "$*" in
  "run setup") exit "$SETUP" ;;
  "run check") echo "what the checks said"; exit "$CHECK" ;;
  test) echo "a test said: 7 passed, 7 failed"; printf '%b' "$OUTPUT"; exit "$TEST" ;;
esac
`;
  writeFileSync(join(folder, "npm"), npm);
  chmodSync(join(folder, "npm"), 0o755);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["all is well", {}, "3 passed, 0 failed", 0],
  ["the set-up fails", { SETUP: "4" }, "0 passed, 1 failed", 1],
  ["a check fails", { CHECK: "1" }, "3 passed, 1 failed", 1],
  ["tests fail", { TEST: "1", OUTPUT: "2 passed, 1 failed\\n" }, "2 passed, 1 failed", 1],
  [
    "a check and tests fail",
    { CHECK: "1", TEST: "1", OUTPUT: "2 passed, 1 failed\\n" },
    "2 passed, 2 failed",
    1,
  ],
  ["the tests end badly after passing", { TEST: "1" }, "3 passed, 1 failed", 1],
  ["there is no count at all", { OUTPUT: "" }, "0 passed, 0 failed", 1],
  ["the tests die without a count", { TEST: "137", OUTPUT: "" }, "0 passed, 1 failed", 1],
])("when %s, the last line and the status say so", (_, environment, last, status) => {
  const run = spawnSync(script, {
    encoding: "utf8",
    env: {
      PATH: `${folder}:${process.env["PATH"]}`,
      SETUP: "0",
      CHECK: "0",
      TEST: "0",
      OUTPUT: "3 passed, 0 failed\\n",
      ...environment,
    },
  });
  expect({ last: run.stdout.trimEnd().split("\n").at(-1), status: run.status }).toEqual({
    last,
    status,
  });
  expect(run.stdout.includes("what the checks said")).toBe(!("SETUP" in environment));
  // The count stands alone at the end, and what a test printed is not mistaken for it.
  expect(run.stdout.match(/^\d+ passed, \d+ failed$/gm)).toHaveLength(1);
});
