import { duration, plural } from "../text/index.ts";
import type { ImagesOfRun } from "./run-state.ts";

/** One line for the job summary; undefined when nothing was restored. */
export function cacheLine(images: ImagesOfRun | undefined): string | undefined {
  if (images === undefined || images.restored === 0) {
    return undefined;
  }
  const saved = images.savedMs > 0 ? `; that saved ${duration(images.savedMs)}` : "";
  return `Image cache: ${plural(images.restored, "image")} restored instead of built${saved}.`;
}
