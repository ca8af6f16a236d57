import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadRunFile } from "../../src/config/index.ts";
import { templateShelf } from "../../src/registry/index.ts";
import { createWorkspace } from "./cli.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = [
  "README.md",
  "docs/run-file.md",
  ...readdirSync(join(root, "templates")).map((name) => `templates/${name}/README.md`),
];

/** The run files a page shows. */
function runFilesIn(page: string): string[] {
  const blocks = readFileSync(join(root, page), "utf8").matchAll(/^```ya?ml\n(.*?)^```$/gms);
  return [...blocks].map(([, text = ""]) => text).filter((text) => /^version: 1$/m.test(text));
}

test.each(pages)("every run file shown in %s is valid", async (page) => {
  const shown = runFilesIn(page);
  expect(shown.length).toBeGreaterThan(0);
  const templates = await templateShelf({ templatesFolder: join(root, "templates") });
  for (const text of shown) {
    const request = {
      file: page,
      text,
      variables: {},
      environment: {},
      workspace: root,
      templates,
    };
    await expect(loadRunFile(request)).resolves.toBeDefined();
  }
});

test("the README's run file passes as it stands", async () => {
  using workspace = createWorkspace();
  const [text = ""] = runFilesIn("README.md");
  workspace.write("mcp-manager.yml", text);
  const { exitCode, stdout } = await workspace.cli(["run"]);
  expect(stdout).toMatch(/✓ 3 of 3 steps passed/);
  expect(exitCode).toBe(0);
});

test("the example of the whole language passes, and its server with it", async () => {
  using workspace = createWorkspace();
  cpSync(join(root, "examples/language"), workspace.folder, { recursive: true });
  const { exitCode, stdout } = await workspace.cli(["run"]);
  expect(stdout).toMatch(/✓ (\d+) of \1 steps passed/);
  expect(workspace.report().findings).toEqual([]);
  expect(exitCode).toBe(0);
});

test("the README's commands are those of package.json", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const named = [...readme.matchAll(/npm (?:run )?(\w+) {2,}#/g)].map(([, name = ""]) => name);
  expect(named).toEqual(["demo", "test"]);
  expect(named.every((name) => name in scripts)).toBe(true);
});
