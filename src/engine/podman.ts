import { existsSync } from "node:fs";
import type { ContainerStats } from "dockerode";
import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import { hasEnded, sampleOf } from "./stats.ts";
import type { ContainerSpec, EngineInfo, StatsSample } from "./types.ts";

// Where Podman does otherwise than Docker with the same request.

const everyMs = 1_000;

/**
 * Podman makes a folder on the host where the source of a mount is missing; Docker refuses, and so do we.
 *
 * Only behind a Unix socket: the files of another machine cannot be seen.
 */
export function refuseMissingSources({ mounts, name }: ContainerSpec, info: EngineInfo): void {
  const missing = mounts.find(({ kind, source }) => kind === "bind" && !existsSync(source));
  if (missing !== undefined && info.endpoint.startsWith("unix:")) {
    throw new Fault(
      "MOUNT_SOURCE_MISSING",
      `create container ${name}: bind source path does not exist: ${missing.source}`,
    );
  }
}

/** A sample a second until the container has ended; a stream of Podman's has one in five, a single answer takes 3 ms. */
export async function pollStats(
  connection: Connection,
  clock: Clock,
  id: string,
  onSample: (sample: StatsSample) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for (;;) {
      const answer = await connection
        .json({
          method: "GET",
          path: `/containers/${id}/stats`,
          query: { stream: "0", "one-shot": "1" },
          doing: `read the statistics of container ${id.slice(0, 12)}`,
          signal,
        })
        .catch(async (thrown: unknown) => {
          if (await hasEnded(connection, id)) {
            return undefined;
          }
          throw thrown;
        });
      // The shape of the engine's answer at the pinned version.
      const sample = answer === undefined ? undefined : sampleOf(answer as ContainerStats);
      if (sample !== undefined) {
        onSample(sample);
      } else if (await hasEnded(connection, id)) {
        return;
      }
      await clock.sleep(everyMs, signal);
    }
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}
