import type { EngineInfo } from "../engine/index.ts";
import { bytes, duration } from "../text/index.ts";
import type { Environment } from "./action-process.ts";

/** Raise it when what is in an entry changes. */
const format = 1;

/** An entry is found for a week at most: base images and unpinned versions must not grow old with it. */
const periodMs = 7 * 86_400_000;

/** GitHub keeps 10 GiB for a repository, and drops what was used longest ago. */
const maxImageBytes = 2 * 2 ** 30;

/** Less than this is not worth the room in the store. */
const leastGainMs = 3_000;

/**
 * Fetched, unpacked, checked and loaded. Measured: 496 MB took 23 s on two cores that nine processes shared, and loading
 * alone 6 s on quiet ones; runners lie between. Saving takes half as long again, after the job's reports.
 */
const bytesPerSecond = 40e6;
const fixedMs = 1_500;

/** The key of an image's entry: what it is made from, what it runs on, and when. */
export function cacheKey(
  contentKey: string,
  { os, arch }: Pick<EngineInfo, "os" | "arch">,
  nowMs: number,
): string {
  const period = Math.floor(nowMs / periodMs);
  return `docker-mcp-manager-image-${format}-${os}-${arch}-${contentKey}-${period}`;
}

/**
 * Why this job may not save images; undefined when it may.
 *
 * What a pull request builds is made by its author; no job that others rely on may find it.
 */
export function savingRefused(environment: Environment): string | undefined {
  const { GITHUB_EVENT_NAME: event = "", ACTIONS_CACHE_MODE: mode = "" } = environment;
  if (event.startsWith("pull_request")) {
    return `a job of the event ${event} saves no images`;
  }
  return ["read", "none"].includes(mode.trim().toLowerCase())
    ? `the job's cache-mode is ${mode.trim()}`
    : undefined;
}

/** Why saving an image does not pay; undefined when it does. */
export function savingUseless(image: {
  readonly buildMs: number;
  readonly sizeBytes: number;
}): string | undefined {
  const { buildMs, sizeBytes } = image;
  if (sizeBytes > maxImageBytes) {
    return `it has ${bytes(sizeBytes)}, more than ${bytes(maxImageBytes)}`;
  }
  const restoreMs = fixedMs + (sizeBytes / bytesPerSecond) * 1_000;
  return buildMs - restoreMs < leastGainMs
    ? `building took ${duration(buildMs)}, and restoring its ${bytes(sizeBytes)} would take about ${duration(restoreMs)}`
    : undefined;
}
