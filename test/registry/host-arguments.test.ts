import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { argumentsFor, hostArguments } from "../../src/registry/build/host-arguments.ts";
import { localBaseImage, resolveImage } from "../../src/registry/index.ts";
import { outputOf, registryDeps, scratch } from "./deps.ts";

async function given(
  dockerfile: string,
  settings: Readonly<Record<string, string>>,
  network: "default" | "host" = "default",
) {
  const file = join(await scratch(), "Dockerfile");
  await writeFile(file, dockerfile);
  const lines: string[] = [];
  return { args: await argumentsFor(file, settings, (line) => lines.push(line), network), lines };
}

test("proxies are taken in either letter case and handed on in both, each in its own value", () => {
  const lower = {
    https_proxy: "http://a:1",
    HTTP_PROXY: "http://b:2",
    no_proxy: "c",
    NO_PROXY: "d",
  };
  expect(hostArguments(lower)).toEqual({
    HTTPS_PROXY: "http://a:1",
    https_proxy: "http://a:1",
    HTTP_PROXY: "http://b:2",
    http_proxy: "http://b:2",
    NO_PROXY: "d",
    no_proxy: "c",
  });
});

test("of the environment only proxies and registries are taken, and nothing that is empty", () => {
  const registries = {
    PIP_INDEX_URL: "1",
    UV_DEFAULT_INDEX: "2",
    GOPROXY: "3",
    CARGO_REGISTRIES_MY_CO_INDEX: "4",
    MAVEN_MIRROR: "5",
  };
  const others = {
    PATH: "x",
    NPM_TOKEN: "x",
    CARGO_REGISTRIES_MY_CO_TOKEN: "x",
    GOSUMDB: "",
    HTTP_PROXY: "",
  };
  const npm = { npm_config_registry: "6", NPM_CONFIG_REGISTRY: "7" };
  expect(hostArguments({ ...registries, ...others, ...npm })).toEqual({
    ...registries,
    NPM_CONFIG_REGISTRY: "6",
  });
});

test("a registry's setting goes to the Dockerfile that declares it, a proxy to every one", async () => {
  const settings = { GOPROXY: "a", PIP_INDEX_URL: "b", UV_DEFAULT_INDEX: "c", http_proxy: "d" };
  const dockerfile =
    'ARG GOPROXY\nFROM scratch\n# ARG PIP_INDEX_URL\nARG UV_DEFAULT_INDEX="x" OTHER=1\n';
  expect((await given(dockerfile, settings)).args).toEqual({
    GOPROXY: "a",
    UV_DEFAULT_INDEX: "c",
    http_proxy: "d",
  });
});

test("A28 a declared setting with a password is kept from the build and that is said without the password", async () => {
  const settings = {
    GOPROXY: "https://plain.example,https://user:hunter2@host|direct",
    PIP_EXTRA_INDEX_URL: "https://hunter2@host/simple",
    NPM_CONFIG_REGISTRY: "https://host/@scope/",
    HTTP_PROXY: "http://user:hunter2@proxy:3128",
    HTTPS_PROXY: "user:hunter2@proxy:3128",
  };
  const dockerfile =
    "FROM scratch\nARG GOPROXY\nARG PIP_EXTRA_INDEX_URL\nARG NPM_CONFIG_REGISTRY\nARG HTTPS_PROXY\n";
  const { args, lines } = await given(dockerfile, settings);
  expect(Object.keys(args)).toEqual(["NPM_CONFIG_REGISTRY", "HTTP_PROXY"]);
  expect(lines.map((line) => line.split(" ")[0])).toEqual([
    "GOPROXY",
    "PIP_EXTRA_INDEX_URL",
    "HTTPS_PROXY",
  ]);
  expect(lines.join("\n")).not.toContain("hunter2");
});

test("a proxy on this host's loopback is none to a build, unless that uses the host's network", async () => {
  const settings = {
    HTTP_PROXY: "http://127.0.0.1:3128",
    https_proxy: "localhost:3128",
    NO_PROXY: "localhost,127.0.0.1",
    no_proxy: "127.0.0.1",
  };
  const { args, lines } = await given("FROM scratch\n", settings);
  expect(Object.keys(args)).toEqual(["NO_PROXY", "no_proxy"]);
  expect(lines.map((line) => line.split(" ")[0])).toEqual(["HTTP_PROXY", "https_proxy"]);
  expect((await given("FROM scratch\n", settings, "host")).args).toEqual(settings);
});

test("A28 a build sees the host's proxies, another proxy asks for no other image, and its environment has none", async () => {
  const workspace = await scratch();
  await writeFile(
    join(workspace, "Dockerfile"),
    `FROM ${localBaseImage}\nRUN test "$https_proxy" = http://user:canary-28@proxy.invalid:1 && echo seen > /seen\n`,
  );
  const deps = await registryDeps(workspace);
  const settings = { https_proxy: "http://user:canary-28@proxy.invalid:1" };
  const spec = serverSchema.parse({ build: "." });
  const built = await resolveImage(spec, { ...deps, hostArguments: settings });
  onTestFinished(() => deps.engine.removeImage(built.imageId));
  const again = await resolveImage(spec, { ...deps, hostArguments: { https_proxy: "other" } });
  expect([built.built, again.built, again.imageId]).toEqual([true, false, built.imageId]);
  const shell = ["sh", "-c", "cat /seen; env"];
  const environment = await outputOf(deps.engine, built.imageId, { entrypoint: shell });
  expect(environment).toMatch(/^seen\n/);
  expect(environment).not.toContain("canary-28");
});
