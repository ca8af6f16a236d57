import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { loadRunFile } from "../../src/config/index.ts";
import {
  loadTemplate,
  runFileShelf,
  type Template,
  type TemplateShelf,
} from "../../src/registry/index.ts";
import { judgeParameters } from "../../src/registry/template/parameters.ts";
import { faultOf, scratch, templatesFolder } from "./deps.ts";

const sound = "description: d\nimage: a\n";

/** A workspace with these files. */
async function workspaceWith(files: Readonly<Record<string, string>>): Promise<string> {
  const workspace = await scratch();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  return workspace;
}

function runFileOf(templates: string, server: string): string {
  return `version: 1\ntemplates: ${templates}\nservers:\n  a: ${server}\nscenarios: [{ name: x, steps: [{ ping: }] }]\n`;
}

const around = { file: "mcp-manager.yml", variables: {}, environment: {} };

function shelfOf(workspace: string, templates: string): Promise<TemplateShelf> {
  const text = runFileOf(templates, "{ image: a }");
  return runFileShelf({ templatesFolder }, { ...around, text, workspace });
}

/** Problems of a run file as `file:line:column message`. */
async function problemsOf(
  workspace: string,
  templates: string,
  server = "{ template: mine }",
): Promise<string[]> {
  const text = runFileOf(templates, server);
  const shelf = await runFileShelf({ templatesFolder }, { ...around, text, workspace });
  const load = loadRunFile({ ...around, text, workspace, templates: shelf });
  const { problems } = await faultOf(load.then(() => undefined));
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

test("a folder of the repository is a template, or holds templates", async () => {
  const workspace = await workspaceWith({
    "one/template.yml": `name: one\n${sound}`,
    "tools/mine/template.yml": `name: mine\n${sound}`,
    "tools/yours/template.yml": `name: yours\n${sound}`,
    "tools/notes.txt": "",
  });
  const shelf = await shelfOf(workspace, "[./one, { folder: tools }]");
  expect(shelf.names).toEqual(expect.arrayContaining(["mine", "npm", "one", "yours"]));
  expect(["one", "npm", "none"].map((name) => shelf.origin(name))).toEqual([
    "run file",
    "built-in",
    undefined,
  ]);
  expect((await shelf.load("yours")).folder).toBe(join(workspace, "tools/yours"));
});

test("the folder may be filled in, and what cannot be filled in is told by the run file", async () => {
  const workspace = await workspaceWith({ "t/mine/template.yml": `name: mine\n${sound}` });
  expect((await shelfOf(workspace, '"${FOLDER:-t}"')).names).toContain("mine");
  expect(await problemsOf(workspace, '"${FOLDER}"', "{ image: a }")).toEqual([
    expect.stringContaining("${FOLDER} is not set"),
  ]);
});

test("a template takes the place of a built-in one only when that is said", async () => {
  const workspace = await workspaceWith({ "t/npm/template.yml": `name: npm\n${sound}` });
  expect(await problemsOf(workspace, "t", "{ image: a }")).toEqual([
    'mcp-manager.yml:2:12 there is a template "npm" already; to take its place, write { folder: "t", override: true }',
  ]);
  const shelf = await shelfOf(workspace, "[{ folder: t, override: true }]");
  expect(shelf.folderProblems).toEqual([]);
  expect((await shelf.load("npm")).image).toBe("a");
});

test("I33 a folder outside of the workspace, also by a link, or without a template is refused at its place", async () => {
  const outside = await workspaceWith({ "mine/template.yml": `name: mine\n${sound}` });
  const workspace = await workspaceWith({ "empty/x": "", "t/x": "", "NoName/template.yml": sound });
  await symlink(outside, join(workspace, "way-out"));
  await symlink(join(outside, "mine"), join(workspace, "t/mine"));
  const folders = "[../x, way-out, t, empty, nowhere, empty/x, NoName]";
  const problems = await problemsOf(workspace, folders, "{ image: a }");
  expect(problems.map((line) => line.replace(/^mcp-manager.yml:2:\d+ /, ""))).toEqual([
    'templates: The path "../x" lies outside the workspace.',
    'templates: The path "way-out" leads outside the workspace through a symbolic link.',
    'templates: The path "mine" leads outside the workspace through a symbolic link.',
    'templates: there is no template.yml in "empty" nor in a folder of it',
    'templates: The path "nowhere" does not exist.',
    'templates: "empty/x" is no folder',
    expect.stringContaining('the folder "NoName" cannot be a template'),
  ]);
});

test("a template.yml that is a link is not read", async () => {
  const workspace = await workspaceWith({ "mine/x": "", "secret.yml": `name: mine\n${sound}` });
  await symlink("../secret.yml", join(workspace, "mine/template.yml"));
  expect(await problemsOf(workspace, "mine")).toEqual([
    expect.stringMatching(/^mine\/template.yml:1:1 the template is .*link/),
  ]);
});

test("what is wrong in a template is told at its own file, line and rule, in the run file's problems", async () => {
  const workspace = await workspaceWith({
    "t/mine/template.yml":
      "name: mine\ndescription: d\nimage: '{{ none }}'\nserver:\n  colour: red\n  http: { port: 0 }\n  image: b\n",
  });
  const problems = await problemsOf(workspace, "t");
  expect(problems).toEqual([
    "t/mine/template.yml:3:8 image: names {{ none }}, which is no parameter",
    "t/mine/template.yml:7:10 server.image: is said by the run file, not by a template",
    expect.stringMatching(/^t\/mine\/template.yml:6:17 server.http.port: /),
    expect.stringMatching(/^t\/mine\/template.yml:5:3 server: .*colour/),
  ]);
});

test.each([
  ["nested too deeply", `a: ${"[".repeat(5_000)}`, /1:\d+ nested more than 64 levels deep/],
  ["a tag", "name: !!binary x\n", /1:7 YAML tags/],
  ["an alias", "name: &a mine\ndescription: *a\n", /1:1 YAML aliases/],
  ["a key twice", "name: mine\nname: mine\n", /2:1 the key "name" is here twice/],
  ["a list", "- name\n", /1:1 a template is a map/],
  ["nothing", "", /1:1 a template is a map/],
  [
    "too large",
    `name: mine #${"x".repeat(300_000)}`,
    /1:1 the template is larger than 262144 bytes/,
  ],
])("a template.yml is refused at its place: %s", async (_, text, expected) => {
  const problems = await problemsOf(await workspaceWith({ "mine/template.yml": text }), "mine");
  expect(problems).toEqual([expect.stringMatching(expected)]);
  expect(problems[0]).toMatch(/^mine\/template.yml:/);
});

test("a template.yml of ten thousand keys is refused at once", async () => {
  const keys = Array.from({ length: 10_000 }, (_, nth) => `k${nth}: 1\n`).join("");
  const workspace = await workspaceWith({ "mine/template.yml": `name: mine\n${sound}${keys}` });
  expect(await problemsOf(workspace, "mine")).toEqual([expect.stringContaining("k9999")]);
});

test("a template without its Dockerfile is refused", async () => {
  const workspace = await workspaceWith({
    "t/mine/template.yml": "name: mine\ndescription: d\nbuild:\n  from: template\n",
  });
  expect(await problemsOf(workspace, "t")).toEqual([
    `t/mine/template.yml:4:3 build.dockerfile: there is no "Dockerfile" in the template's folder`,
  ]);
});

test.each(["../npm", "/etc", "a/b", "NPM"])(
  "%j is a path and no name of a template",
  async (name) => {
    const workspace = await workspaceWith({ "mine/template.yml": `name: mine\n${sound}` });
    const [problem] = await problemsOf(workspace, "mine", `{ template: "${name}" }`);
    expect(problem).toMatch(/^mcp-manager.yml:4:18 servers.a.template must be 1 to 63 characters/);
  },
);

async function mineOf(files: Readonly<Record<string, string>>): Promise<Template> {
  const shelf = await shelfOf(await workspaceWith(files), "[{ folder: t, override: true }]");
  return shelf.load("mine");
}

test("a template that extends another says only what differs", async () => {
  const mine = await mineOf({
    "t/mine/template.yml": [
      "name: mine",
      "description: d",
      "extends: npm",
      "parameters:",
      "  properties:",
      "    package: { default: left-pad }",
      "env: { EXTRA: '1' }",
      "server: { secrets: [KEY] }",
    ].join("\n"),
  });
  const npm = await loadTemplate(templatesFolder, "npm");
  expect(mine).toMatchObject({
    name: "mine",
    folder: npm.folder,
    bases: npm.bases,
    build: npm.build,
    env: { ...npm.env, EXTRA: "1" },
    server: { secrets: ["KEY"] },
  });
  expect((await judgeParameters(mine, {})).values).toMatchObject({ package: "left-pad" });
});

test("a template with its own Dockerfile is built from its own folder, and with an image it is not built", async () => {
  const own = await mineOf({
    "t/mine/template.yml": "name: mine\ndescription: d\nextends: npm\n",
    "t/mine/Dockerfile": "FROM scratch\n",
  });
  expect(own.folder).toMatch(/t\/mine$/);
  const image = await mineOf({ "t/mine/template.yml": `name: mine\nextends: npm\n${sound}` });
  expect(image).toMatchObject({ image: "a" });
  expect(image.build).toBeUndefined();
});

test("a template that takes the place of another can extend it", async () => {
  const workspace = await workspaceWith({
    "t/npm/template.yml": "name: npm\ndescription: ours\nextends: npm\n",
  });
  const shelf = await shelfOf(workspace, "[{ folder: t, override: true }]");
  const npm = await shelf.load("npm");
  expect([npm.description, npm.build?.from]).toEqual(["ours", "template"]);
});

test("I34 templates that extend each other in a circle are refused with the chain", async () => {
  const files = {
    "t/mine/template.yml": "name: mine\nextends: b\ndescription: d\n",
    "t/b/template.yml": "name: b\nextends: c\ndescription: d\n",
    "t/c/template.yml": "name: c\nextends: mine\ndescription: d\n",
  };
  expect(await problemsOf(await workspaceWith(files), "t")).toEqual([
    "t/mine/template.yml:2:10 extends: goes in a circle: mine → b → c → mine",
  ]);
  const self = { "mine/template.yml": "name: mine\nextends: mine\ndescription: d\n" };
  expect(await problemsOf(await workspaceWith(self), "mine")).toEqual([
    "mine/template.yml:2:10 extends: goes in a circle: mine → mine",
  ]);
});

test("I34 a template that extends what there is not is refused with the nearest and the way to it", async () => {
  const files = {
    "t/mine/template.yml": "name: mine\nextends: b\ndescription: d\n",
    "t/b/template.yml": "name: b\ndescription: d\nextends: dockefile\n",
  };
  expect(await problemsOf(await workspaceWith(files), "t")).toEqual([
    't/b/template.yml:3:10 extends: there is no template "dockefile"; did you mean "dockerfile"? (mine → b → dockefile)',
  ]);
});

test("a problem of an extended template is told in its own file", async () => {
  const files = {
    "t/mine/template.yml": "name: mine\nextends: b\n",
    "t/b/template.yml": `name: b\n${sound}env: { A: 1 }\n`,
  };
  expect(await problemsOf(await workspaceWith(files), "t")).toEqual([
    expect.stringMatching(/^t\/b\/template.yml:4:11 env.A: /),
  ]);
});

test("a version that the template does not support is refused; a tag is not judged", async () => {
  const mine = await mineOf({
    "t/mine/template.yml":
      "name: mine\nextends: npm\ndescription: d\nversion: { supported: '>=2 <4' }\n",
  });
  const judged = async (version: string) =>
    (await judgeParameters(mine, { package: "x", version })).problems.map(({ message }) => message);
  for (const version of ["2.0.0", "^3.1", "latest", "~2"]) {
    expect(await judged(version), version).toEqual([]);
  }
  for (const version of ["1.9.9", "^4", "4.0.0"]) {
    expect(await judged(version), version).toEqual([
      "must be a version that the template supports, >=2 <4",
    ]);
  }
});
