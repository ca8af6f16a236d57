import { basename } from "node:path";
import { Fault } from "../../fault/index.ts";
import { equal } from "../expect/difference.ts";
import { judgeEquals } from "../expect/equality.ts";
import type { Judgement } from "../expect/judgement.ts";
import type { Show } from "../expect/show.ts";
import { readSnapshots, snapshotPath, writeSnapshots } from "./file.ts";

export interface SnapshotOptions {
  /** Stores what is seen instead of comparing with it. */
  readonly update: boolean;
  /** Nothing is ever stored there. */
  readonly ci: boolean;
}

/** What became of the snapshots of a run. */
export interface SnapshotSummary {
  readonly file: string;
  /** Stored anew or changed. */
  readonly written: number;
  /** Keys in the file that nothing asks for any more; removed when updating. */
  readonly obsolete: readonly string[];
}

/** The snapshots of one run file, for one run. */
export interface SnapshotStore {
  /** Compares a plain, masked value without secrets with what is stored under a key, or stores it. */
  judge(key: string, value: unknown, show: Show): Judgement;
  /**
   * Writes what is new. `played`: scenarios whose every step was done; `declared`: all of the run file. Obsolete is what
   * nobody asked for of a played scenario; of what has a name of its own, or belonged to a scenario that is no more, only
   * when all were played.
   */
  finish(about: {
    readonly played: ReadonlySet<string>;
    readonly declared: ReadonlySet<string>;
  }): Promise<SnapshotSummary>;
}

/** Stands between scenario, step and place in a key. */
const separator = " › ";

/**
 * Opens the snapshots beside a run file.
 *
 * Throws USAGE for an update in CI, RUN_FILE_INVALID for a file that cannot be read.
 */
export async function openSnapshots(
  runFile: string,
  { update, ci }: SnapshotOptions,
): Promise<SnapshotStore> {
  if (update && ci) {
    throw new Fault("USAGE", "Snapshots are never updated in CI; do it on your machine and commit");
  }
  const path = snapshotPath(runFile);
  const file = basename(path);
  const stored = await readSnapshots(path);
  const asked = new Set<string>();
  const news = new Map<string, unknown>();

  function compare(key: string, value: unknown, show: Show): Judgement {
    if (!stored.has(key)) {
      const advice = ci ? "run on your machine with --update-snapshots" : "run --update-snapshots";
      const actual = `${show(value)}, of which ${file} has no snapshot yet (${advice} and commit the file)`;
      return { ok: false, unfit: true, actual, blame: "run file" };
    }
    return judgeEquals(stored.get(key), value, show);
  }

  function keep(key: string, value: unknown, show: Show): Judgement {
    if (news.has(key) && !equal(news.get(key), value)) {
      const actual = `${show(value)}, but was something else before in the same run: mask what varies`;
      return { ok: false, actual, blame: "run file" };
    }
    news.set(key, value);
    return { ok: true, actual: show(value) };
  }

  return {
    judge(key, value, show) {
      asked.add(key);
      return update ? keep(key, value, show) : compare(key, value, show);
    },
    async finish({ played, declared }) {
      const obsolete = [...stored.keys()].filter(
        (key) => !asked.has(key) && isObsolete(key, played, declared),
      );
      const changed = [...news].filter(
        ([key, value]) => !stored.has(key) || !equal(stored.get(key), value),
      );
      if (update && changed.length + obsolete.length > 0) {
        const gone = new Set(obsolete);
        const kept = [...stored].filter(([key]) => !gone.has(key));
        await writeSnapshots(path, new Map([...kept, ...changed]));
      }
      return { file, written: changed.length, obsolete };
    },
  };
}

/** A scenario's name may hold the separator, so keys are matched from their beginning. */
function isObsolete(
  key: string,
  played: ReadonlySet<string>,
  declared: ReadonlySet<string>,
): boolean {
  const owner = [...declared]
    .filter((name) => key.startsWith(`${name}${separator}`))
    .toSorted((a, b) => b.length - a.length)[0];
  return owner === undefined ? [...declared].every((name) => played.has(name)) : played.has(owner);
}
