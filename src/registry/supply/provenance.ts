import type { Engine, ImageInfo } from "../../engine/index.ts";
import { imageLabels } from "../labels.ts";
import { type Contents, contentsOf } from "./contents.ts";
import { keptText } from "./kept.ts";
import type { PackageRef } from "./packages.ts";

/** What an image is made of, as far as it can be known. */
export interface Provenance {
  /** The server's; where a template listed them, its own package is the first. Empty when nobody lists them. */
  readonly packages: readonly PackageRef[];
  /** The operating system's. */
  readonly system: readonly PackageRef[];
  /** Exact version of the server's own package, where a template listed it. */
  readonly version: string | null;
  readonly bases: readonly {
    readonly reference: string;
    readonly id: string;
    /** The registry's; absent for one made here. */
    readonly digest?: string;
  }[];
  readonly imageBytes: number;
  readonly imageId: string;
}

export interface ProvenanceDeps {
  readonly engine: Pick<Engine, "readImageFiles">;
  /** What was read of an image is kept here by the image's id. */
  readonly cacheFolder: string;
  /** Labels of the container through which the image is read. */
  readonly containerLabels?: Readonly<Record<string, string>>;
}

/** Packages, version and bases of an image: read from it once (200 ms), later from the cache folder (1 ms). */
export async function provenanceOf(image: ImageInfo, deps: ProvenanceDeps): Promise<Provenance> {
  const text = await keptText(
    { cacheFolder: deps.cacheFolder, imageId: image.id, what: "packages" },
    (kept) => kept.startsWith("{") && kept.endsWith("}"),
    async () => JSON.stringify(await contentsOf(image, deps.engine, deps.containerLabels)),
  );
  // We wrote it, and it was renamed as a whole.
  const { packages, listed, system } = JSON.parse(text) as Contents;
  return {
    packages,
    system,
    version: listed ? (packages[0]?.version ?? null) : null,
    bases: basesIn(image.labels),
    imageBytes: image.sizeBytes,
    imageId: image.id,
  };
}

/** What the label of an image that we built says: `reference id,reference id digest`. */
function basesIn(labels: ImageInfo["labels"]): Provenance["bases"] {
  const listed = labels[imageLabels.base]?.split(",") ?? [];
  return listed.map((each) => {
    const [reference = "", id = "", digest] = each.split(" ");
    return { reference, id, ...(digest !== undefined && { digest }) };
  });
}
