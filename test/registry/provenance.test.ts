import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ImageInfo } from "../../src/engine/index.ts";
import { imageLabels, provenanceOf } from "../../src/registry/index.ts";
import { registryDeps, scratch } from "./deps.ts";

const listed = "npm\tserver\t1.2.3\tMIT\nnpm\tother\t4.5.6\n";

/** An image that says what it holds, and how often it was read. */
function imageWith(text: string | undefined) {
  const image: ImageInfo = {
    id: `sha256:${"a".repeat(64)}`,
    digest: null,
    user: "node",
    sizeBytes: 1000,
    platform: "linux/amd64",
    labels: { [imageLabels.base]: "node:24 sha256:b sha256:d,debian:13 sha256:c" },
    entrypoint: [],
    command: [],
    workingDir: "/app",
  };
  let reads = 0;
  const readImageFiles = () => {
    reads += 1;
    const status = Buffer.from("Package: libc6\nStatus: install ok installed\nVersion: 2.41\n");
    const files = new Map<string, Uint8Array>([["/var/lib/dpkg/status", status]]);
    return Promise.resolve(
      text === undefined ? files : files.set("/opt/server/packages.tsv", Buffer.from(text)),
    );
  };
  return { image, engine: { readImageFiles }, reads: () => reads };
}

test("an image's packages, its server's version, bases and size are told", async () => {
  const { image, engine } = imageWith(listed);
  expect(await provenanceOf(image, { engine, cacheFolder: await scratch() })).toEqual({
    packages: [
      { type: "npm", name: "server", version: "1.2.3", licence: "MIT" },
      { type: "npm", name: "other", version: "4.5.6" },
    ],
    system: [{ type: "deb", name: "libc6", version: "2.41" }],
    version: "1.2.3",
    bases: [
      { reference: "node:24", id: "sha256:b", digest: "sha256:d" },
      { reference: "debian:13", id: "sha256:c" },
    ],
    imageBytes: 1000,
    imageId: image.id,
  });
});

test("an image is read once: what it holds is kept by its id, also that it holds no list", async () => {
  for (const text of [listed, undefined]) {
    const { image, engine, reads } = imageWith(text);
    const cacheFolder = await scratch();
    const first = await provenanceOf(image, { engine, cacheFolder });
    expect(await provenanceOf(image, { engine, cacheFolder })).toEqual(first);
    expect([reads(), first.version]).toEqual([1, text === undefined ? null : "1.2.3"]);
  }
});

test("what was kept and is damaged is read anew; a folder that cannot be written is no failure", async () => {
  const { image, engine, reads } = imageWith(listed);
  const cacheFolder = await scratch();
  const first = await provenanceOf(image, { engine, cacheFolder });
  const [file = ""] = await readdir(join(cacheFolder, "images-2"));
  await writeFile(join(cacheFolder, "images-2", file), '{"packages":');
  expect(await provenanceOf(image, { engine, cacheFolder })).toEqual(first);
  expect(reads()).toBe(2);
  const noFolder = join(cacheFolder, "file");
  await writeFile(noFolder, "");
  expect(await provenanceOf(image, { engine, cacheFolder: noFolder })).toEqual(first);
});

test("a real image without a list of packages has none", async () => {
  const deps = await registryDeps(await scratch());
  const image = await deps.engine.inspectImage("docker-mcp-manager/base-node:24");
  const provenance = await provenanceOf(image as ImageInfo, {
    ...deps,
    cacheFolder: await scratch(),
  });
  expect(provenance).toMatchObject({ packages: [], system: [], version: null, bases: [] });
});
