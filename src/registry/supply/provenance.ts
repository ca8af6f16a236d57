import type { Engine, ImageInfo } from "../../engine/index.ts";
import { imageLabels } from "../labels.ts";
import { keptPackages } from "./kept-packages.ts";
import { type PackageRef, packagesFile, parsePackages } from "./packages.ts";

/** What an image is made of, as far as it can be known. */
export interface Provenance {
  /** The server's own package first; empty when nobody lists them. */
  readonly packages: readonly PackageRef[];
  /** Exact version of the server's own package. */
  readonly version: string | null;
  readonly bases: readonly { readonly reference: string; readonly id: string }[];
  readonly imageBytes: number;
  readonly imageId: string;
}

export interface ProvenanceDeps {
  readonly engine: Pick<Engine, "readImageFile">;
  /** What was read of an image is kept here by the image's id. */
  readonly cacheFolder: string;
  /** Labels of the container through which the image is read. */
  readonly containerLabels?: Readonly<Record<string, string>>;
}

/** Packages, version and bases of an image: read from it once (200 ms), later from the cache folder (1 ms). */
export async function provenanceOf(image: ImageInfo, deps: ProvenanceDeps): Promise<Provenance> {
  const packages = await keptPackages(deps.cacheFolder, image.id, async () => {
    const bytes = await deps.engine.readImageFile(image.id, packagesFile, deps.containerLabels);
    return bytes === undefined ? [] : parsePackages(Buffer.from(bytes).toString("utf8"));
  });
  return {
    packages,
    version: packages[0]?.version ?? null,
    bases: basesIn(image.labels),
    imageBytes: image.sizeBytes,
    imageId: image.id,
  };
}

/** What the label of an image that we built says: `reference id,reference id`. */
function basesIn(labels: ImageInfo["labels"]): Provenance["bases"] {
  const listed = labels[imageLabels.base]?.split(",") ?? [];
  return listed.map((each) => {
    const [reference = "", id = ""] = each.split(" ");
    return { reference, id };
  });
}
