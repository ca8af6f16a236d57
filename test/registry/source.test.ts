import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { localBaseImage, resolveImage } from "../../src/registry/index.ts";
import { faultOf, outputOf, registryDeps, scratch } from "./deps.ts";

const templateFiles = {
  "template.yml": `name: own
description: Shows what it was sent.
parameters:
  type: object
  properties:
    path: { type: string, description: "Folder or file of the repository." }
build: { from: source, context: "{{ path }}" }
`,
  Dockerfile: `FROM ${localBaseImage}\nCOPY . /sent\nENTRYPOINT ["sh", "-c", "cd /sent && find . | sort && cat Dockerfile"]\n`,
  "README.md": "",
  "helper.mjs": "",
  "example/mcp-manager.yml": "",
  "source/left-over": "",
  "docs/README.md": "",
};

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** A registry with one template that builds from source, and a repository with these files. */
async function ownTemplate(repository: Readonly<Record<string, string>>) {
  const [templates, workspace] = [await scratch(), await scratch()];
  await write(join(templates, "own"), templateFiles);
  await write(workspace, repository);
  return { ...(await registryDeps(workspace)), templatesFolder: templates };
}

async function sent(deps: Awaited<ReturnType<typeof ownTemplate>>, path?: string) {
  const spec = serverSchema.parse({ template: "own", with: path === undefined ? {} : { path } });
  const result = await resolveImage(spec, deps);
  if (result.built) {
    onTestFinished(() => deps.engine.removeImage(result.imageId));
  }
  const printed = await outputOf(deps.engine, result.imageId, {});
  return { ...result, printed, files: printed.split("\n").filter((line) => line.startsWith(".")) };
}

const own = [
  ".",
  "./Dockerfile",
  "./ca-certificates.crt",
  "./docs",
  "./docs/README.md",
  "./helper.mjs",
];

test("a folder of the repository is sent below source/, the template's own files beside it", async () => {
  const deps = await ownTemplate({
    "server/Dockerfile": "FROM nowhere\n",
    "server/README.md": "",
    "server/a.js": "",
    "server/.git/config": "",
    "server/.dockerignore": "*.tmp\n",
    "server/b.tmp": "",
    "other.js": "",
  });
  const first = await sent(deps, "server");
  const users = [".dockerignore", "Dockerfile", "README.md", "a.js"].map(
    (each) => `./source/${each}`,
  );
  expect(first.files).toEqual([...own, "./source", ...users]);
  expect(first.printed).toContain(`FROM ${localBaseImage}`);
  expect((await sent(deps, "server")).built).toBe(false);
  await writeFile(join(deps.workspaceRoot, "server/a.js"), "changed");
  expect((await sent(deps, "server")).key).not.toBe(first.key);
});

test("one file of the repository is sent under its name, and source/ is empty without one", async () => {
  const deps = await ownTemplate({ "bin/server-linux": "#!/bin/sh\n", other: "" });
  expect((await sent(deps, "bin/server-linux")).files).toEqual([
    ...own,
    "./source",
    "./source/server-linux",
  ]);
  expect((await sent(deps)).files).toEqual([...own, "./source"]);
});

test("I33 a source that is absent, outside the workspace or a link out of it is refused before anything is built", async () => {
  const deps = await ownTemplate({ a: "" });
  await symlink("/etc", join(deps.workspaceRoot, "link"));
  const refusals = ["absent", "..", "/etc/hosts", "link", "link/hosts"];
  for (const path of refusals) {
    const fault = await faultOf(sent(deps, path));
    expect([fault.code, fault.message]).toEqual([
      "PATH_NOT_ALLOWED",
      expect.stringContaining(`"${path}"`),
    ]);
  }
  expect(deps.lines).toEqual([]);
});

test("A49 files of secrets are not sent and that is said, unless .dockerignore brings them back", async () => {
  const secrets = { ".env": "A=1", "sub/.env.local": "", ".env.test.local": "" };
  const deps = await ownTemplate({
    ...secrets,
    ".env.example": "",
    ".envrc": "",
    ".dockerignore": "#\n",
  });
  const { files } = await sent(deps, ".");
  expect(files.filter((each) => each.includes("env"))).toEqual([
    "./source/.env.example",
    "./source/.envrc",
  ]);
  const said = deps.lines.filter((line) => line.startsWith("not sent"));
  expect(said.map((line) => line.split(/[:,]/)[1])).toEqual([
    " .env",
    " .env.test.local",
    " sub/.env.local",
  ]);
  await writeFile(join(deps.workspaceRoot, ".dockerignore"), "!.env\n");
  expect((await sent(deps, ".")).files).toContain("./source/.env");
});
