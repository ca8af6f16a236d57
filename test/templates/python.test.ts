import { beforeEach, expect, test } from "vitest";
import { faultOf, outputOf, registryDeps } from "../registry/deps.ts";
import { debian, whyUnreachable } from "./reachable.ts";
import { builtServer, newWord, repositoryOf, serverOf } from "./repository.ts";

beforeEach(async ({ skip }) => {
  const why = await whyUnreachable("pypi", process.env);
  skip(why !== undefined, why);
});

const time = { package: "mcp-server-time", version: "2026.10.19" };

/** A package without dependencies whose script says its arguments. */
function project(name: string, more = 'version = "1.2.3"'): Readonly<Record<string, string>> {
  return {
    "pyproject.toml": `[project]\nname = "${name}"\n${more}\n[project.scripts]\n${name} = "words:main"\n[build-system]\nrequires = ["setuptools==80.9.0"]\nbuild-backend = "setuptools.build_meta"\n[tool.setuptools]\npackages = ["words"]\n`,
    "words/__init__.py": 'import sys\ndef main():\n    print("script", *sys.argv[1:])\n',
    "words/__main__.py": 'import sys\nprint("module", *sys.argv[1:])\n',
  };
}

async function refusal(
  template: string,
  parameters: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const deps = await registryDeps(await repositoryOf(files));
  const fault = await faultOf(builtServer(template, parameters, deps));
  expect(fault.code).toBe("IMAGE_BUILD_FAILED");
  expect(fault.message).not.toContain("Traceback");
  return fault.message;
}

test("a published package runs as a user without a name, and what was installed is known", async () => {
  const deps = await registryDeps(await repositoryOf({}));
  const server = await serverOf("pypi", time, deps);
  expect(server).toMatchObject({ version: "2026.10.19", user: "65532:65532" });
  const [own, ...others] = server.provenance.packages;
  expect(own).toEqual({
    type: "pypi",
    name: "mcp-server-time",
    version: "2026.10.19",
    licence: "MIT",
  });
  expect(others.map(({ name }) => name)).toContain("pydantic");
  const look = "import os, sys; print(os.getuid(), os.environ['HOME'], sys.prefix)";
  const python = ["/opt/server/venv/bin/python", "-c", look];
  expect(await outputOf(deps.engine, server.imageId, { entrypoint: python })).toBe(
    "65532 /tmp /opt/server/venv\n",
  );
});

test("a module starts in place of a script, and one that is not there is told at build time", async () => {
  const deps = await registryDeps(await repositoryOf({}));
  const server = await builtServer("pypi", { ...time, module: "mcp_server_time" }, deps);
  const help = { entrypoint: ["/opt/server/program", "--help"] };
  expect(await outputOf(deps.engine, server.imageId, help)).toContain("--local-timezone");
  expect(await refusal("pypi", { ...time, module: "mcp_server_times" })).toContain(
    "there is no module mcp_server_times that could be started",
  );
});

test("F17 a package, a version or a script that does not exist is a failed build in uv's own words", async () => {
  expect(await refusal("pypi", { package: `no-such-${newWord()}` })).toMatch(
    /no-such-\w+ was not found in the package registry/,
  );
  expect(await refusal("pypi", { ...time, version: ">=2026.10.20,<2026.10.21" })).toContain(
    "we can conclude that your requirements are unsatisfiable",
  );
  expect(await refusal("pypi", { ...time, script: "nope" })).toContain(
    'has no script "nope"; choose one with `script`: mcp-server-time',
  );
});

test("a Debian package that a server needs is there for it, and nothing of apt's lists", async ({
  skip,
}) => {
  const why = await whyUnreachable("pypi", process.env, [debian]);
  skip(why !== undefined, why);
  const deps = await registryDeps(await repositoryOf({}));
  const git = { package: "mcp-server-git", version: "2026.10.19", system_packages: "git" };
  const server = await serverOf("pypi", git, deps);
  expect(server.user).toBe("65532:65532");
  const shell = "git --version; ls -A /var/lib/apt/lists";
  const said = await outputOf(deps.engine, server.imageId, { entrypoint: ["sh", "-c", shell] });
  expect(said).toMatch(/^git version \d[^\n]*\n$/);
  const wrong = { ...time, system_packages: `no-such-package-${newWord()}` };
  expect(await refusal("pypi", wrong)).toMatch(/Unable to locate package no-such-package-\w+/);
});

test("what is installed of the repository is its wheel: files that the backend leaves out are missing", async () => {
  const name = `words-${newWord()}`;
  const files = { ...project(name), "words/data.json": "{}", "other/__init__.py": "" };
  const deps = await registryDeps(await repositoryOf(files));
  const server = await builtServer("python-source", {}, deps);
  expect(server).toMatchObject({ version: "1.2.3", user: "65532:65532" });
  expect(server.provenance.packages).toEqual([{ type: "pypi", name, version: "1.2.3" }]);
  const started = { entrypoint: ["/opt/server/program", "x"] };
  expect(await outputOf(deps.engine, server.imageId, started)).toBe("script x\n");
  const shell = "cd /opt/server/venv/lib/python3*/site-packages; ls words; ls -d other /source";
  const there = await outputOf(deps.engine, server.imageId, { entrypoint: ["sh", "-c", shell] });
  expect(there.split("\n").sort()).toEqual(["", "__init__.py", "__main__.py", "__pycache__"]);
  expect((await builtServer("python-source", {}, deps)).built).toBe(false);
});

test("a version is given to a package that reads it from git, and its module may be started", async () => {
  const { "pyproject.toml": text = "", ...modules } = project(
    `words-${newWord()}`,
    'dynamic = ["version"]',
  );
  const dynamic = text
    .replace('"setuptools==80.9.0"', '"setuptools==80.9.0", "setuptools-scm==9.2.2"')
    .concat("[tool.setuptools_scm]\n");
  const files = { ...modules, "pyproject.toml": dynamic };
  const deps = await registryDeps(await repositoryOf(files));
  const server = await builtServer("python-source", { version: "4.5.6", module: "words" }, deps);
  expect(server.version).toBe("4.5.6");
  const started = { entrypoint: ["/opt/server/program", "x"] };
  expect(await outputOf(deps.engine, server.imageId, started)).toBe("module x\n");
});

test("a folder that is no package, or one without a script, is told so in few words", async () => {
  expect(await refusal("python-source", {}, { "main.py": "" })).toContain(
    "the context has no pyproject.toml or setup.py",
  );
  const { "pyproject.toml": text = "", ...others } = project(`words-${newWord()}`);
  const bare = text.replace(/\[project\.scripts\]\n.*\n/, "");
  expect(await refusal("python-source", {}, { "pyproject.toml": bare, ...others })).toContain(
    "has no script to start; name a module of it with `module`",
  );
});
