import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** File → its text and the rules it breaks. Each line is here because someone would otherwise write it. */
const files: Record<string, { text: string; rules: string[] }> = {
  "src/engine/any.ts": {
    text: "export function f(x: any): void {\n  void x;\n}\n",
    rules: ["typescript(no-explicit-any)"],
  },
  "src/engine/not-null.ts": {
    text: "export const f = (x: string | null): string => x!;\n",
    rules: ["typescript(no-non-null-assertion)"],
  },
  "src/engine/floating.ts": {
    text: "export function f(work: () => Promise<void>): void {\n  work();\n}\n",
    rules: ["typescript(no-floating-promises)"],
  },
  "src/engine/misused.ts": {
    text: "export function f(work: (x: number) => Promise<void>): void {\n  [1].forEach(work);\n}\n",
    rules: ["typescript(no-misused-promises)"],
  },
  "src/engine/await.ts": {
    text: "export async function f(x: number): Promise<void> {\n  await x;\n}\n",
    rules: ["typescript(await-thenable)"],
  },
  "src/engine/switch.ts": {
    text: 'export function f(x: "a" | "b"): number {\n  switch (x) {\n    case "a":\n      return 1;\n  }\n  return 2;\n}\n',
    rules: ["typescript(switch-exhaustiveness-check)"],
  },
  "src/engine/default.ts": {
    text: "export default function f(): void {}\n",
    rules: ["import(no-default-export)"],
  },
  "src/engine/console.ts": {
    text: 'export function f(): void {\n  console.log("x");\n}\n',
    rules: ["eslint(no-console)"],
  },
  "src/engine/process.ts": {
    text: 'export function f(): void {\n  process.stdout.write("x");\n  process.stderr.write("x");\n  process.exit(Number(process.env["X"] ?? process.argv[2]));\n}\n',
    rules: Array<string>(5).fill("eslint(no-restricted-properties)"),
  },
  "src/engine/time.ts": {
    text: "export const f = (): number => Date.now() + performance.now() + Math.random();\n",
    rules: Array<string>(3).fill("eslint(no-restricted-properties)"),
  },
  "src/engine/imported-process.ts": {
    text: 'import { env } from "node:process";\nexport const x = env["X"];\n',
    rules: ["eslint(no-restricted-imports)"],
  },
  "src/engine/sleep.ts": {
    text: 'import { setTimeout } from "node:timers/promises";\nexport const nap = (): Promise<void> => setTimeout(5);\n',
    rules: ["eslint(no-restricted-imports)"],
  },
  "src/engine/long.ts": {
    text: "export const x = 1;\n" + "// one more\n".repeat(300),
    rules: ["eslint(max-lines)"],
  },
  "src/engine/cycle-a.ts": {
    text: 'import { b } from "./cycle-b.ts";\nexport const a = (): number => b();\n',
    rules: ["import(no-cycle)"],
  },
  "src/engine/cycle-b.ts": {
    text: 'import { a } from "./cycle-a.ts";\nexport const b = (): number => a();\n',
    rules: ["import(no-cycle)"],
  },
  "src/command/exits.ts": {
    text: "export const f = (): never => process.exit(1);\n",
    rules: ["eslint(no-restricted-properties)"],
  },
  "test/engine/mock.test.ts": {
    text: 'import { expect, test, vi } from "vitest";\n\nvi.mock("../../src/engine/index.ts");\n\ntest("x", () => {\n  expect(1).toBe(1);\n});\n',
    rules: ["vitest(no-restricted-vi-methods)"],
  },
  "test/engine/only.test.ts": {
    text: 'import { expect, test } from "vitest";\n\ntest.only("x", () => {\n  expect(1).toBe(1);\n});\n\ntest.skip("y", () => {\n  expect(1).toBe(1);\n});\n',
    rules: ["vitest(no-disabled-tests)", "vitest(no-focused-tests)"],
  },
  "src/main.ts": {
    text: 'process.stdout.write(process.env["X"] ?? process.argv[2] ?? "");\nprocess.exit(1);\n',
    rules: [],
  },
  "src/clock/now.ts": { text: "export const now = (): number => performance.now();\n", rules: [] },
};

const report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })),
});

describe("the lint configuration", () => {
  const found = new Map<string, string[]>();
  const folder = mkdtempSync(join(tmpdir(), "lint-"));

  beforeAll(() => {
    for (const name of [".oxlintrc.json", "tsconfig.json", "package.json"]) {
      cpSync(join(root, name), join(folder, name));
    }
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    for (const [path, { text }] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const oxlint = join(root, "node_modules/.bin/oxlint");
    const { stdout } = spawnSync(oxlint, ["--type-aware", "--no-ignore", "-f", "json"], {
      cwd: folder,
      encoding: "utf8",
    });
    for (const { code, filename } of report.parse(JSON.parse(stdout)).diagnostics) {
      found.set(filename, [...(found.get(filename) ?? []), code]);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.entries(files))("judges %s", (path, { rules }) => {
    expect((found.get(path) ?? []).sort()).toEqual(rules);
  });
});
