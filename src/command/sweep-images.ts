import type { Engine, LabelledImage } from "../engine/index.ts";
import { imageLabels } from "../registry/index.ts";

/** An image that goes, or went. */
export interface SweptImage {
  readonly id: string;
  /** Its name; null when a newer image has taken it. */
  readonly tag: string | null;
  readonly bytes: number;
}

interface ImageSweep {
  readonly nowMs: number;
  /** Named images older than this go, too; undefined: none of them. */
  readonly olderThanMs: number | undefined;
  readonly dryRun: boolean;
}

/** An image is nameless for an instant while it is built or loaded. */
const youngestMs = 10 * 60_000;
/** Names of what templates and builds made. Local base images are not among them: they are few, and slow to make. */
const builtName = /^docker-mcp-manager\/(?!base-)[^/]+:[0-9a-f]{16}$/;

/** Removes images of ours that are of no use any more. One that something still uses stays, and is not listed. */
export async function sweepImages(
  engine: Pick<Engine, "labelledImages" | "removeUnusedImage">,
  { nowMs, olderThanMs, dryRun }: ImageSweep,
): Promise<readonly SweptImage[]> {
  const ageOf = ({ createdAtMs }: LabelledImage) => nowMs - createdAtMs;
  const found = (await engine.labelledImages(imageLabels.key)).flatMap((image): SweptImage[] => {
    const { id, sizeBytes: bytes, tags } = image;
    if (tags.length === 0) {
      return ageOf(image) >= youngestMs ? [{ id, tag: null, bytes }] : [];
    }
    return olderThanMs !== undefined && ageOf(image) >= olderThanMs
      ? tags.filter((tag) => builtName.test(tag)).map((tag) => ({ id, tag, bytes }))
      : [];
  });
  if (dryRun) {
    return found;
  }
  const gone: SweptImage[] = [];
  // One after the other: an image may be the base of the next.
  for (const image of found) {
    if (await engine.removeUnusedImage(image.tag ?? image.id)) {
      gone.push(image);
    }
  }
  return gone;
}
