import type { Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, readdir, readFile, readlink, realpath } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { Fault } from "../../fault/index.ts";
import { isInside } from "../workspace-path.ts";

/** Larger contexts are refused: they are nearly always a forgotten .dockerignore. */
const maxContextBytes = 200 * 2 ** 20;

/** Files up to this size are read whole: a stream each costs more than they do. */
const wholeFileBytes = 2 ** 20;

interface Entry {
  /** Relative to the context, with forward slashes. */
  readonly path: string;
  readonly kind: "file" | "folder" | "link";
  readonly bytes: number;
  readonly executable: boolean;
  readonly linkTarget: string;
}

/** What will be sent to the engine: the folder's files without the ignored ones, in a fixed order. */
export interface BuildContext {
  readonly folder: string;
  readonly entries: readonly Entry[];
  readonly bytes: number;
}

/**
 * Lists what is sent of `folder`: everything but `.git` and what the ignore file names; the Dockerfile always.
 *
 * Rejects PATH_NOT_ALLOWED for a link that leaves the folder, USAGE above `maxBytes` (default 200 MiB) with the largest paths.
 */
export async function listContext(
  folder: string,
  dockerfile: string,
  maxBytes: number = maxContextBytes,
): Promise<BuildContext> {
  const rules = await ignoreRules(folder, dockerfile);
  const entries = await walk(folder, "", {
    ...rules,
    ignores: (path) => path !== dockerfile && rules.ignores(path),
    holdsDockerfile: (path) => dockerfile.startsWith(`${path}/`),
  });
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > maxBytes) {
    throw tooLarge(folder, entries, bytes, maxBytes);
  }
  return { folder, entries, bytes };
}

/** Adds every entry's path, kind, mode and content to the hash. */
export async function hashContext(context: BuildContext, hash: Hash): Promise<void> {
  for (const entry of context.entries) {
    hash.update(
      `${entry.kind}\0${entry.path}\0${entry.executable}\0${entry.bytes}\0${entry.linkTarget}\0`,
    );
    if (entry.kind === "file" && entry.bytes <= wholeFileBytes) {
      hash.update(await readFile(join(context.folder, entry.path)));
    } else if (entry.kind === "file") {
      for await (const chunk of createReadStream(join(context.folder, entry.path))) {
        hash.update(chunk as Buffer);
      }
    }
  }
}

/** The context as an uncompressed tar; `extra` files (name → bytes) are added at its root. Owners are root, times 0. */
export async function packContext(
  context: BuildContext,
  extra: Readonly<Record<string, Uint8Array>>,
): Promise<Readable> {
  const { pack } = await import("tar-fs");
  const sent = new Set(context.entries.map((entry) => join(context.folder, entry.path)));
  const executable = new Set(
    context.entries.filter((entry) => entry.executable).map((entry) => entry.path),
  );
  return pack(context.folder, {
    ignore: (path) => path !== context.folder && !sent.has(path),
    map: (header) => ({
      ...header,
      mode: header.type === "directory" || executable.has(header.name) ? 0o755 : 0o644,
      uid: 0,
      gid: 0,
      mtime: new Date(0),
    }),
    finalize: false,
    finish: (archive) => {
      for (const [name, bytes] of Object.entries(extra)) {
        archive.entry({ name, mode: 0o644, mtime: new Date(0) }, Buffer.from(bytes));
      }
      archive.finalize();
    },
  }) as unknown as Readable; // its type is from a stream library of its own; it is piped as any Readable
}

interface IgnoreRules {
  readonly ignores: (path: string) => boolean;
  /** Whether a rule such as !keep.txt may bring back what lies in an ignored folder. */
  readonly bringsBack: boolean;
  readonly holdsDockerfile: (path: string) => boolean;
}

/** The entries below `parent`, depth first; an ignored folder is sent only for what is kept in it. */
async function walk(folder: string, parent: string, rules: IgnoreRules): Promise<Entry[]> {
  const names = await readdir(join(folder, parent));
  const entries: Entry[] = [];
  for (const name of names.filter((each) => each !== ".git").sort()) {
    const path = parent === "" ? name : `${parent}/${name}`;
    const ignored = rules.ignores(path);
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
  const full = join(folder, path);
  const stat = await lstat(full);
  const executable = (stat.mode & 0o111) !== 0;
  if (stat.isSymbolicLink()) {
    const linkTarget = await readlink(full);
    const end = await realpath(full).catch(() => folder);
    if (
      !ignored &&
      !(isInside(folder, resolve(dirname(full), linkTarget)) && isInside(folder, end))
    ) {
      throw new Fault(
        "PATH_NOT_ALLOWED",
        `Build context: the link ${path} leads out of the context, to ${linkTarget}`,
        {
          hint: "Replace the link by the file, or name it in .dockerignore.",
        },
      );
    }
    return { path, kind: "link", bytes: 0, executable: false, linkTarget };
  }
  if (stat.isDirectory()) {
    return { path, kind: "folder", bytes: 0, executable: true, linkTarget: "" };
  }
  // Sockets, pipes and devices cannot be sent.
  return stat.isFile()
    ? { path, kind: "file", bytes: stat.size, executable, linkTarget: "" }
    : undefined;
}

async function ignoreRules(
  folder: string,
  dockerfile: string,
): Promise<Pick<IgnoreRules, "ignores" | "bringsBack">> {
  const own = await readFile(join(folder, `${dockerfile}.dockerignore`), "utf8").catch(
    () => undefined,
  );
  const text =
    own ?? (await readFile(join(folder, ".dockerignore"), "utf8").catch(() => undefined));
  if (text === undefined) {
    return { ignores: () => false, bringsBack: false };
  }
  const { default: library } = await import("@balena/dockerignore");
  const rules = library.default({ ignorecase: false }).add(text);
  return {
    ignores: (path) => rules.ignores(path),
    bringsBack: /^[^\S\n\r\u2028\u2029]*!/m.test(text),
  };
}

function tooLarge(
  folder: string,
  entries: readonly Entry[],
  bytes: number,
  maxBytes: number,
): Fault {
  const mebibytes = (count: number) => `${(count / 2 ** 20).toFixed(1)} MiB`;
  const largest = [...entries].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  const list = largest.map((entry) => `  ${mebibytes(entry.bytes)}  ${entry.path}`).join("\n");
  return new Fault(
    "USAGE",
    `Build context ${folder} has ${mebibytes(bytes)}, allowed are ${mebibytes(maxBytes)}. Largest files:\n${list}`,
    { hint: "Name what the build does not need in .dockerignore." },
  );
}
