import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { planBuild } from "../../src/registry/build/plan.ts";
import { loadTemplate } from "../../src/registry/index.ts";
import { faultOf, outputOf, registryDeps, templatesFolder } from "../registry/deps.ts";
import { packageRegistry } from "../registry/package-registry.ts";
import { builtServer, newWord, repositoryOf } from "./repository.ts";

const program = '#!/usr/bin/env node\nconsole.log("started", process.argv[2] ?? "bare");\n';

function manifestOf(more: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const manifest = { name: `made-${newWord()}`, version: "1.2.3", bin: "lib/index.js", ...more };
  return { "package.json": JSON.stringify(manifest) };
}

/** What is said of a repository that cannot be packed or started. */
async function refusal(
  files: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, string>> = {},
): Promise<string> {
  const deps = await registryDeps(await repositoryOf(files));
  const fault = await faultOf(builtServer("node-source", parameters, deps));
  expect(fault.code).toBe("IMAGE_BUILD_FAILED");
  return fault.message;
}

test("what is installed is what npm would publish: files left out of `files` are missing", async () => {
  const workspace = await repositoryOf({
    ...manifestOf({ name: `@test/made-${newWord()}`, files: ["lib"] }),
    "lib/index.js": program,
    "lib/kept.txt": "",
    "data/left-out.txt": "",
    "node_modules/stray/index.js": "",
  });
  const deps = await registryDeps(workspace);
  const server = await builtServer("node-source", {}, deps);
  expect(server).toMatchObject({ template: "node-source", version: "1.2.3", user: "node" });
  expect(await outputOf(deps.engine, server.imageId, {})).toBe("started bare\n");
  const shell = "find /opt/server/node_modules/ /source /tree -type f | sort";
  const files = await outputOf(deps.engine, server.imageId, { entrypoint: ["sh", "-c", shell] });
  expect(files.replaceAll(/\/opt\/server\/node_modules\/@test\/[^/]+\//g, "").split("\n")).toEqual([
    "/opt/server/node_modules/.package-lock.json",
    "lib/index.js",
    "lib/kept.txt",
    "package.json",
    "",
  ]);
});

test("the script and npm's own run with the dependencies of development, which are not installed after them", async () => {
  const tool = `tool-${newWord()}`;
  const registry = await packageRegistry(tool, { bin: "one.js" }, { "one.js": toolOf("lib") });
  const workspace = await repositoryOf({
    ...manifestOf({
      scripts: { build: `${tool} first`, prepack: `${tool} second` },
      devDependencies: { [tool]: "1.2.3" },
    }),
  });
  const deps = {
    ...(await registryDeps(workspace)),
    hostArguments: { NPM_CONFIG_REGISTRY: registry.url },
    buildNetwork: "host" as const,
  };
  const server = await builtServer("node-source", { script: "build" }, deps);
  expect(await outputOf(deps.engine, server.imageId, {})).toBe("first second\n");
  expect(server.provenance.packages).toHaveLength(1);
});

/** A program that builds a program: what it says is what the builds before it were called with. */
function toolOf(folder: string): string {
  return `#!/usr/bin/env node
const fs = require("node:fs");
fs.mkdirSync("${folder}", { recursive: true });
fs.appendFileSync("words", process.argv[2] + " ");
const words = fs.readFileSync("words", "utf8").trim();
fs.writeFileSync("${folder}/index.js", "#!/usr/bin/env node\\nconsole.log(" + JSON.stringify(words) + ");\\n");
`;
}

test("an unchanged folder builds nothing, and a changed file is packed anew", async () => {
  const workspace = await repositoryOf({ ...manifestOf({}), "lib/index.js": program });
  const deps = await registryDeps(workspace);
  const first = await builtServer("node-source", {}, deps);
  expect((await builtServer("node-source", {}, deps)).built).toBe(false);
  await writeFile(join(workspace, "lib/index.js"), program.replace("started", "changed"));
  deps.lines.length = 0;
  const changed = await builtServer("node-source", {}, deps);
  expect([changed.built, changed.key === first.key]).toEqual([true, false]);
  expect(await outputOf(deps.engine, changed.imageId, {})).toBe("changed bare\n");
});

test("a node_modules of the repository is neither sent nor a part of what the image is made from", async () => {
  const workspace = await repositoryOf({ ...manifestOf({}), "lib/index.js": program });
  const deps = await registryDeps(workspace);
  const template = await loadTemplate(templatesFolder, "node-source");
  const plan = () => planBuild(template, { ...sent, args: {} }, deps);
  const before = await plan();
  await mkdir(join(workspace, "node_modules"));
  await writeFile(join(workspace, "node_modules/stray.js"), "");
  expect((await plan()).key).toBe(before.key);
  await writeFile(join(workspace, ".dockerignore"), "!node_modules\n");
  const paths = (await plan()).content.entries.map(({ path }) => path);
  expect(paths).toContain("source/node_modules/stray.js");
});

const sent = { kind: "build", from: "source", context: ".", dockerfile: "Dockerfile" } as const;

test("a folder that is no package, has no such script or a script that fails is told so in few words", async () => {
  expect(await refusal({ "index.js": "" })).toContain("the context has no package.json");
  expect(await refusal({ "package.json": "{ no" })).toContain("package.json is no JSON");
  expect(await refusal({ "package.json": "{}" })).toContain("needs a name and a version");
  const files = { ...manifestOf({ scripts: { fails: "exit 3" } }), "lib/index.js": program };
  expect(await refusal(files, { script: "buildd" })).toContain(
    'package.json has no script "buildd"; it has fails',
  );
  const failed = await refusal(files, { script: "fails" });
  expect(failed).toContain("> exit 3");
  expect(failed).not.toContain("at node:internal");
});

test("a program that is not packed is told by the file that is missing", async () => {
  const files = { ...manifestOf({ files: ["other"] }), "lib/absent.js": "", "other/a.js": "" };
  expect(await refusal(files)).toContain(
    "names lib/index.js as its program, but does not contain it",
  );
});

test("a context outside the workspace is refused", async () => {
  const deps = await registryDeps(await repositoryOf({}));
  const fault = await faultOf(builtServer("node-source", { context: ".." }, deps));
  expect(fault.code).toBe("PATH_NOT_ALLOWED");
});
