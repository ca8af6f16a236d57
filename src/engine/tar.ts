import type { Readable } from "node:stream";
import type { ExtractOptions, PackOptions } from "tar-fs";

// tar-fs is typed by a stream library of its own. What it makes is read and written as Node's streams are: said here, once.

/** A folder as an uncompressed tar, read while it is sent. */
export async function packFolder(folder: string, options?: PackOptions): Promise<Readable> {
  const { pack } = await import("tar-fs");
  return pack(folder, options) as unknown as Readable;
}

/** Takes an uncompressed tar and writes what is in it into the folder. */
export async function unpackInto(
  folder: string,
  options?: ExtractOptions,
): Promise<NodeJS.WritableStream> {
  const { extract } = await import("tar-fs");
  return extract(folder, options);
}
