import { mkdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "../engine/index.ts";
import { asFault } from "../fault/index.ts";
import type { PlannedImage } from "../registry/index.ts";
import { duration } from "../text/index.ts";
import { interruption } from "./action-process.ts";
import { askCache, type CacheTimes, type CacheUser, cacheTimes } from "./cache-process.ts";
import { cacheKey } from "./image-cache-rules.ts";
import { loadEntry } from "./image-entry.ts";
import { planImages } from "./image-plan.ts";
import type { JobLog } from "./job-log.ts";
import type { RunSession } from "./run-session.ts";
import type { ImagesOfRun } from "./run-state.ts";

/** Downloads at once; more only share the way. */
const atOnce = 2;

/**
 * Brings the images that the run would build from the cache, where they are in it.
 *
 * Whatever fails comes back as a notice, and the image is built as ever. Rejects INTERRUPTED alone.
 */
export async function restoreImages(
  { request, stateDir }: Pick<RunSession, "request" | "stateDir">,
  own: CacheUser,
  log: JobLog,
  times: CacheTimes = cacheTimes,
): Promise<{ readonly images: ImagesOfRun; readonly notices: readonly string[] }> {
  const notices: string[] = [];
  const images: ImagesOfRun = { missing: [], restored: 0, savedMs: 0 };
  let engine: Engine | undefined;
  try {
    const plan = await planImages({ request }, own);
    if (plan === undefined) {
      return { images, notices };
    }
    engine = plan.engine;
    const wanted = plan.wanted.map(({ image }) => image);
    const restore = { times, own, log, engine: plan.engine, stateDir, images, notices };
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let image = wanted.shift(); image !== undefined; image = wanted.shift()) {
          await restoreOne(image, restore);
        }
      }),
    );
  } catch (thrown) {
    // A run file with mistakes, an engine that is away: the run itself says so, in full.
    log.say(`Image cache: not asked. ${asFault(thrown).message.split("\n", 1)[0]}`);
  } finally {
    engine?.close();
    await rm(join(stateDir, "cache"), { recursive: true, force: true }).catch(() => undefined);
  }
  if (own.signal.aborted) {
    throw interruption();
  }
  return { images, notices };
}

interface Restoring {
  readonly times: CacheTimes;
  readonly own: CacheUser;
  readonly log: JobLog;
  readonly engine: Engine;
  readonly stateDir: string;
  readonly images: ImagesOfRun;
  readonly notices: string[];
}

async function restoreOne(image: PlannedImage, restoring: Restoring): Promise<void> {
  const { times, own, log, engine, stateDir, images, notices } = restoring;
  const key = cacheKey(image.key, engine.info, own.clock.nowMs());
  const folder = join(stateDir, "cache", image.key.slice(0, 16));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const startedMs = own.clock.monotonicMs();
  const { word, reason } = await askCache("restore", key, folder, own, times);
  try {
    if (word === "restored") {
      const buildMs = await loadEntry(folder, image, engine, own.signal);
      const tookMs = own.clock.monotonicMs() - startedMs;
      images.restored += 1;
      images.savedMs += buildMs - tookMs;
      log.say(
        `Image ${image.reference} restored from the cache in ${duration(tookMs)}; building it took ${duration(buildMs)}.`,
      );
      return;
    }
    if (word === "late") {
      notices.push(`Image cache: the service did not answer in time. ${image.reference} is built.`);
    } else if (word === "failed" || reason !== "") {
      notices.push(
        `Image cache: ${image.reference} could not be restored, and is built. ${reason}`,
      );
    } else {
      log.say(`Image ${image.reference} is not in the cache.`);
    }
    // Where the service itself fails there is no use in saving either; an entry that is damaged cannot be replaced.
    images.missing.push(
      ...(word === "miss" && reason === "" ? [{ reference: image.reference, key }] : []),
    );
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    notices.push(
      `Image cache: the entry of ${image.reference} is not used: ${why}. The image is built.`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
