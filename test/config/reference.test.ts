import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { jsonSchema, loadRunFile, referencePage } from "../../src/config/index.ts";
import { requestOf, withSteps } from "./loading.ts";

const page = referencePage();
const shown = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = ""]) => text);

/** An example of a part of the file, with the rest around it. */
function whole(example: string): string {
  const [part] = example.split(":", 1);
  const servers = "servers:\n  a: { image: alpine:3.20 }\n";
  const scenarios = "scenarios:\n  - { name: one, server: everything, steps: [{ ping: true }] }\n";
  const wholes: Readonly<Record<string, string>> = {
    servers: `version: 1\n${example}${scenarios}`,
    services: `version: 1\n${example}scenarios:\n  - { name: one, steps: [{ ping: true }] }\n`,
    scenarios: `version: 1\n${servers}${example}`,
    steps: withSteps(example.replace("steps:\n", "").replaceAll(/^ {2}/gm, "")),
  };
  return wholes[part ?? ""] ?? example;
}

test("every example of the reference is sound", async () => {
  expect(shown.length).toBeGreaterThan(8);
  for (const example of shown) {
    await expect(loadRunFile(requestOf(whole(example))), example).resolves.toBeDefined();
  }
});

test("every example of the repository is sound, with the files it refers to", async () => {
  const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
  const names = readdirSync(folder);
  expect(names).toContain("language");
  for (const name of names) {
    const file = `${name}/mcp-manager.yml`;
    const request = { ...requestOf(readFileSync(join(folder, file), "utf8")), file };
    const loaded = loadRunFile({ ...request, workspace: folder });
    await expect(loaded, file).resolves.toBeDefined();
  }
});

test("an example that is not sound is noticed", async () => {
  const load = loadRunFile(requestOf(whole("steps:\n  - cal: x\n")));
  await expect(load).rejects.toThrow("has a problem");
});

test("the reference has every verb, modifier, place and predicate of the schema", () => {
  const { $defs = {} } = jsonSchema();
  const keys = ["step", "expect", "predicates"].flatMap((name) =>
    Object.keys($defs[name]?.properties ?? {}),
  );
  expect(keys.length).toBeGreaterThan(80);
  expect(keys.filter((key) => !page.includes(`| \`${key}\` |`))).toEqual([]);
});
