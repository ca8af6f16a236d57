import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { Fault } from "../../fault/index.ts";
import { isObject } from "../expect/member.ts";

const largestBytes = 16 * 1024 * 1024;

/** The file of a run file's snapshots, beside it: mcp-manager.yml has mcp-manager.snapshots.yml. */
export function snapshotPath(runFile: string): string {
  return join(dirname(runFile), `${basename(runFile, extname(runFile))}.snapshots.yml`);
}

/** What a file of snapshots holds, by key; nothing when there is no file. Throws RUN_FILE_INVALID when it is unreadable. */
export async function readSnapshots(path: string): Promise<Map<string, unknown>> {
  let text: string;
  try {
    const { size } = await stat(path);
    if (size > largestBytes) {
      throw unreadable(path, "is larger than the 16 MiB allowed");
    }
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return new Map();
    }
    throw error instanceof Fault ? error : unreadable(path, "cannot be read", error);
  }
  const { parseDocument } = await import("yaml");
  // The file comes with a pull request. We write no aliases, so a bomb of them is refused before it grows.
  const document = parseDocument(text, { schema: "core", version: "1.2" });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const line = problem.linePos?.[0].line ?? 1;
    throw unreadable(path, `is no sound YAML at line ${line}`, problem);
  }
  let values: unknown;
  try {
    values = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw unreadable(path, "uses aliases", error);
  }
  if (values !== null && !isObject(values)) {
    throw unreadable(path, "holds no map of snapshots");
  }
  return new Map(Object.entries(values ?? {}));
}

/** Writes a file of snapshots whole or not at all, keys in order. */
export async function writeSnapshots(
  path: string,
  snapshots: ReadonlyMap<string, unknown>,
): Promise<void> {
  const { stringify } = await import("yaml");
  const sorted = [...snapshots].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = stringify(Object.fromEntries(sorted), {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    schema: "core",
  });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(`${heading}${text}`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw unreadable(path, "cannot be written", error);
  }
}

const heading = `# Snapshots: scenario › step › place. Written by --update-snapshots; review and commit them.\n`;

function unreadable(path: string, what: string, cause?: unknown): Fault {
  return new Fault("RUN_FILE_INVALID", `The file of snapshots ${basename(path)} ${what}`, {
    cause,
    hint: "Restore it from the repository, or delete it and write it anew with --update-snapshots.",
  });
}
