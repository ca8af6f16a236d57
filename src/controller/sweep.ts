import type { Removable } from "../engine/index.ts";
import { removeHostsFiles } from "./hosts-file.ts";
import { labelKeys, ownershipOf } from "./labels.ts";
import { ownerState } from "./owner.ts";

export interface SweepOptions {
  /** Everything of this run, whoever owns it. */
  readonly runId?: string;
  /** Everything whose owner is dead or, where that cannot be known, whose lease has run out; never a living owner's. */
  readonly stale?: { readonly nowMs: number };
  /** Only look. */
  readonly dryRun?: boolean;
}

export interface SweepReport {
  readonly removed: number;
  /** Still there afterwards. */
  readonly left: number;
  /** What was found. */
  readonly objects: readonly Removable[];
}

interface Store {
  listLabelled(labels: readonly string[]): Promise<readonly Removable[]>;
  removeObject(object: Removable): Promise<void>;
}

/** Containers hold networks and volumes; within a kind, all at once. */
const order: readonly Removable["kind"][] = ["container", "network", "volume"];

/**
 * Removes by label, with no memory of any run: containers, then networks, then volumes.
 *
 * Touches only what carries all of our labels with values that we could have written. What cannot be removed is
 * counted as left and hinders nothing else; rejects only when the engine does not list.
 */
export async function sweep(store: Store, options: SweepOptions): Promise<SweepReport> {
  const find = () => findObjects(store, options);
  const objects = await find();
  if (options.runId !== undefined && !options.dryRun) {
    await removeHostsFiles(options.runId);
  }
  if (options.dryRun || objects.length === 0) {
    return { removed: 0, left: objects.length, objects };
  }
  for (const kind of order) {
    const ofKind = objects.filter((object) => object.kind === kind);
    await Promise.allSettled(ofKind.map((object) => store.removeObject(object)));
  }
  const still = new Set((await find()).map(({ kind, id }) => `${kind} ${id}`));
  const removed = objects.filter(({ kind, id }) => !still.has(`${kind} ${id}`)).length;
  return { removed, left: still.size, objects };
}

async function findObjects(
  store: Store,
  { runId, stale }: SweepOptions,
): Promise<readonly Removable[]> {
  const listed = await store.listLabelled([
    runId === undefined ? labelKeys.run : `${labelKeys.run}=${runId}`,
  ]);
  return listed.filter(({ labels }) => {
    const ownership = ownershipOf(labels);
    if (ownership === undefined) {
      return false;
    }
    if (runId !== undefined) {
      return ownership.runId === runId;
    }
    const state = ownerState(ownership.owner);
    return (
      stale !== undefined &&
      state !== "alive" &&
      (state === "dead" || ownership.expiresAtMs <= stale.nowMs)
    );
  });
}
