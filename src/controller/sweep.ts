import type { Removable } from "../engine/index.ts";
import { asFault } from "../fault/index.ts";
import { labelKeys, ownershipOf } from "./labels.ts";
import { ownerState } from "./owner.ts";
import { removeTempFolders } from "./temp-folder.ts";
import type { Ownership } from "./types.ts";

export interface SweepOptions {
  /** Everything of this run, whoever owns it. */
  readonly runId?: string;
  /** Everything whose owner is dead or, where that cannot be known, whose lease has run out; never a living owner's. */
  readonly stale?: { readonly nowMs: number };
  /** Only look. */
  readonly dryRun?: boolean;
}

/** Why an object is removed, or left alone. */
type SweepReason =
  | "of the run"
  | "its manager is dead"
  | "its lease has run out"
  | "its manager runs"
  | "its lease holds";

/** Something that carries all of our labels. */
interface SweptObject extends Removable {
  readonly reason: SweepReason;
}

export interface SweepReport {
  readonly removed: number;
  /** Still there afterwards. */
  readonly left: number;
  /** The same, each with what the engine said to its removal. */
  readonly stuck: readonly (SweptObject & { readonly error: string })[];
  /** What was found to remove. */
  readonly objects: readonly SweptObject[];
  /** What is ours, too, and was not to be removed. */
  readonly kept: readonly SweptObject[];
}

interface Store {
  listLabelled(labels: readonly string[]): Promise<readonly Removable[]>;
  removeObject(object: Pick<Removable, "kind" | "id">): Promise<void>;
}

/** Containers hold networks and volumes; within a kind, all at once. */
const order: readonly Removable["kind"][] = ["container", "network", "volume"];

/** What another boot's or machine's manager left in the temporary folder is kept so long: jobs end within it. */
const tempFolderLeaseMs = 6 * 3_600_000;

const removing: readonly SweepReason[] = [
  "of the run",
  "its manager is dead",
  "its lease has run out",
];

/**
 * Removes by label, with no memory of any run: containers, then networks, then volumes, and our temporary folders.
 *
 * Touches only what carries all of our labels with values that we could have written. What cannot be removed is
 * counted as left and hinders nothing else; rejects only when the engine does not list.
 */
export async function sweep(store: Store, options: SweepOptions): Promise<SweepReport> {
  const { objects, kept } = await findObjects(store, options);
  if (!options.dryRun) {
    await removeTempFolders((folder) => isMeant(folder, options));
  }
  if (options.dryRun || objects.length === 0) {
    return { removed: 0, left: objects.length, stuck: [], objects, kept };
  }
  const errors = new Map<string, string>();
  for (const kind of order) {
    const ofKind = objects.filter((object) => object.kind === kind);
    await Promise.all(
      ofKind.map((object) =>
        store
          .removeObject(object)
          .catch((error: unknown) => errors.set(keyOf(object), asFault(error).message)),
      ),
    );
  }
  const stuck = (await findObjects(store, options)).objects.map((object) => ({
    ...object,
    error: errors.get(keyOf(object)) ?? "it is there again, or its removal is under way",
  }));
  const still = new Set(stuck.map(keyOf));
  const removed = objects.filter((object) => !still.has(keyOf(object))).length;
  return { removed, left: stuck.length, stuck, objects, kept };
}

function keyOf({ kind, id }: Removable): string {
  return `${kind} ${id}`;
}

async function findObjects(
  store: Store,
  options: SweepOptions,
): Promise<Pick<SweepReport, "objects" | "kept">> {
  const { runId } = options;
  const listed = await store.listLabelled([
    runId === undefined ? labelKeys.run : `${labelKeys.run}=${runId}`,
  ]);
  const ours = listed.flatMap((object) => {
    const ownership = ownershipOf(object.labels);
    return ownership === undefined ? [] : [{ ...object, reason: reasonOf(ownership, options) }];
  });
  const isToGo = ({ reason }: SweptObject) => removing.includes(reason);
  return { objects: ours.filter(isToGo), kept: ours.filter((object) => !isToGo(object)) };
}

function reasonOf(ownership: Ownership, { runId, stale }: SweepOptions): SweepReason {
  if (runId !== undefined && ownership.runId === runId) {
    return "of the run";
  }
  const state = ownerState(ownership.owner);
  if (state === "alive") {
    return "its manager runs";
  }
  if (runId !== undefined || stale === undefined) {
    return "its lease holds";
  }
  if (state === "dead") {
    return "its manager is dead";
  }
  return ownership.expiresAtMs <= stale.nowMs ? "its lease has run out" : "its lease holds";
}

function isMeant(
  folder: { readonly runId: string; readonly owner: string; readonly modifiedMs: number },
  options: SweepOptions,
): boolean {
  const expiresAtMs = folder.modifiedMs + tempFolderLeaseMs;
  return removing.includes(reasonOf({ ...folder, expiresAtMs }, options));
}
