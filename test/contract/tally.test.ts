import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tally-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly last: string;
  readonly status: number | null;
}

/** Last line and exit status of a run with our configuration over one test file. */
function runWith(name: string, body: string, ...args: string[]): Outcome {
  const { lines, status } = linesOf(name, body, ...args);
  return { last: lines.at(-1) ?? "", status };
}

function linesOf(
  name: string,
  body: string,
  ...args: string[]
): { readonly lines: readonly string[]; readonly status: number | null } {
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
  return { lines: stdout.trimEnd().split("\n"), status };
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

test("a test that skips itself because a registry does not answer is named with its reason, counted, and fails nothing", () => {
  const excused =
    'test("b", ({ skip }) => { skip("the registry of b does not answer: ENOTFOUND"); });\n';
  const { lines, status } = linesOf("excused", passing + excused);
  expect(lines).toContain(
    "skipped: test/a.test.ts > b: the registry of b does not answer: ENOTFOUND",
  );
  expect(lines).toContain("1 skipped, because what they need does not answer");
  expect([lines.at(-1), status]).toEqual(["1 passed, 0 failed", 0]);
});

test("a test that skips itself for another reason fails the run", () => {
  const lazy = 'test("b", ({ skip }) => { skip("it takes long"); });\n';
  expect(runWith("lazy", passing + lazy)).toEqual({ last: "1 passed, 1 failed", status: 1 });
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
