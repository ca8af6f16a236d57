import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { server as serverSchema } from "../../../src/config/server.ts";
import {
  driftOf,
  lockServer,
  packageIndexes,
  planImage,
  templateShelf,
} from "../../../src/registry/index.ts";
import { registryDeps, scratch } from "../deps.ts";
import { imageRegistry } from "../image-registry.ts";

async function depsWithRegistry() {
  const registry = await imageRegistry();
  const reference = `${registry.host}/${registry.name}:1`;
  const workspace = await scratch();
  const deps = { ...(await registryDeps(workspace)), indexes: packageIndexes({}) };
  onTestFinished(async () => {
    await deps.engine.removeImage(reference);
    await deps.engine.removeImage(`${registry.host}/${registry.name}@${registry.digest}`);
  });
  return { registry, reference, workspace, deps };
}

test("an image of a registry is locked by its digest, and a locked run pulls exactly that", async () => {
  const { registry, reference, deps } = await depsWithRegistry();
  const spec = serverSchema.parse({ image: reference });
  const locked = await lockServer(spec, deps);
  expect(locked.image).toMatchObject({ reference, digest: registry.digest });
  await deps.engine.removeImage(reference);
  expect(await driftOf(spec, locked, deps)).toEqual([]);
  const image = await deps.engine.inspectImage(
    `${registry.host}/${registry.name}@${registry.digest}`,
  );
  expect(image?.id).toBe(locked.image?.id);
});

test("the base of a template is locked by its registry's digest, and a locked run builds on exactly that", async () => {
  const { registry, reference, workspace, deps } = await depsWithRegistry();
  const folder = join(workspace, "templates");
  await mkdir(join(folder, "own"), { recursive: true });
  await writeFile(
    join(folder, "own/template.yml"),
    `name: own\ndescription: d\nbases: { BASE: "${reference}" }\nbuild: { from: template }\n`,
  );
  await writeFile(
    join(folder, "own/Dockerfile"),
    'ARG BASE\nFROM ${BASE}\nCOPY ca-certificates.crt /ca.crt\nENTRYPOINT ["/none"]\n',
  );
  const own = { ...deps, templates: await templateShelf({ templatesFolder: folder }) };
  const spec = serverSchema.parse({ template: "own" });
  const plain = (await planImage(spec, own))?.reference ?? "";
  onTestFinished(() => deps.engine.removeImage(plain));
  const locked = await lockServer(spec, own);
  const base = { reference, digest: registry.digest };
  expect(locked.bases).toEqual([{ ...base, id: expect.stringMatching(/^sha256:/) }]);
  const pins = { with: {}, bases: locked.bases };
  const pinned = (await planImage(spec, { ...own, pins }))?.reference ?? "";
  onTestFinished(() => deps.engine.removeImage(pinned));
  expect(pinned).not.toBe(plain);
  expect(await driftOf(spec, locked, own)).toEqual([]);
  expect((await deps.engine.inspectImage(pinned))?.labels).toMatchObject({
    "io.github.docker-mcp-manager.base": expect.stringContaining(`@${registry.digest} `),
  });
});
