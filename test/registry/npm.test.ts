import { randomBytes } from "node:crypto";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { packContext } from "../../src/registry/build/archive.ts";
import { listContext } from "../../src/registry/build/context.ts";
import {
  hubBaseImage,
  imageLabels,
  localBaseImage,
  type RegistryDeps,
  type ResolvedServer,
  resolveImage,
} from "../../src/registry/index.ts";
import { faultOf, outputOf, registryDeps, scratch, templatesFolder } from "./deps.ts";
import { packageRegistry } from "./package-registry.ts";

const script =
  "#!/usr/bin/env node\nconsole.log(process.getuid(), process.pid, process.argv.slice(1).join());\n";

/** A package no other test has, so that nothing of it is in any cache. */
function newName(): string {
  return `@test/server-${randomBytes(6).toString("hex")}`;
}

async function install(
  name: string,
  more: Readonly<Record<string, string>>,
  deps: RegistryDeps,
): Promise<ResolvedServer> {
  const spec = serverSchema.parse({ template: "npm", with: { package: name, ...more } });
  const result = await resolveImage(spec, deps);
  if (result.built) {
    onTestFinished(() => deps.engine.removeImage(result.imageId));
  }
  return result;
}

/** Deps whose builds ask a registry of the test that has one package. */
async function depsWith(name: string, manifest: Readonly<Record<string, unknown>>) {
  const registry = await packageRegistry(name, manifest, {
    "one.js": script,
    "two.js": script,
    "bare.js": "console.log(1);\n",
  });
  const deps = await registryDeps(await scratch());
  return {
    ...deps,
    hostArguments: { NPM_CONFIG_REGISTRY: registry.url },
    buildNetwork: "host" as const,
    requests: registry.requests,
  };
}

test("the package's program runs directly, as the user node", async () => {
  const name = newName();
  const deps = await depsWith(name, { bin: "one.js" });
  const result = await install(name, { version: "1.2.3" }, deps);
  expect(result).toMatchObject({
    template: "npm",
    version: "1.2.3",
    user: "node",
    env: { NODE_ENV: "production" },
  });
  const image = await deps.engine.inspectImage(result.image);
  expect(image?.entrypoint).toEqual(["/opt/server/program"]);
  expect(image?.labels).toMatchObject({
    "org.opencontainers.image.title": name,
    "org.opencontainers.image.version": "1.2.3",
    "org.opencontainers.image.base.name": localBaseImage,
  });
  expect(await outputOf(deps.engine, result.imageId, {})).toMatch(
    /^1000 \d+ \/opt\/server\/program\n$/,
  );
});

test("nothing of the host's npm settings stays in the image", async () => {
  const name = newName();
  const deps = await depsWith(name, { bin: "one.js" });
  const { imageId } = await install(name, {}, deps);
  expect(deps.requests).toContain("/archive.tgz");
  const shell = "env; find / -xdev -name '.npmrc' -exec cat {} + ; npm config get registry cafile";
  const found = await outputOf(deps.engine, imageId, { entrypoint: ["sh", "-c", shell] });
  expect(found).toContain("NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt");
  expect(found).toMatch(/^registry=https:/m);
  expect(found).toContain("cafile=null");
  expect(found).not.toContain(new URL(deps.hostArguments.NPM_CONFIG_REGISTRY).host);
});

test("the host's certificate authorities and a hosts file for localhost are in the image", async () => {
  const name = newName();
  const deps = await depsWith(name, { bin: "one.js" });
  const { imageId } = await install(name, {}, deps);
  const shell = "cat /etc/ssl/certs/ca-certificates.crt";
  const bundle = await outputOf(deps.engine, imageId, { entrypoint: ["sh", "-c", shell] });
  expect(bundle.match(/BEGIN CERTIFICATE/g)?.length).toBeGreaterThan(50);
  const lookUp =
    "require('dns').lookup('localhost', (error, address) => console.log(error?.code ?? address))";
  expect(await outputOf(deps.engine, imageId, { entrypoint: ["node", "-e", lookUp] })).toMatch(
    /^(127\.0\.0\.1|::1)\n$/,
  );
});

test("an unchanged server costs two calls to the engine, for its image and for its base", async () => {
  const name = newName();
  const deps = await depsWith(name, { bin: "one.js" });
  const first = await install(name, {}, deps);
  const asked: string[] = [];
  const engine = new Proxy(deps.engine, {
    get(target, method: keyof RegistryDeps["engine"]) {
      if (typeof target[method] === "function") {
        asked.push(method);
      }
      return target[method];
    },
  });
  const again = await install(name, {}, { ...deps, engine });
  expect([again.built, again.imageId]).toEqual([false, first.imageId]);
  expect(asked).toEqual(["inspectImage", "inspectImage"]);
});

test("another registry asks for no other image: it is a way to the package, not a part of it", async () => {
  const name = newName();
  const deps = await depsWith(name, { bin: "one.js" });
  const first = await install(name, {}, deps);
  const again = await install(
    name,
    {},
    {
      ...deps,
      hostArguments: { NPM_CONFIG_REGISTRY: "http://127.0.0.1:9/" },
    },
  );
  expect([again.built, again.key]).toEqual([false, first.key]);
});

test("a version that is a tag or a range gives an image of its own, and what was installed is told exactly", async () => {
  const name = newName();
  const deps = await depsWith(name, { bin: "one.js" });
  const [tag, range] = [
    await install(name, {}, deps),
    await install(name, { version: "^1.2" }, deps),
  ];
  expect([tag.version, range.version]).toEqual(["1.2.3", "1.2.3"]);
  expect(tag.provenance.packages).toEqual([{ type: "npm", name, version: "1.2.3" }]);
  expect(range.key).not.toBe(tag.key);
});

test("of several programs the named one is started, else the one named like the package", async () => {
  const name = newName();
  const bin = { [name.slice("@test/".length)]: "one.js", other: "two.js" };
  const deps = await depsWith(name, { bin });
  const linked = ["sh", "-c", "readlink -f /opt/server/program"];
  const own = await install(name, {}, deps);
  expect(await outputOf(deps.engine, own.imageId, { entrypoint: linked })).toContain("one.js");
  const other = await install(name, { bin: "other" }, deps);
  expect(await outputOf(deps.engine, other.imageId, { entrypoint: linked })).toContain("two.js");
});

test("a package without the program asked for, without a choice, without any, or with one that cannot start is told so", async () => {
  const refused = async (manifest: Readonly<Record<string, unknown>>, more = {}) => {
    const name = newName();
    const fault = await faultOf(install(name, more, await depsWith(name, manifest)));
    expect(fault.code).toBe("IMAGE_BUILD_FAILED");
    return fault.message;
  };
  const several = { bin: { a: "one.js", b: "two.js" } };
  expect(await refused(several, { bin: "c" })).toContain(
    'has no program "c"; choose one with `bin`: a, b',
  );
  expect(await refused(several)).toContain("has several programs; choose one with `bin`: a, b");
  expect(await refused({})).toContain("has no program to start");
  expect(await refused({ bin: "lib/absent.js" })).toContain(
    "names lib/absent.js as its program, but does not contain it",
  );
  expect(await refused({ bin: { a: "bare.js" } })).toContain(
    "names bare.js as its program, which does not begin with #!",
  );
});

test("F17 a package or version that does not exist is a failed build with npm's own words", async () => {
  const name = newName();
  const deps = await depsWith(name, { bin: "one.js" });
  const missing = await faultOf(install(newName(), {}, deps));
  expect(missing.code).toBe("IMAGE_BUILD_FAILED");
  expect(missing.message).toContain("E404");
  const version = await faultOf(install(name, { version: "9.9.9" }, deps));
  expect(version.message).toContain("ETARGET");
});

test("A28 a registry address with a password is not handed to the build, and that is said", async () => {
  const name = newName();
  const deps = await depsWith(name, { bin: "one.js" });
  const NPM_CONFIG_REGISTRY = deps.hostArguments.NPM_CONFIG_REGISTRY.replace(
    "http://",
    "http://user:hunter2@",
  );
  const fault = await faultOf(
    install(name, {}, { ...deps, hostArguments: { NPM_CONFIG_REGISTRY } }),
  );
  expect(fault.code).toBe("IMAGE_BUILD_FAILED");
  expect(deps.requests).toEqual([]);
  expect(deps.lines.join("\n")).toContain("NPM_CONFIG_REGISTRY of this host holds a password");
  expect(deps.lines.join("\n") + fault.message).not.toContain("hunter2");
});

test("the base image chosen is said and noted on the image; when its name means another one, it is built anew", async () => {
  const name = newName();
  const deps = await depsWith(name, { bin: "one.js" });
  const base = `docker-mcp-manager/test-base:${randomBytes(6).toString("hex")}`;
  const own = await scratch();
  await cp(templatesFolder, own, { recursive: true });
  const file = join(own, "npm/template.yml");
  await writeFile(file, (await readFile(file, "utf8")).replace(hubBaseImage, base));
  const withBase = { ...deps, templatesFolder: own };

  await retag(deps, base, "1");
  const first = await install(name, {}, withBase);
  expect(deps.lines).toContain(`base image ${base} is on the engine`);
  const labels = (await deps.engine.inspectImage(first.image))?.labels ?? {};
  expect(labels[imageLabels.base]).toBe(`${base} ${(await deps.engine.inspectImage(base))?.id}`);
  expect((await install(name, {}, withBase)).built).toBe(false);

  await retag(deps, base, "2");
  const second = await install(name, {}, withBase);
  expect([second.built, second.key, second.imageId === first.imageId]).toEqual([
    true,
    first.key,
    false,
  ]);
  await deps.engine.removeImage(base);
  expect((await install(name, {}, withBase)).built).toBe(false);
});

/** Lets `reference` mean an image of its own content. */
async function retag(deps: RegistryDeps, reference: string, content: string): Promise<void> {
  const folder = await scratch();
  await writeFile(join(folder, "Dockerfile"), `FROM ${localBaseImage}\nENV CONTENT=${content}\n`);
  const archive = await packContext(await listContext(folder, "Dockerfile"), {});
  const options = {
    tag: reference,
    dockerfile: "Dockerfile",
    args: {},
    labels: {},
    network: "default",
  } as const;
  await deps.engine.buildImage(archive, options, () => undefined);
  onTestFinished(() => deps.engine.removeImage(reference));
}
