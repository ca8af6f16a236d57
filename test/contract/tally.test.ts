import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tally-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Last line and exit status of a run with our configuration over one test file. */
function runWith(
  name: string,
  body: string,
  ...args: string[]
): { last: string; status: number | null } {
  const project = join(folder, name);
  mkdirSync(join(project, "test"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
  writeFileSync(join(project, "test/a.test.ts"), `import { expect, test } from "vitest";\n${body}`);
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const config = join(root, "vitest.config.ts");
  const { stdout, status } = spawnSync(
    process.execPath,
    [vitest, "run", "--root", project, "--config", config, ...args],
    { encoding: "utf8", env: { PATH: process.env["PATH"], NO_COLOR: "1" } },
  );
  return { last: stdout.trimEnd().split("\n").at(-1) ?? "", status };
}

const passing = 'test("a", () => { expect(1).toBe(1); });\n';
const skipping = 'test.skip("b", () => { expect(1).toBe(1); });\n';

test("the last line of a passed run counts its tests", () => {
  expect(runWith("passed", passing)).toEqual({ last: "1 passed, 0 failed", status: 0 });
});

test("a failed test is counted", () => {
  const failing = 'test("b", () => { expect(1).toBe(2); });\n';
  expect(runWith("failed", passing + failing)).toEqual({ last: "1 passed, 1 failed", status: 1 });
});

test("a skipped test fails the run", () => {
  expect(runWith("skipped", passing + skipping)).toEqual({ last: "1 passed, 1 failed", status: 1 });
});

test("a test left out by -t does not fail the run", () => {
  expect(runWith("left-out", passing + skipping, "-t", "^a$")).toEqual({
    last: "1 passed, 0 failed",
    status: 0,
  });
});

test("a file that cannot be loaded is counted", () => {
  expect(runWith("unloadable", 'import "./absent.ts";\n')).toEqual({
    last: "0 passed, 1 failed",
    status: 1,
  });
});

test("no test at all fails the run", () => {
  expect(runWith("empty", "expect(1);\n").status).toBe(1);
});
