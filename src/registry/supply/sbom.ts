import { createHash } from "node:crypto";
import { keptText } from "./kept.ts";
import type { PackageRef } from "./packages.ts";
import type { Provenance } from "./provenance.ts";
import { purlOf } from "./purl.ts";

/** An image as its bill of materials names it. */
export interface Billed {
  readonly image: string;
  readonly provenance: Provenance;
}

/** What packages the bill says of an image, when nobody lists them. */
const packagesProperty = "io.github.docker-mcp-manager:packages";

/**
 * The bill of materials of an image as CycloneDX 1.6 JSON: base images, the server's packages, the system's.
 *
 * The same image gives the same bytes. Made once (loading the library takes 100 ms), later read from the cache folder.
 */
export async function sbomOf(billed: Billed, cacheFolder: string): Promise<string> {
  const { imageId } = billed.provenance;
  const what = `sbom-${createHash("sha256").update(billed.image).digest("hex").slice(0, 12)}`;
  return keptText(
    { cacheFolder, imageId, what },
    (kept) => kept.trimEnd().endsWith("}"),
    () => cycloneDx(billed),
  );
}

async function cycloneDx({ image, provenance }: Billed): Promise<string> {
  const { Enums, Models, Serialize, Spec, SPDX } = await library();
  const { packages, system, bases, imageId, version } = provenance;
  const root = new Models.Component(Enums.ComponentType.Container, image, {
    bomRef: "image",
    version: imageId,
  });
  const components = [
    ...bases.map(
      ({ reference, id }) =>
        new Models.Component(Enums.ComponentType.Container, reference, {
          bomRef: `base ${reference}`,
          version: id,
        }),
    ),
    ...unique([...packages, ...system]).map((each, index) => {
      const isServer = index === 0 && version !== null;
      const component = new Models.Component(
        isServer ? Enums.ComponentType.Application : Enums.ComponentType.Library,
        each.name,
        { bomRef: purlOf(each), purl: purlOf(each), version: each.version },
      );
      if (each.licence !== undefined) {
        component.licenses.add(licenceOf(each.licence));
      }
      return component;
    }),
  ];
  for (const component of components) {
    root.dependencies.add(component.bomRef);
  }
  if (packages.length + system.length === 0) {
    root.properties.add(new Models.Property(packagesProperty, "unknown"));
  }
  const bom = new Models.Bom({
    serialNumber: serialNumber(image, imageId),
    metadata: new Models.Metadata({ component: root }),
    components: new Models.ComponentRepository(components),
  });
  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const text = new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true });
  return `${text}\n`;

  function licenceOf(text: string) {
    const words = text.split(/ AND | OR |[()]/).map((word) => word.trim());
    if (SPDX.isSupportedSpdxId(text)) {
      return new Models.SpdxLicense(text);
    }
    return words.every((word) => word === "" || SPDX.isSupportedSpdxId(word))
      ? new Models.LicenseExpression(text)
      : new Models.NamedLicense(text);
  }
}

/**
 * Part by part, for the whole library looks for files beside itself, which a bundle has not; and by `default`, for the
 * bundle has no named exports of a CommonJS module, only Node.js finds them.
 */
async function library() {
  const [enums, models, serialize, spec, spdx] = await Promise.all([
    import("@cyclonedx/cyclonedx-library/Enums"),
    import("@cyclonedx/cyclonedx-library/Models"),
    import("@cyclonedx/cyclonedx-library/Serialize"),
    import("@cyclonedx/cyclonedx-library/Spec"),
    import("@cyclonedx/cyclonedx-library/SPDX"),
  ]);
  return {
    Enums: enums.default,
    Models: models.default,
    Serialize: serialize.default,
    Spec: spec.default,
    SPDX: spdx.default,
  };
}

/** One of each: a package may be installed in several places. */
function unique(packages: readonly PackageRef[]): readonly PackageRef[] {
  const seen = new Set<string>();
  return packages.filter((each) => {
    const isNew = !seen.has(purlOf(each));
    seen.add(purlOf(each));
    return isNew;
  });
}

/** A UUID that follows from the image. */
function serialNumber(image: string, imageId: string): string {
  const hex = createHash("sha256").update(`${image} ${imageId}`).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join("-")}`;
}
