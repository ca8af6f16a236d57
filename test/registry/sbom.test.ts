import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { Provenance } from "../../src/registry/index.ts";
import { sbomOf } from "../../src/registry/index.ts";
import { scratch } from "./deps.ts";

const provenance: Provenance = {
  packages: [
    { type: "npm", name: "@acme/server", version: "1.2.3", licence: "MIT" },
    { type: "npm", name: "left", version: "1.0.0", licence: "(MIT OR Apache-2.0)" },
    { type: "npm", name: "left", version: "1.0.0", licence: "(MIT OR Apache-2.0)" },
    { type: "npm", name: "odd", version: "1.0.0", licence: "SEE LICENSE IN LICENSE.md" },
  ],
  system: [{ type: "deb", name: "libc6", version: "2.41-12" }],
  version: "1.2.3",
  bases: [{ reference: "node:24-bookworm-slim", id: `sha256:${"b".repeat(64)}` }],
  imageBytes: 1000,
  imageId: `sha256:${"a".repeat(64)}`,
};
const billed = { image: "docker-mcp-manager/npm:0123456789abcdef", provenance };

/** The published schema, which the library brings. */
function schemaProblems(text: string): unknown {
  const folder = join(
    createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json"),
    "../res/schema",
  );
  // The copies refer to each other by their file names, but carry the published ids.
  const schema = (name: string) =>
    JSON.parse(
      readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), "utf8").replaceAll(
        ".SNAPSHOT.schema",
        ".schema",
      ),
    ) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(schema("spdx")).addSchema(schema("jsf-0.82"));
  const validate = ajv.compile(schema("bom-1.6"));
  return validate(JSON.parse(text)) ? undefined : validate.errors;
}

interface Bom {
  readonly metadata: { readonly component: { readonly properties?: unknown } };
  readonly components: readonly Readonly<Record<string, unknown>>[];
}

test("the bill of materials is CycloneDX 1.6 by its published schema, with bases, packages and licences", async () => {
  const text = await sbomOf(billed, await scratch());
  expect(schemaProblems(text)).toBeUndefined();
  const bom = JSON.parse(text) as Bom;
  expect(bom).toMatchObject({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    metadata: { component: { type: "container", name: billed.image, version: provenance.imageId } },
  });
  const brief = bom.components.map(({ type, name, version, purl }) => [type, name, version, purl]);
  expect(brief).toEqual(
    expect.arrayContaining([
      ["application", "@acme/server", "1.2.3", "pkg:npm/%40acme/server@1.2.3"],
      ["library", "left", "1.0.0", "pkg:npm/left@1.0.0"],
      ["library", "libc6", "2.41-12", "pkg:deb/debian/libc6@2.41-12"],
      ["container", "node:24-bookworm-slim", `sha256:${"b".repeat(64)}`, undefined],
    ]),
  );
  expect(brief).toHaveLength(5);
  const licences = bom.components.flatMap(({ licenses }) => licenses ?? []);
  expect(licences).toEqual(
    expect.arrayContaining([
      { license: { id: "MIT" } },
      { expression: "(MIT OR Apache-2.0)" },
      { license: { name: "SEE LICENSE IN LICENSE.md" } },
    ]),
  );
});

test("the same image gives the same bytes, made once; another name of it gives its own", async () => {
  const cacheFolder = await scratch();
  const first = await sbomOf(billed, cacheFolder);
  expect(await sbomOf(billed, await scratch())).toBe(first);
  const changed = { ...billed, provenance: { ...provenance, packages: [] } };
  expect(await sbomOf(changed, cacheFolder)).toBe(first);
  expect(await sbomOf({ ...billed, image: "other:1" }, cacheFolder)).not.toBe(first);
});

test("an image whose packages nobody lists says so, instead of having none", async () => {
  const unknown = { ...provenance, packages: [], system: [], version: null };
  const text = await sbomOf({ ...billed, provenance: unknown }, await scratch());
  expect(schemaProblems(text)).toBeUndefined();
  expect((JSON.parse(text) as Bom).metadata.component.properties).toEqual([
    { name: "io.github.docker-mcp-manager:packages", value: "unknown" },
  ]);
});
