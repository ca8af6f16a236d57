import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connectManager } from "../api/index.ts";
import { type Clock, within } from "../clock/index.ts";
import { isOwnerAlive, readOwner } from "../controller/index.ts";
import { Fault } from "../fault/index.ts";
import type { RunState } from "./run-state.ts";

const pollMs = 25;
const afterSigtermMs = 2_000;
const afterSigkillMs = 1_000;

/** How the manager came to its end. */
export type Ending = "already-gone" | "shut-down" | "terminated" | "killed" | "not to be ended";

/** Whether the manager of this run lives: same pid, same start time, and started with this run's folder. */
export function isManagerAlive(state: RunState, stateDir: string): boolean {
  return (
    state.pid !== null &&
    state.owner !== null &&
    isOwnerAlive(state.owner) &&
    ownerOf(state.pid) === state.owner &&
    commandOf(state.pid).includes(stateDir)
  );
}

/** Asks the manager to shut down; after `askMs` SIGTERM, then SIGKILL. Nobody else's process is ever signalled. */
export async function endManager(
  state: RunState,
  stateDir: string,
  version: string,
  askMs: number,
  clock: Clock,
): Promise<Ending> {
  if (!isManagerAlive(state, stateDir)) {
    return "already-gone";
  }
  const gone = (ms: number) => untilGone(state, stateDir, ms, clock);
  const startedMs = clock.monotonicMs();
  const asked = await within(askToShutDown(state, version), askMs, () => tooSlow(askMs)).catch(
    () => undefined,
  );
  const leftMs = Math.max(0, askMs - (clock.monotonicMs() - startedMs));
  if (asked !== undefined && (await gone(leftMs))) {
    return "shut-down";
  }
  signal(state, stateDir, "SIGTERM");
  if (await gone(afterSigtermMs)) {
    return "terminated";
  }
  signal(state, stateDir, "SIGKILL");
  return (await gone(afterSigkillMs)) ? "killed" : "not to be ended";
}

/**
 * Ends processes of this user that were started with a file of the run's folder; for when its state is lost.
 *
 * Resolves with how many there were.
 */
export async function endProcessesOf(stateDir: string, clock: Clock): Promise<number> {
  const bootFile = join(stateDir, "boot.json");
  const ids = () =>
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => commandOf(pid).split("\0").includes(bootFile));
  const { length: found } = ids();
  for (const name of ["SIGTERM", "SIGKILL"] as const) {
    for (const pid of ids()) {
      send(pid, name);
    }
    const endMs = clock.monotonicMs() + afterSigtermMs;
    while (ids().length > 0 && clock.monotonicMs() < endMs) {
      await clock.sleep(pollMs);
    }
  }
  return found;
}

async function askToShutDown(state: RunState, version: string): Promise<true> {
  const client = await connectManager({ url: state.url ?? "", token: state.token }, version);
  try {
    await client.call("docker_shutdown", {});
  } finally {
    await client.close();
  }
  return true;
}

function signal(state: RunState, stateDir: string, name: NodeJS.Signals): void {
  if (state.pid !== null && isManagerAlive(state, stateDir)) {
    send(state.pid, name);
  }
}

function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in this instant.
  }
}

async function untilGone(
  state: RunState,
  stateDir: string,
  ms: number,
  clock: Clock,
): Promise<boolean> {
  const endMs = clock.monotonicMs() + ms;
  while (isManagerAlive(state, stateDir)) {
    if (clock.monotonicMs() >= endMs) {
      return false;
    }
    await clock.sleep(pollMs);
  }
  return true;
}

/** Identity of a process as the labels have it; null when there is no such process. */
export function ownerOf(pid: number | undefined): string | null {
  try {
    return pid === undefined ? null : readOwner(pid);
  } catch {
    return null;
  }
}

/** Command line as the kernel has it, parts separated by NUL; empty when there is no such process. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function tooSlow(ms: number): Fault {
  return new Fault("MANAGER_UNREACHABLE", `The manager did not shut down within ${ms} ms.`);
}
