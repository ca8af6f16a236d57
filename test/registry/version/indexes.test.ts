import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageIndexes } from "../../../src/registry/index.ts";
import { faultOf, scratch } from "../deps.ts";

test("the indexes are those that the clients' own variables name", async () => {
  const { of } = packageIndexes({
    NPM_CONFIG_REGISTRY: "https://npm.example/",
    PIP_INDEX_URL: "https://pip.example/simple/",
    UV_DEFAULT_INDEX: "https://uv.example/simple",
    GOPROXY: "https://go.example|https://other.example,direct",
    CARGO_REGISTRIES_CRATES_IO_INDEX: "sparse+https://crates.example/",
    MAVEN_MIRROR: "https://maven.example/m2",
  });
  expect(await of("npm")).toEqual(["https://npm.example"]);
  expect(await of("pypi")).toEqual(["https://uv.example/simple"]);
  expect(await of("go")).toEqual(["https://go.example", "https://other.example"]);
  expect(await of("crates")).toEqual(["https://crates.example"]);
  expect(await of("maven")).toEqual(["https://maven.example/m2"]);
});

test("npm itself is asked where no variable names its registry, and reads its own settings", async () => {
  const home = await scratch();
  await writeFile(join(home, ".npmrc"), "registry=https://settings.example/npm/\n");
  const { of } = packageIndexes({ PATH: process.env["PATH"], HOME: home });
  expect(await of("npm")).toEqual(["https://settings.example/npm"]);
});

/** Programs that print what the real ones do, and write down that they were asked. */
async function clientsThatPrint(printed: Readonly<Record<string, string>>) {
  const folder = await scratch();
  for (const [name, text] of Object.entries(printed)) {
    const file = join(folder, name);
    await writeFile(join(folder, `${name}.txt`), text);
    await writeFile(
      file,
      `#!/bin/sh\n/bin/cat ${file}.txt; echo "$PWD $*" >>${file}.asked\nexit 1\n`,
    );
    await chmod(file, 0o755);
  }
  return { PATH: folder };
}

test("the others are asked in their own ways", async () => {
  const environment = await clientsThatPrint({
    python3:
      "  -i, --index-url <url>  Base URL of the index (default https://pip.example/simple). This\n  --extra-index-url <url>\n",
    go: "https://go.example,direct\n",
    cargo:
      "    Updating crates.io index\n   0.12s DEBUG network: fetch https://crates.example/config.json\n",
    mvn: "[DEBUG] Repositories (dependencies): [company (https://maven.example/m2, default, releases)]\n",
  });
  const { of } = packageIndexes(environment);
  expect(await of("pypi")).toEqual(["https://pip.example/simple"]);
  expect(await of("go")).toEqual(["https://go.example"]);
  expect(await of("crates")).toEqual(["https://crates.example"]);
  expect(await of("maven")).toEqual(["https://maven.example/m2"]);
});

test.each([
  ["npm", "npm_config_registry"],
  ["pypi", "UV_DEFAULT_INDEX"],
  ["go", "GOPROXY"],
  ["crates", "CARGO_REGISTRIES_CRATES_IO_INDEX"],
  ["maven", "MAVEN_MIRROR"],
] as const)("where nothing tells the index of %s, the setting is named", async (kind, variable) => {
  const silent = await clientsThatPrint({ go: "\n" });
  const fault = await faultOf(packageIndexes(silent).of(kind));
  expect(fault).toMatchObject({ code: "PACKAGE_INDEX_UNREACHABLE", blame: "environment" });
  expect(fault.hint).toBe(`Set ${variable} to its address.`);
});

test("a setting that names no address that could be asked is told", async () => {
  const fault = await faultOf(packageIndexes({ GOPROXY: "off" }).of("go"));
  expect(fault.message).toMatch(/^The Go module proxy cannot be asked: what GOPROXY says/);
});
