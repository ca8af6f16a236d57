// @ts-check
// Writes every generated file, or with --check names those that are not current. Runs the TypeScript sources directly.
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cataloguePage } from "./catalogue.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** File → what yields its text or JSON. */
const generated = {
  "mcp-manager.schema.json": async () =>
    (await import("../../src/registry/index.ts")).runFileSchema(join(root, "templates")),
  "docs/run-file.md": async () => (await import("../../src/config/index.ts")).referencePage(),
  "docs/templates.md": async () =>
    (await import("../../src/registry/index.ts")).templatesPage(join(root, "templates")),
  "docs/action.md": async () => (await import("../../src/action/index.ts")).inputsReference(),
  "docs/findings.md": async () => (await import("../../src/mcp/index.ts")).findingsPage(),
  "docs/controller.md": async () => (await import("../../src/controller/index.ts")).statePage(),
  "docs/catalogue.md": () => cataloguePage(root),
  "docs/coverage.md": async () => (await import("../../test/coverage/page.ts")).coveragePage(),
};

const check = process.argv.includes("--check");
let stale = 0;
for (const [path, text] of Object.entries(generated)) {
  const made = await text();
  const wanted =
    typeof made === "string" ? `${made.trimEnd()}\n` : `${JSON.stringify(made, null, 2)}\n`;
  const file = join(root, path);
  if (existsSync(file) && (await readFile(file, "utf8")) === wanted) {
    continue;
  }
  stale += 1;
  if (check) {
    console.error(`${path} is not current. Run \`npm run generate\` and commit it.`);
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, wanted);
    console.log(`Wrote ${path}`);
  }
}
if (check && stale > 0) {
  process.exitCode = 1;
} else if (stale === 0) {
  console.log("Every generated file is current.");
}
