import { mkdtempSync, statfsSync } from "node:fs";
import { lstat, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ownership } from "./types.ts";

/** A folder in the temporary folder, as its name tells. */
interface TempFolder {
  readonly runId: string;
  readonly owner: string;
  /** When something was last put into it. */
  readonly modifiedMs: number;
}

const pattern = /^docker-mcp-manager-([0-9a-f]{32})-([0-9a-f-]{36}(?:\.\d+){3})-\w{6}$/;

/**
 * Makes a folder of a run in the temporary folder, for this user only (0700).
 *
 * Its name says whose it is, so that whoever removes what a killed manager left on the engine removes this, too.
 */
export function makeTempFolder(
  { runId, owner }: Pick<Ownership, "runId" | "owner">,
  root = tmpdir(),
): string {
  return mkdtempSync(join(root, `docker-mcp-manager-${runId}-${owner}-`));
}

const sharedMemory = "/dev/shm";
const tmpfsType = 0x01_02_19_94;

/** A folder that is in memory alone; where there is none, the temporary folder. */
export function memoryRoot(): string {
  try {
    return statfsSync(sharedMemory).type === tmpfsType ? sharedMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** Removes those of our folders that `isMeant` says; what cannot be removed (another user's) stays. */
export async function removeTempFolders(isMeant: (folder: TempFolder) => boolean): Promise<void> {
  const roots = new Set([tmpdir(), memoryRoot()]);
  await Promise.all([...roots].map((root) => removeIn(root, isMeant)));
}

async function removeIn(root: string, isMeant: (folder: TempFolder) => boolean): Promise<void> {
  const names = await readdir(root).catch(() => []);
  await Promise.allSettled(
    names.map(async (name) => {
      const [, runId, owner] = pattern.exec(name) ?? [];
      if (runId === undefined || owner === undefined) {
        return;
      }
      const path = join(root, name);
      // Not followed: in a folder that all may write, a link of our name may lead anywhere.
      const found = await lstat(path);
      if (found.isDirectory() && isMeant({ runId, owner, modifiedMs: found.mtimeMs })) {
        await rm(path, { recursive: true, force: true });
      }
    }),
  );
}
