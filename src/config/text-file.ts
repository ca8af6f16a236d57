import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { errorCode } from "./paths.ts";

/** What was read, or why not; `why` continues the name of the file. */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unusable"; readonly why: string; readonly cause?: unknown };

/** Reads a regular file of UTF-8, without following a link, waiting for a writer or reading more than `maxBytes`. */
export function readTextFile(path: string, maxBytes: number): FileText {
  let descriptor: number;
  try {
    // Looked at before it is opened: opening a device can have effects, opening a FIFO waits for a writer.
    const why = irregularity(lstatSync(path));
    if (why !== undefined) {
      return { kind: "unusable", why };
    }
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOENT" || code === "ENOTDIR") {
      return { kind: "absent" };
    }
    const why = code === "EACCES" ? "may not be read" : `could not be read (${code})`;
    return { kind: "unusable", why, cause };
  }
  try {
    // And again when it is open: it may have been exchanged in between.
    const why = irregularity(fstatSync(descriptor));
    return why === undefined
      ? decoded(bytesOf(descriptor, maxBytes), maxBytes)
      : { kind: "unusable", why };
  } finally {
    closeSync(descriptor);
  }
}

/** At most one byte more than `maxBytes`. */
function bytesOf(descriptor: number, maxBytes: number): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  for (let read = -1; read !== 0 && length <= maxBytes; length += read) {
    const chunk = Buffer.alloc(Math.min(256 * 1024, maxBytes + 1 - length));
    read = readSync(descriptor, chunk, 0, chunk.length, length);
    chunks.push(chunk.subarray(0, read));
  }
  return Buffer.concat(chunks);
}

interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
}

function irregularity(kind: Kind): string | undefined {
  if (kind.isFile()) {
    return undefined;
  }
  const what = kind.isDirectory()
    ? "a folder"
    : kind.isSymbolicLink()
      ? "a symbolic link"
      : kind.isFIFO()
        ? "a FIFO"
        : kind.isSocket()
          ? "a socket"
          : "a device";
  return `is not a regular file but ${what}`;
}

function decoded(bytes: Buffer, maxBytes: number): FileText {
  const why =
    bytes.length > maxBytes
      ? `is larger than ${maxBytes} bytes (${inWords(maxBytes)})`
      : undecodable(bytes);
  // Unlike Buffer's, this decoder leaves out a byte order mark.
  return why === undefined
    ? { kind: "text", text: new TextDecoder().decode(bytes) }
    : { kind: "unusable", why };
}

function inWords(bytes: number): string {
  return bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MiB` : `${bytes / 1024} KiB`;
}

function undecodable(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return "is UTF-16; save it as UTF-8";
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return `has a NUL byte at offset ${nul}; if it is UTF-16, save it as UTF-8`;
  }
  return isUtf8(bytes)
    ? undefined
    : `is not UTF-8: the first bad byte is at offset ${firstBadByte(bytes)}`;
}

/** A replacement character in the decoded text that is not one in the bytes marks the place. */
function firstBadByte(bytes: Buffer): number {
  const text = bytes.toString("utf8");
  const replacement = Buffer.from("\ufffd");
  let offset = 0;
  let from = 0;
  for (;;) {
    const found = text.indexOf("\ufffd", from);
    offset += Buffer.byteLength(text.slice(from, found));
    if (found < 0 || !bytes.subarray(offset, offset + 3).equals(replacement)) {
      return offset;
    }
    offset += 3;
    from = found + 1;
  }
}
