import { lstat, readdir, readlink, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Fault } from "../../fault/index.ts";
import { isInside } from "../workspace-path.ts";
import { type IgnoreRules, ignoreRules, isSecretFile } from "./ignore.ts";

/** Larger contexts are refused: they are nearly always a forgotten .dockerignore. */
const maxContextBytes = 200 * 2 ** 20;

export interface Entry {
  /** Relative to the root of what is sent, with forward slashes. */
  readonly path: string;
  /** The file on this host. */
  readonly source: string;
  readonly kind: "file" | "folder" | "link";
  readonly bytes: number;
  readonly executable: boolean;
  readonly linkTarget: string;
}

/** What will be sent to the engine: the files without the ignored ones, in a fixed order. */
export interface BuildContext {
  readonly entries: readonly Entry[];
  readonly bytes: number;
  /** Files of secrets that are not sent, though no rule of the repository names them. */
  readonly heldBack: readonly string[];
}

/**
 * Lists what is sent of `folder`: everything but `.git`, files of secrets and what `ignored` or the ignore file names; the
 * Dockerfile always.
 *
 * Rejects PATH_NOT_ALLOWED for a link that leaves the folder, USAGE above `maxBytes` (default 200 MiB) with the largest paths.
 */
export async function listContext(
  folder: string,
  dockerfile: string,
  maxBytes: number = maxContextBytes,
  ignored: readonly string[] = [],
): Promise<BuildContext> {
  const rules = await ignoreRules(folder, dockerfile, ignored);
  const heldBack: string[] = [];
  const entries = await walk(folder, "", {
    ...rules,
    ignores: (path) => path !== dockerfile && rules.ignores(path),
    holdsDockerfile: (path) => dockerfile.startsWith(`${path}/`),
    onIgnored: (path) => void (isSecretFile(path) && heldBack.push(path)),
  });
  return checkedSize(folder, entries, heldBack, maxBytes);
}

/** One file as a context, under its own name; the same limit holds. */
export async function fileContext(
  file: string,
  maxBytes: number = maxContextBytes,
): Promise<BuildContext> {
  const entry = await describe(dirname(file), basename(file), false);
  return checkedSize(file, entry === undefined ? [] : [entry], [], maxBytes);
}

/** The same files in a folder `name` of what is sent; the folder is there when nothing else is. */
export function below(name: string, folder: string, context: BuildContext): BuildContext {
  const root: Entry = {
    path: name,
    source: folder,
    kind: "folder",
    bytes: 0,
    executable: true,
    linkTarget: "",
  };
  const inside = context.entries.map((entry) => ({ ...entry, path: `${name}/${entry.path}` }));
  return { ...context, entries: [root, ...inside] };
}

interface WalkRules extends IgnoreRules {
  readonly holdsDockerfile: (path: string) => boolean;
  readonly onIgnored: (path: string) => void;
}

/** The entries below `parent`, depth first; an ignored folder is sent only for what is kept in it. */
async function walk(folder: string, parent: string, rules: WalkRules): Promise<Entry[]> {
  const names = await readdir(join(folder, parent));
  const entries: Entry[] = [];
  for (const name of names.filter((each) => each !== ".git").sort()) {
    const path = parent === "" ? name : `${parent}/${name}`;
    const ignored = rules.ignores(path);
    if (ignored) {
      rules.onIgnored(path);
    }
    const mayHold = !ignored || rules.bringsBack || rules.holdsDockerfile(path);
    const entry = mayHold ? await describe(folder, path, ignored) : undefined;
    if (entry?.kind === "folder") {
      const inside = await walk(folder, path, rules);
      entries.push(...(ignored && inside.length === 0 ? [] : [entry, ...inside]));
    } else if (entry !== undefined && !ignored) {
      entries.push(entry);
    }
  }
  return entries;
}

async function describe(
  folder: string,
  path: string,
  ignored: boolean,
): Promise<Entry | undefined> {
  const source = join(folder, path);
  const stat = await lstat(source);
  const executable = (stat.mode & 0o111) !== 0;
  if (stat.isSymbolicLink()) {
    const linkTarget = await readlink(source);
    const end = await realpath(source).catch(() => folder);
    if (
      !ignored &&
      !(isInside(folder, resolve(dirname(source), linkTarget)) && isInside(folder, end))
    ) {
      throw new Fault(
        "PATH_NOT_ALLOWED",
        `Build context: the link ${path} leads out of the context, to ${linkTarget}`,
        {
          hint: "Replace the link by the file, or name it in .dockerignore.",
        },
      );
    }
    return { path, source, kind: "link", bytes: 0, executable: false, linkTarget };
  }
  if (stat.isDirectory()) {
    return { path, source, kind: "folder", bytes: 0, executable: true, linkTarget: "" };
  }
  // Sockets, pipes and devices cannot be sent.
  return stat.isFile()
    ? { path, source, kind: "file", bytes: stat.size, executable, linkTarget: "" }
    : undefined;
}

function checkedSize(
  of: string,
  entries: readonly Entry[],
  heldBack: readonly string[],
  maxBytes: number,
): BuildContext {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes <= maxBytes) {
    return { entries, bytes, heldBack };
  }
  throw new Fault(
    "USAGE",
    `Build context ${of} has ${mebibytes(bytes)}, allowed are ${mebibytes(maxBytes)}. Largest files:\n${largestFiles(entries)}`,
    {
      hint: "Name what the build does not need in .dockerignore, or allow more with `build.max_context`.",
    },
  );
}

/** What is said of a context that is larger than is usual, though it was allowed. */
export function largeContext({ bytes, entries }: BuildContext): string | undefined {
  return bytes <= maxContextBytes
    ? undefined
    : `the build context has ${mebibytes(bytes)}, which is sent for every build; the largest files:\n${largestFiles(entries)}`;
}

/** The five largest files, one a line. */
function largestFiles(entries: readonly Entry[]): string {
  const largest = [...entries].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  return largest.map((entry) => `  ${mebibytes(entry.bytes)}  ${entry.path}`).join("\n");
}

function mebibytes(count: number): string {
  return `${(count / 2 ** 20).toFixed(1)} MiB`;
}
