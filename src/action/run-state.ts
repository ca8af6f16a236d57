import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const runIdPattern = /^[0-9a-f]{32}$/;
const maxStateBytes = 64 * 1024;

/** What main leaves for post, in a file of mode 0600. Nothing in it is a user's secret. */
const runState = z.object({
  runId: z.string().regex(runIdPattern),
  /** Identity of the manager process; null until it was started. */
  owner: z.string().nullable(),
  pid: z.int().positive().nullable(),
  url: z.string().nullable(),
  token: z.string(),
  /** Inputs that post needs; the step's `with` may evaluate to something else by then. */
  artifactName: z.string(),
  retentionDays: z.number(),
  upload: z.boolean(),
  summary: z.boolean(),
  annotations: z.boolean(),
  /** The job was cancelled while main was at work. */
  cancelled: z.boolean(),
  /** Reports were written, and uploaded where asked for; post has only to remove. */
  published: z.boolean(),
  /** What the cache had to do with the run's images; absent where it was not asked. */
  images: z
    .object({
      /** Images that the cache does not have, with the keys of their entries. */
      missing: z.array(z.object({ reference: z.string(), key: z.string() })),
      restored: z.number(),
      /** Time that building would have taken, less what restoring took. */
      savedMs: z.number(),
    })
    .optional(),
});

export type RunState = z.output<typeof runState>;

/** What post and the summary are to know of the images of a run. */
export type ImagesOfRun = NonNullable<RunState["images"]>;

/** The folder of a run: name and place follow from the run's id, so a forged one leads nowhere else. */
function stateDirOf(runnerTemp: string, runId: string): string {
  return join(runnerTemp, `docker-mcp-manager-${runId}`);
}

/** Makes the run's folder (0700) with its report folder and the first state. */
export function createStateDir(runnerTemp: string, state: RunState): string {
  const stateDir = stateDirOf(runnerTemp, state.runId);
  mkdirSync(stateDir, { mode: 0o700 });
  chmodSync(stateDir, 0o700);
  mkdirSync(reportDirOf(stateDir), { mode: 0o700 });
  writeState(stateDir, state);
  return stateDir;
}

export function reportDirOf(stateDir: string): string {
  return join(stateDir, "report");
}

/** Replaces the state whole: a reader sees the old or the new one. Synchronous, so no signal comes in between. */
export function writeState(stateDir: string, state: RunState): void {
  const path = statePath(stateDir);
  const next = `${path}.tmp`;
  rmSync(next, { force: true });
  writeFileSync(next, JSON.stringify(state), { mode: 0o600, flag: "wx" });
  renameSync(next, path);
}

export type FoundState =
  | { readonly kind: "none" }
  /** Not ours, or damaged: said once, and only what the run's id proves is touched. */
  | {
      readonly kind: "unusable";
      readonly reason: string;
      readonly runId: string | undefined;
      readonly stateDir: string | undefined;
      /** Whether the run's folder is there, and ours. */
      readonly exists: boolean;
    }
  | { readonly kind: "found"; readonly state: RunState; readonly stateDir: string };

/**
 * Reads what main left, trusting nothing: anyone who can print to the step's log may try to forge saved state.
 *
 * The folder must be the one that belongs to the run's id, directly in RUNNER_TEMP, a real folder of this user that
 * no one else can enter; the file in it a regular one of this user, and about the same run.
 */
export function findState(
  saved: string | undefined,
  runnerTemp: string | undefined,
  userId: number | undefined,
): FoundState {
  if (saved === undefined || saved === "") {
    return { kind: "none" };
  }
  if (!runIdPattern.test(saved) || runnerTemp === undefined) {
    return unusable("the saved run id is not one of ours");
  }
  const stateDir = stateDirOf(runnerTemp, saved);
  try {
    const folder = lstatSync(stateDir);
    if (!folder.isDirectory() || folder.uid !== userId || (folder.mode & 0o077) !== 0) {
      return unusable(`${stateDir} is not a folder of ours`);
    }
  } catch {
    return { ...unusable(`${stateDir} is gone`), runId: saved, stateDir };
  }
  const own = { runId: saved, stateDir, exists: true };
  try {
    const file = lstatSync(statePath(stateDir));
    if (!file.isFile() || file.uid !== userId || file.size > maxStateBytes) {
      return { ...unusable(`${statePath(stateDir)} is not a file of ours`), ...own };
    }
    const state = runState.parse(JSON.parse(readFileSync(statePath(stateDir), "utf8")));
    return state.runId === saved
      ? { kind: "found", state, stateDir }
      : { ...unusable(`${statePath(stateDir)} is about another run`), ...own };
  } catch {
    return { ...unusable(`${statePath(stateDir)} is missing or damaged`), ...own };
  }
}

function unusable(reason: string) {
  return {
    kind: "unusable",
    reason,
    runId: undefined,
    stateDir: undefined,
    exists: false,
  } as const;
}

function statePath(stateDir: string): string {
  return join(stateDir, "state.json");
}
