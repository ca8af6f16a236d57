import type { Clock } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import { inspectContainer } from "./container.ts";
import { engineLost, isEngineGone, refusesConnections } from "./engine-lost.ts";
import type { ContainerState, ExitInfo } from "./types.ts";

const pollMs = 500;

/** SIGTERM, then SIGKILL is what an engine that ends sends its containers; it takes no connections any more by then. */
const endedByEngine: readonly number[] = [143, 137];

/** The error of an exit that nobody saw. */
export const removedWhileItRan = "the container was removed while it ran";

/**
 * Resolves at the next exit of a container.
 *
 * The engine's own wait never answers when the engine dies, or when the container ended before the wait was
 * registered. So it only wakes an inspection; the end of the attached stream wakes another, and that one goes on
 * looking until the container has ended or the engine does not answer any more: then it rejects ENGINE_LOST, for what
 * became of the container is not known. An exit by the engine's own end is one of those.
 */
export async function waitForExit(
  connection: Connection,
  clock: Clock,
  id: string,
  attachmentEnded: Promise<void> | undefined,
): Promise<ExitInfo> {
  const settled = new AbortController();
  try {
    return await Promise.race([
      byWait(connection, clock, id, settled.signal),
      byInspection(
        connection,
        clock,
        id,
        attachmentEnded ?? clock.sleep(pollMs, settled.signal),
        settled.signal,
      ),
      whenClosed(connection, id, settled.signal),
    ]);
  } finally {
    settled.abort();
  }
}

async function byWait(
  connection: Connection,
  clock: Clock,
  id: string,
  settled: AbortSignal,
): Promise<ExitInfo> {
  const call = connection.json({
    method: "POST",
    path: `/containers/${id}/wait`,
    query: { condition: "next-exit" },
    doing: `wait for container ${id.slice(0, 12)}`,
    deadlineMs: Number.POSITIVE_INFINITY,
    signal: settled,
  });
  // A broken wait is no news about the container; the inspection has the last word while there is a container.
  const answer = await call.catch(() => undefined);
  // The shape of the engine's answer at the pinned version.
  const code = (answer as { readonly StatusCode?: number } | undefined)?.StatusCode;
  return lookUntilEnded(connection, clock, id, settled, code);
}

async function byInspection(
  connection: Connection,
  clock: Clock,
  id: string,
  begin: Promise<void>,
  settled: AbortSignal,
): Promise<ExitInfo> {
  await begin;
  return lookUntilEnded(connection, clock, id, settled);
}

async function lookUntilEnded(
  connection: Connection,
  clock: Clock,
  id: string,
  settled: AbortSignal,
  codeIfGone = -1,
): Promise<ExitInfo> {
  for (;;) {
    const state = await inspectContainer(connection, id).catch((error: unknown) => {
      throw isEngineGone(error) ? lost(connection, id, error) : error;
    });
    if (state === undefined) {
      return {
        exitCode: codeIfGone,
        oomKilled: false,
        error: removedWhileItRan,
      };
    }
    // "created" is a container not started yet: its exit is still to come.
    if (!state.running && state.status !== "created") {
      const exit = exitOf(state);
      if (
        endedByEngine.includes(exit.exitCode) &&
        (await refusesConnections(connection.endpoint))
      ) {
        throw lost(connection, id);
      }
      return exit;
    }
    await clock.sleep(pollMs, settled);
  }
}

function whenClosed(connection: Connection, id: string, settled: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    connection.closed.addEventListener(
      "abort",
      () =>
        reject(
          new Fault(
            "ENGINE_ERROR",
            `wait for container ${id.slice(0, 12)}: our connection was closed`,
          ),
        ),
      { once: true, signal: settled },
    );
  });
}

function lost({ endpoint }: Connection, id: string, cause?: unknown): Fault {
  return engineLost(`While container ${id.slice(0, 12)} ran`, endpoint, cause);
}

function exitOf(state: ContainerState): ExitInfo {
  return {
    exitCode: state.exitCode,
    oomKilled: state.oomKilled,
    error: state.error === "" ? null : state.error,
  };
}
