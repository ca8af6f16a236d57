import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isOwnerAlive } from "../controller/index.ts";
import { Fault } from "../fault/index.ts";

/** How other commands of the same user find a running manager. */
export interface Announcement {
  readonly runId: string;
  readonly owner: string;
  readonly url: string;
  readonly token: string;
}

/** Writes the announcement, readable by this user alone; the result takes it back. */
export function announce(folder: string, announcement: Announcement): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOursAlone(folder)) {
    throw new Fault(
      "USAGE",
      `${folder}, where other commands look for a running manager, is not a folder of this user alone.`,
      { hint: "Remove it, or set XDG_RUNTIME_DIR to a folder that only you may enter." },
    );
  }
  const file = join(folder, `${announcement.runId}.json`);
  writeFileSync(file, JSON.stringify(announcement), { mode: 0o600, flag: "wx" });
  return () => rmSync(file, { force: true });
}

/** Managers that are alive; what dead ones left is removed. */
export function runningManagers(folder: string): readonly Announcement[] {
  let names: string[];
  try {
    // What stands in anyone's folder may lead to anyone's manager.
    names = isOursAlone(folder) ? readdirSync(folder) : [];
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    const file = join(folder, name);
    const announcement = readAnnouncement(file);
    if (announcement === undefined || !isOwnerAlive(announcement.owner)) {
      rmSync(file, { force: true });
      return [];
    }
    return [announcement];
  });
}

/** In a folder that all may write, such as /tmp, somebody else may have been first. */
function isOursAlone(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
}

/** One folder per user, gone with the login session where the system has such a place. */
export function announcementFolder(environment: {
  readonly XDG_RUNTIME_DIR?: string | undefined;
  readonly temporary: string;
  readonly userId: number;
}): string {
  return environment.XDG_RUNTIME_DIR
    ? join(environment.XDG_RUNTIME_DIR, "docker-mcp-manager")
    : join(environment.temporary, `docker-mcp-manager-${environment.userId}`);
}

function readAnnouncement(file: string): Announcement | undefined {
  try {
    // Written by `announce` of the same user; a torn file is treated as absent.
    const value = JSON.parse(readFileSync(file, "utf8")) as Announcement;
    return typeof value.url === "string" && typeof value.owner === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
