import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadTemplate, templateNames } from "../../src/registry/index.ts";
import { faultOf, scratch, templatesFolder } from "./deps.ts";

async function templateWith(text: string): Promise<string> {
  const folder = await scratch();
  await mkdir(join(folder, "mine"));
  await writeFile(join(folder, "mine/template.yml"), text);
  return folder;
}

const builtIn = await templateNames(templatesFolder);

describe("the built-in templates", () => {
  test.each(builtIn)("%s is sound and its README tells every parameter", async (name) => {
    const template = await loadTemplate(templatesFolder, name);
    const readme = await readFile(join(template.folder, "README.md"), "utf8");
    const rows = [...readme.matchAll(/^\|\s*`(\w+)`\s*\|\s*(\w+)\s*\|/gm)].map((row) => [
      row[1],
      row[2],
    ]);
    expect(rows).toEqual(
      Object.entries(template.parameters.properties).map(([key, { type }]) => [key, type]),
    );
  });
});

test("I34 a missing template is named with the nearest one and all there are", async () => {
  const fault = await faultOf(loadTemplate(templatesFolder, "dockefile"));
  expect(fault.code).toBe("TEMPLATE_NOT_FOUND");
  expect(fault.message).toBe('There is no template "dockefile"; did you mean "dockerfile"?');
  expect(fault.hint).toContain("dockerfile, ");
});

test("I34 a name unlike any template gets no suggestion", async () => {
  const fault = await faultOf(loadTemplate(templatesFolder, "kubernetes"));
  expect(fault.message).not.toContain("did you mean");
});

test.each(["../npm", "npm/", "/etc", "", ".", "NPM"])(
  "the name %j never leaves the templates' folder",
  async (name) => {
    expect((await faultOf(loadTemplate(join(templatesFolder, "image"), name))).code).toBe(
      "TEMPLATE_NOT_FOUND",
    );
  },
);

test("every problem of a template is listed at its line", async () => {
  const folder = await templateWith(
    [
      "name: other",
      "description: ''",
      "parameters:",
      "  type: list",
      "  properties:",
      "    a: { description: d, type: text }",
      "    b: { description: d, type: number, pattern: x }",
      "    d: { description: d, type: string, default: 1 }",
      "    e: { description: d, type: string, pattern: '(' }",
      "image: a",
      "build: { from: nowhere }",
      "colour: red",
    ].join("\n"),
  );
  const fault = await faultOf(loadTemplate(folder, "mine"));
  expect(fault.code).toBe("TEMPLATE_INVALID");
  const places = fault.problems.map((problem) => `${problem.file}:${problem.line}`);
  expect(places).toEqual(
    expect.arrayContaining([2, 4, 6, 7, 8, 9, 11].map((line) => `mine/template.yml:${line}`)),
  );
  expect(fault.message).toContain("colour");
  expect(fault.message.split("\n")).toHaveLength(fault.problems.length);
});

test("a template is an image or a build, not both and not neither", async () => {
  const both = await templateWith(
    "name: mine\ndescription: d\nimage: a\nbuild: { from: template }\n",
  );
  const neither = await templateWith("name: mine\ndescription: d\n");
  for (const folder of [both, neither]) {
    expect((await faultOf(loadTemplate(folder, "mine"))).message).toContain(
      "exactly one of image and build",
    );
  }
});

test("a template that is no YAML is refused at the place", async () => {
  const folder = await templateWith("name: mine\ndescription: [\n");
  const fault = await faultOf(loadTemplate(folder, "mine"));
  expect(fault.code).toBe("TEMPLATE_INVALID");
  expect(fault.problems[0]?.line).toBeGreaterThan(1);
});

test("a template whose name is not its folder's is refused", async () => {
  const folder = await templateWith("name: other\ndescription: d\nimage: a\n");
  expect((await faultOf(loadTemplate(folder, "mine"))).message).toContain(
    'is "other", but the folder is "mine"',
  );
});
