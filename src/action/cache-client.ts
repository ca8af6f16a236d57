import { z } from "zod";

/**
 * The one path of an entry, below GITHUB_WORKSPACE of the cache process.
 *
 * The client hashes it into the entry's version, so saving and restoring must name the same.
 */
export const entryFolder = "image";

/** What the cache process says on its third descriptor, one JSON text a line. */
export const cacheWord = z.enum([
  /** Restoring: there is no such entry. */
  "miss",
  /** Restoring: there is one, and its download begins. */
  "hit",
  "restored",
  "saved",
  /** Saving: nothing was saved; the client's own output says why. */
  "refused",
]);

export type CacheWord = z.output<typeof cacheWord>;

/** Restores or saves the one entry of `key`. Rejects as the client does for a key it does not take. */
export async function runCacheClient(
  action: string,
  key: string,
  tell: (word: CacheWord) => void,
): Promise<void> {
  const { restoreCache, saveCache } = await import("@actions/cache");
  if (action === "save") {
    tell((await saveCache([entryFolder], key)) < 0 ? "refused" : "saved");
    return;
  }
  // Asked first without the download: a service that does not answer is given up on much sooner than a large entry.
  const found = await restoreCache([entryFolder], key, [], { lookupOnly: true });
  // The service also finds keys that only begin alike.
  if (found !== key) {
    tell("miss");
    return;
  }
  tell("hit");
  const options = { segmentTimeoutInMs: 60_000 };
  tell((await restoreCache([entryFolder], key, [], options)) === key ? "restored" : "miss");
}
