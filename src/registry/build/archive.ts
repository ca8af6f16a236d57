import type { Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { packFolder } from "../../engine/index.ts";
import type { BuildContext, Entry } from "./context.ts";

/** Files up to this size are read whole: a stream each costs more than they do. */
const wholeFileBytes = 2 ** 20;

/** Adds every entry's path, kind, mode and content to the hash. */
export async function hashContext(context: BuildContext, hash: Hash): Promise<void> {
  for (const entry of context.entries) {
    hash.update(
      `${entry.kind}\0${entry.path}\0${entry.executable}\0${entry.bytes}\0${entry.linkTarget}\0`,
    );
    if (entry.kind === "file" && entry.bytes <= wholeFileBytes) {
      hash.update(await readFile(entry.source));
    } else if (entry.kind === "file") {
      for await (const chunk of createReadStream(entry.source)) {
        hash.update(chunk as Buffer);
      }
    }
  }
}

interface Header {
  readonly name: string;
  readonly type: "file" | "directory" | "symlink";
  readonly mode: number;
  readonly size: number;
  readonly mtime: Date;
  readonly linkname?: string;
}

type Done = (error?: Error | null) => void;

/** What is used of the tar library's writer. */
interface Writer {
  entry(header: Header, done: Done): Writable;
  entry(header: Header, bytes: Buffer, done: Done): unknown;
  finalize(): void;
  destroy(error?: Error): void;
}

/**
 * The context as an uncompressed tar, read while it is sent; `extra` files (name → bytes) are added at its root.
 *
 * Owners are root, times 0.
 */
export async function packContext(
  context: BuildContext,
  extra: Readonly<Record<string, Uint8Array>>,
): Promise<Readable> {
  // No entries of its own: the library walks one folder, and what is sent may come from two.
  return packFolder(".", {
    entries: [],
    finalize: false,
    finish: (writer) => {
      // Its type is from a stream library of its own.
      const archive = writer as unknown as Writer;
      write(archive, context, extra).then(
        () => archive.finalize(),
        (error: Error) => archive.destroy(error),
      );
    },
  });
}

async function write(
  archive: Writer,
  context: BuildContext,
  extra: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  for (const entry of context.entries) {
    const header = headerOf(entry);
    if (header.size > 0) {
      await writeFile(archive, header, entry.source);
    } else if (header.type === "file") {
      // Without bytes of its own it would wait for some.
      await written((done) => archive.entry(header, Buffer.alloc(0), done));
    } else {
      await written((done) => archive.entry(header, done));
    }
  }
  for (const [name, bytes] of Object.entries(extra)) {
    const size = bytes.byteLength;
    const header: Header = { name, type: "file", mode: 0o644, size, mtime: new Date(0) };
    await written((done) => archive.entry(header, Buffer.from(bytes), done));
  }
}

function headerOf(entry: Entry): Header {
  const { path: name, kind, bytes: size, executable, linkTarget } = entry;
  const type = kind === "folder" ? "directory" : kind === "link" ? "symlink" : "file";
  const mode = kind === "folder" || executable ? 0o755 : 0o644;
  return {
    name,
    type,
    mode,
    size,
    mtime: new Date(0),
    ...(kind === "link" && { linkname: linkTarget }),
  };
}

async function written(begin: (done: Done) => unknown): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    begin((error) => (error ? reject(error) : resolve()));
  });
}

/** As long as it was when it was listed: a file that grows meanwhile must not break the archive. */
async function writeFile(archive: Writer, header: Header, source: string): Promise<void> {
  const taken = Promise.withResolvers<void>();
  const sink = archive.entry(header, (error) => (error ? taken.reject(error) : taken.resolve()));
  await Promise.all([
    pipeline(createReadStream(source, { end: header.size - 1 }), sink),
    taken.promise,
  ]);
}
