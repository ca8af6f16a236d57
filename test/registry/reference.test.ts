import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { loadRunFile } from "../../src/config/index.ts";
import {
  loadTemplate,
  runFileSchema,
  runFileShelf,
  templateNames,
  templatesPage,
} from "../../src/registry/index.ts";
import { scratch, templatesFolder } from "./deps.ts";

const page = await templatesPage(templatesFolder);
const validate = new Ajv2020({ strict: false }).compile(await runFileSchema(templatesFolder));

test.each(await templateNames(templatesFolder))(
  "the page tells of %s all parameters and bases, and the schema for editors takes its example",
  async (name) => {
    const { parameters, bases } = await loadTemplate(templatesFolder, name);
    const [, section = ""] = page.split(`\n## ${name}\n`);
    const [own = ""] = section.split("\n## ");
    for (const word of [...Object.keys(parameters.properties), ...Object.values(bases)]) {
      expect(own).toContain(`\`${word}\``);
    }
    const example = await readFile(join(templatesFolder, name, "example/mcp-manager.yml"), "utf8");
    const filledIn = example.replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1");
    expect(validate(parse(filledIn)), JSON.stringify(validate.errors)).toBe(true);
  },
);

test("the schema for editors knows the parameters of each template, and lets what is filled in later pass", () => {
  const valid = (server: Record<string, unknown>) =>
    validate({
      version: 1,
      servers: { a: server },
      scenarios: [{ name: "x", steps: [{ ping: null }] }],
    });
  expect(valid({ template: "npm", with: { package: "x", version: "${VERSION:-latest}" } })).toBe(
    true,
  );
  expect(valid({ template: "npm", with: { pakage: "x" } })).toBe(false);
  expect(valid({ template: "npm", with: { package: "../x" } })).toBe(false);
  expect(valid({ template: "npm", with: { package: "x", pakage: "x" } })).toBe(false);
  expect(valid({ template: "npm" })).toBe(false);
  expect(valid({ template: "ours", with: { anything: 1 } })).toBe(true);
});

test("the template that the page shows is one, and its run file is sound", async () => {
  const workspace = await scratch();
  const blocks = Array.from(page.matchAll(/```yaml\n([^]*?)```/g), ([, text = ""]) => text);
  const template = blocks.find((text) => text.includes("name: our-search")) ?? "";
  const runFile = blocks.find((text) => text.startsWith("version: 1\ntemplates:")) ?? "";
  const folder = join(workspace, "templates/our-search");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "template.yml"), template);
  await writeFile(join(folder, "Dockerfile"), "FROM scratch\n");
  const request = {
    file: "mcp-manager.yml",
    text: `${runFile}scenarios: [{ name: x, steps: [{ ping: }] }]\n`,
    workspace,
    variables: {},
    environment: {},
    secrets: { SEARCH_KEY: "s" },
  };
  const templates = await runFileShelf({ templatesFolder }, request);
  const loaded = await loadRunFile({ ...request, templates });
  expect(loaded.runFile.servers["search"]).toMatchObject({
    transport: "http",
    http: { port: 8080, path: "/mcp" },
    secrets: ["SEARCH_KEY"],
    ready: { timeout: 120_000 },
  });
});
