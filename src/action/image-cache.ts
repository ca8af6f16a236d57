import { mkdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type LoadedRunFile, loadRunFile, type ServerSpec } from "../config/index.ts";
import { connectEngine, type Engine } from "../engine/index.ts";
import { asFault } from "../fault/index.ts";
import {
  noPins,
  type Pins,
  type PlannedImage,
  pinsIn,
  planImage,
  readLock,
  registrySettings,
  runFileShelf,
} from "../registry/index.ts";
import { duration } from "../text/index.ts";
import { interruption } from "./action-process.ts";
import { askCache, type CacheTimes, type CacheUser, cacheTimes } from "./cache-process.ts";
import { cacheKey } from "./image-cache-rules.ts";
import { loadEntry } from "./image-entry.ts";
import type { JobLog } from "./job-log.ts";
import { managerEnvironment } from "./launch.ts";
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
    const settings = registrySettings(managerEnvironment(own.environment), own.templates);
    const templates = await runFileShelf(settings, { ...request, environment: {} });
    const loaded = await loadRunFile({ ...request, environment: {}, templates });
    const specs = builtServers(loaded);
    if (specs.length === 0) {
      return { images, notices };
    }
    engine = await connectEngine({ environment: own.environment, clock: own.clock });
    const planned = await planAll(specs, await pinsFor(request), {
      ...settings,
      templates,
      engine,
      workspaceRoot: request.workspace,
      runFileFolder: dirname(resolve(request.workspace, request.file)),
    });
    const wanted = [...planned];
    const restore = { times, own, log, engine, stateDir, images, notices };
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

/** The servers of the run file that something asks for, and whose image may be built. */
function builtServers({
  runFile,
  scenarios,
}: LoadedRunFile): readonly (readonly [string, ServerSpec])[] {
  const steps = scenarios.flatMap(({ setup, steps, teardown }) => [
    ...setup,
    ...steps,
    ...teardown,
  ]);
  const asked = new Set(steps.map(({ server }) => server));
  return Object.entries(runFile.servers).flatMap(([name, spec]) =>
    asked.has(name) && (spec.build !== undefined || spec.template !== undefined)
      ? [[name, spec] as const]
      : [],
  );
}

async function planAll(
  specs: ReturnType<typeof builtServers>,
  pins: ReadonlyMap<string, Pins>,
  deps: Parameters<typeof planImage>[1],
): Promise<readonly PlannedImage[]> {
  const all = await Promise.all(
    specs.map(([name, spec]) => planImage(spec, { ...deps, pins: pins.get(name) ?? noPins })),
  );
  const byReference = new Map(
    all.flatMap((image) =>
      image === undefined || image.present ? [] : [[image.reference, image]],
    ),
  );
  return [...byReference.values()];
}

/** A locked run builds other images than the run file alone would. */
async function pinsFor({ lock }: RunSession["request"]): Promise<ReadonlyMap<string, Pins>> {
  return lock === undefined ? new Map() : pinsIn(await readLock(lock.file, lock.text));
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
