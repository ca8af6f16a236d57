import { existsSync, lstatSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { forFileName } from "../text/index.ts";

export interface Collected {
  /** Absolute paths of regular files. */
  readonly files: readonly string[];
  /** What was left out, with the reason. */
  readonly refused: readonly string[];
}

/** What the artifact service refuses in a path, and what no name should have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point.
const unsafeName = /["<>:|*?\\\u0000-\u001f\u007f-\u009f]|^[-.]|[. ]$/;
/** SQLite's side files: the record is sealed before it is uploaded. */
const leftOut = /\.db-(?:wal|shm)$|\.tmp$/;

/**
 * The files below `root` that may be uploaded: regular ones with one name only.
 *
 * Links are refused and listed: the artifact client would follow them out of the folder. One odd file name would fail
 * the whole upload, so such a file is renamed.
 */
export function collectFiles(root: string): Collected {
  const files: string[] = [];
  const refused: string[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder, { encoding: "buffer" }).toSorted((a, b) =>
      a.compare(b),
    )) {
      const path = safelyNamed(folder, name);
      const entry = lstatSync(path);
      if (entry.isDirectory()) {
        walk(path);
      } else if (!entry.isFile()) {
        refused.push(
          `${path.slice(root.length + 1)}: ${entry.isSymbolicLink() ? "a symbolic link" : "not a regular file"}`,
        );
      } else if (entry.nlink > 1) {
        refused.push(`${path.slice(root.length + 1)}: a hard link`);
      } else if (!leftOut.test(path)) {
        files.push(path);
      }
    }
  };
  walk(root);
  return { files, refused };
}

function safelyNamed(folder: string, raw: Buffer): string {
  const name = raw.toString("utf8");
  const readable = Buffer.from(name).equals(raw);
  if (readable && !unsafeName.test(name) && raw.length <= 255) {
    return join(folder, name);
  }
  const wanted = forFileName(readable ? name : raw.toString("latin1"));
  let path = join(folder, wanted);
  for (let number = 2; existsSync(path); number++) {
    path = join(folder, `${wanted}-${number}`);
  }
  renameSync(Buffer.concat([Buffer.from(`${folder}/`), raw]), path);
  return path;
}
