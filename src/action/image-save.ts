import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { connectEngine, type Engine } from "../engine/index.ts";
import { asFault } from "../fault/index.ts";
import { readRecord } from "../record/index.ts";
import { bytes, duration } from "../text/index.ts";
import { askCache, type CacheUser } from "./cache-process.ts";
import { savingRefused, savingUseless } from "./image-cache-rules.ts";
import { writeEntry } from "./image-entry.ts";
import type { JobLog } from "./job-log.ts";
import { type RunState, reportDirOf } from "./run-state.ts";

/** Saves the images this run built and the cache did not have, where that pays. Never rejects: what fails comes back as a notice. */
export async function saveImages(
  state: RunState,
  stateDir: string,
  own: CacheUser,
  log: JobLog,
): Promise<readonly string[]> {
  const missing = state.images?.missing ?? [];
  const recordFile = join(reportDirOf(stateDir), "run.db");
  if (missing.length === 0 || state.cancelled || !existsSync(recordFile)) {
    return [];
  }
  const refused = savingRefused(own.environment);
  if (refused !== undefined) {
    log.say(`Image cache: nothing is saved, for ${refused}.`);
    return [];
  }
  const notices: string[] = [];
  try {
    const buildMs = buildTimes(recordFile);
    const engine = await connectEngine({ environment: own.environment, clock: own.clock });
    try {
      for (const { reference, key } of missing) {
        const tookMs = buildMs.get(reference) ?? 0;
        const said = await saveOne({ reference, key, buildMs: tookMs }, stateDir, engine, own, log);
        notices.push(...(said === undefined ? [] : [said]));
      }
    } finally {
      engine.close();
    }
  } catch (thrown) {
    notices.push(`Image cache: nothing was saved. ${asFault(thrown).message}`);
  }
  return notices;
}

/** By image reference: the longest that a server of this run waited for its build. */
function buildTimes(recordFile: string): ReadonlyMap<string, number> {
  using reader = readRecord(recordFile);
  const times = new Map<string, number>();
  for (const { image, buildMs } of reader.servers()) {
    if (image !== null) {
      times.set(image, Math.max(times.get(image) ?? 0, buildMs ?? 0));
    }
  }
  return times;
}

/** A notice when it failed. */
async function saveOne(
  image: { readonly reference: string; readonly key: string; readonly buildMs: number },
  stateDir: string,
  engine: Engine,
  own: CacheUser,
  log: JobLog,
): Promise<string | undefined> {
  const { reference, key, buildMs } = image;
  const found = await engine.inspectImage(reference);
  if (found === undefined || buildMs === 0) {
    // It was not built, or its build failed.
    return undefined;
  }
  const useless = savingUseless({ buildMs, sizeBytes: found.sizeBytes });
  if (useless !== undefined) {
    log.say(`Image cache: ${reference} is not saved: ${useless}.`);
    return undefined;
  }
  const folder = join(stateDir, "cache");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const startedMs = own.clock.monotonicMs();
  try {
    await writeEntry(folder, found.id, buildMs, engine, own.signal);
    const { word, reason } = await askCache("save", key, folder, own);
    if (word === "saved") {
      const tookMs = own.clock.monotonicMs() - startedMs;
      log.say(
        `Image cache: ${reference} (${bytes(found.sizeBytes)}) saved in ${duration(tookMs)}.`,
      );
      return undefined;
    }
    if (/another job may be creating this cache/i.test(reason)) {
      log.say(`Image cache: ${reference} is not saved; another job has done so, or is at it.`);
      return undefined;
    }
    const why = word === "late" ? "It took too long." : reason;
    return `Image cache: ${reference} was not saved. ${why}`;
  } catch (thrown) {
    return `Image cache: ${reference} was not saved. ${asFault(thrown).message}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
