import { randomBytes } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { server as serverSchema } from "../../../src/config/server.ts";
import {
  driftOf,
  type LockDeps,
  type LockedServer,
  localBaseImage,
  lockServer,
  noPins,
  packageIndexes,
  pinsIn,
  planImage,
} from "../../../src/registry/index.ts";
import { pinnedRequestOf } from "../../../src/registry/lock/pins.ts";
import { faultOf, registryDeps, scratch } from "../deps.ts";
import { type ShiftingRegistry, shiftingRegistry } from "./shifting-registry.ts";

async function depsAt({ url }: ShiftingRegistry): Promise<LockDeps & { readonly lines: string[] }> {
  const settings = { NPM_CONFIG_REGISTRY: url };
  return {
    ...(await registryDeps(await scratch())),
    hostArguments: settings,
    buildNetwork: "host",
    indexes: packageIndexes(settings),
  };
}

/** A registry with a server and what it depends on, both of names no other test has. */
async function published() {
  const registry = await shiftingRegistry();
  const unique = randomBytes(6).toString("hex");
  const [name, part] = [`@test/locked-${unique}`, `part-${unique}`];
  const manifest = { bin: "program.js", dependencies: { [part]: "^1.0.0" } };
  await registry.publish(part, "1.0.0");
  await registry.publish(name, "1.0.0", manifest);
  return { registry, name, part, manifest };
}

function specOf(name: string, version?: string) {
  const parameters = { package: name, ...(version !== undefined && { version }) };
  return serverSchema.parse({ template: "npm", with: parameters });
}

/** Locks, and removes the image after the test. */
async function locked(name: string, version: string | undefined, deps: LockDeps) {
  const found = await lockServer(specOf(name, version), deps);
  const reference = await imageOf(name, found, deps);
  onTestFinished(() => deps.engine.removeImage(reference));
  return found;
}

async function imageOf(name: string, found: LockedServer, deps: LockDeps): Promise<string> {
  const pins = pinsIn({ servers: { found } }).get("found") ?? noPins;
  return (await planImage(specOf(name), { ...deps, pins }))?.reference ?? "";
}

test("a range is locked as the exact version it stands for, with all that was installed and the base", async () => {
  const { registry, name, part, manifest } = await published();
  await registry.publish(name, "2.0.0", manifest);
  const deps = await depsAt(registry);
  expect(await locked(name, "^1.0.0", deps)).toMatchObject({
    template: "npm",
    pin: { version: "1.0.0" },
    version: "1.0.0",
    platform: expect.stringMatching(/^linux\/(amd64|arm64)$/),
    bases: [{ reference: localBaseImage, id: expect.stringMatching(/^sha256:/) }],
    packages: [`npm:${name}@1.0.0`, `npm:${part}@1.0.0`].toSorted(),
  });
});

test("what was locked is installed although a newer version is there; locked anew, it is the newer one", async () => {
  const { registry, name, manifest } = await published();
  const deps = await depsAt(registry);
  const before = await locked(name, undefined, deps);
  await registry.publish(name, "1.1.0", manifest);
  expect(await driftOf(specOf(name), before, deps)).toEqual([]);
  expect(await locked(name, undefined, deps)).toMatchObject({ version: "1.1.0" });
});

test("the image of a locked server is known before it is built: it is that of the exact version", async () => {
  const deps = await depsAt(await shiftingRegistry());
  const pins = { with: { version: "1.2.3" }, bases: [] };
  const [locked, exact, loose] = await Promise.all([
    planImage(specOf("own"), { ...deps, pins }),
    planImage(specOf("own", "1.2.3"), deps),
    planImage(specOf("own"), deps),
  ]);
  expect(locked).toEqual(exact);
  expect(locked?.reference).not.toBe(loose?.reference);
});

test("a base from a registry is pinned by its digest", async () => {
  const deps = await depsAt(await shiftingRegistry());
  const digest = `sha256:${"2".repeat(64)}`;
  const base = { reference: "node:24-bookworm-slim", digest, id: digest };
  const own = { ...specOf("own"), template: "npm" };
  const request = await pinnedRequestOf(own, { ...deps, pins: { with: {}, bases: [base] } });
  expect(request.template.bases).toEqual({ BASE: `node:24-bookworm-slim@${digest}` });
  const image = { reference: "example.org/own:1", digest, id: digest };
  const plain = serverSchema.parse({ image: "example.org/own:1" });
  const { source } = await pinnedRequestOf(plain, {
    ...deps,
    pins: { with: {}, bases: [], image },
  });
  expect(source).toEqual({ kind: "image", reference: `example.org/own:1@${digest}` });
});

/** Another machine: a registry of its own with a later release of the dependency, and nothing of the first build. */
async function laterMachine(isTimed: boolean) {
  const { registry, name, part, manifest } = await published();
  const later = await shiftingRegistry(isTimed);
  await later.publish(part, "1.0.0");
  await later.publish(name, "1.0.0", manifest);
  const before = await locked(name, undefined, await depsAt(registry));
  await later.publish(part, "1.2.0");
  const deps = await depsAt(later);
  await deps.engine.removeImage(await imageOf(name, before, deps));
  return { name, part, before, deps };
}

test("a dependency released after the locking is not installed where the registry tells times", async () => {
  const { name, before, deps } = await laterMachine(true);
  expect(await driftOf(specOf(name), before, deps)).toEqual([]);
});

test("a dependency that has become another is named with both versions", async () => {
  const { name, part, before, deps } = await laterMachine(false);
  expect(await driftOf(specOf(name), before, deps)).toEqual([
    { what: `package npm:${part}`, locked: "1.0.0", now: "1.2.0" },
  ]);
});

test("an image as it is is locked by its id, and one of another id is a difference", async () => {
  const deps = await depsAt(await shiftingRegistry());
  const spec = serverSchema.parse({ image: localBaseImage });
  const found = await lockServer(spec, deps);
  expect(found).toMatchObject({ version: null, image: { reference: localBaseImage } });
  expect(await driftOf(spec, found, deps)).toEqual([]);
  const other = { reference: localBaseImage, id: `sha256:${"0".repeat(64)}` };
  expect(await driftOf(spec, { ...found, image: other }, deps)).toMatchObject([
    { what: "image", locked: `${localBaseImage} sha256:000000000000…` },
  ]);
});

test("a package that does not exist is named before anything is built", async () => {
  const deps = await depsAt(await shiftingRegistry());
  const fault = await faultOf(lockServer(specOf("no-such-package"), deps));
  expect(fault).toMatchObject({ code: "PACKAGE_NOT_FOUND" });
  expect(deps.lines.filter((line) => line.startsWith("building"))).toEqual([]);
});
