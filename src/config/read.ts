import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { Fault } from "../fault/index.ts";
import { errorCode } from "./paths.ts";

/** Where a run file is looked for when none is named, in this order, from the workspace. */
export const defaultRunFiles: readonly string[] = ["mcp-manager.yml", ".github/mcp-manager.yml"];

/** Largest run file in bytes. */
export const maxRunFileBytes = 256 * 1024;

export interface RunFileText {
  /** As it was named, or as it was found; for messages, relative to the folder. */
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the run file `named`, or else the first of the default places that exists, from `folder`. Throws RUN_FILE_NOT_FOUND
 * naming all that were tried, and RUN_FILE_INVALID for what is not a regular file, larger than 256 KiB, or not UTF-8.
 */
export function findRunFile(folder: string, named?: string): RunFileText {
  const paths = named === undefined ? defaultRunFiles : [named];
  for (const path of paths) {
    const bytes = bytesOf(path, resolve(folder, path));
    if (bytes !== undefined) {
      return { path, text: decode(path, bytes) };
    }
  }
  const tried = paths.map(quoted).join(" and no ");
  throw new Fault("RUN_FILE_NOT_FOUND", `There is no ${tried} in ${quoted(folder)}.`);
}

/** Undefined when there is no such file. */
function bytesOf(file: string, path: string): Buffer | undefined {
  let descriptor: number;
  try {
    // Looked at before it is opened: opening a device can have effects, opening a FIFO waits for a writer.
    refuseUnlessRegular(file, lstatSync(path));
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    if (cause instanceof Fault) {
      throw cause;
    }
    const code = errorCode(cause);
    if (code === "ENOENT" || code === "ENOTDIR") {
      return undefined;
    }
    const why = code === "EACCES" ? "may not be read" : `could not be read (${code})`;
    throw invalid(file, why, cause);
  }
  try {
    // And again when it is open: it may have been exchanged in between.
    refuseUnlessRegular(file, fstatSync(descriptor));
    const buffer = Buffer.alloc(maxRunFileBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(descriptor, buffer, length, buffer.length - length, length);
    }
    if (length > maxRunFileBytes) {
      throw invalid(file, `is larger than ${maxRunFileBytes} bytes (256 KiB)`);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
}

function refuseUnlessRegular(file: string, kind: Kind): void {
  if (kind.isFile()) {
    return;
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
  throw invalid(file, `is not a regular file but ${what}`);
}

function decode(file: string, bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw invalid(file, "is UTF-16; save it as UTF-8");
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    throw invalid(file, `has a NUL byte at offset ${nul}; if it is UTF-16, save it as UTF-8`);
  }
  if (!isUtf8(bytes)) {
    throw invalid(file, `is not UTF-8: the first bad byte is at offset ${firstBadByte(bytes)}`);
  }
  // Unlike Buffer's, this decoder leaves out a byte order mark.
  return new TextDecoder().decode(bytes);
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

function invalid(file: string, what: string, cause?: unknown): Fault {
  const options = { problems: [{ file, line: 1, column: 1, message: what }], cause };
  return new Fault("RUN_FILE_INVALID", `The run file ${quoted(file)} ${what}.`, options);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
