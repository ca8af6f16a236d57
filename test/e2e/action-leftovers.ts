import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import type { JobResult, JobView } from "../runner/job.ts";
import { leftOf, runIdOf } from "./action-harness.ts";

/** What the action's step left in RUNNER_TEMP for its post. */
export interface SavedState {
  readonly runId: string;
  readonly pid: number;
  readonly owner: string;
}

export function stateDirIn(runnerTemp: string): string | undefined {
  const name = readdirSync(runnerTemp).find((entry) => entry.startsWith("docker-mcp-manager-"));
  return name === undefined ? undefined : join(runnerTemp, name);
}

export function savedState({ runnerTemp }: JobView): SavedState {
  return JSON.parse(
    readFileSync(join(stateDirIn(runnerTemp) ?? "", "state.json"), "utf8"),
  ) as SavedState;
}

/** Processes whose command line names the run: its manager and its reaper. */
export function processesNaming(runId: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && commandLine(pid).includes(runId));
}

export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** Looks until the value is the wanted one, or the time is over. */
export async function eventually<T>(
  look: () => Promise<T> | T,
  wanted: (value: T) => boolean,
  ms = 10_000,
  pauseMs = 50,
): Promise<T> {
  const endMs = systemClock.monotonicMs() + ms;
  for (;;) {
    const value = await look();
    if (wanted(value) || systemClock.monotonicMs() > endMs) {
      return value;
    }
    await systemClock.sleep(pauseMs);
  }
}

/** Environment that a process was started with. */
export function environmentOf(pid: number): Readonly<Record<string, string>> {
  const pairs = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
}

/** Nothing of the run is left: objects on the engine, processes, state. */
export async function expectNothingLeft(job: JobResult): Promise<void> {
  // A main that was killed early has saved its state, but the log does not name the run yet.
  const runId = job.states[0]?.get("runId") ?? runIdOf(job.log);
  expect(job.orphans, job.log).toEqual([]);
  expect(job.post?.exitCode).toBe(0);
  expect(await leftOf(runId)).toEqual([]);
  expect(
    await eventually(
      () => processesNaming(runId),
      (found) => found.length === 0,
    ),
  ).toEqual([]);
}
