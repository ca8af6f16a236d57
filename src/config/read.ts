import { resolve } from "node:path";
import { Fault } from "../fault/index.ts";
import { readTextFile } from "./text-file.ts";

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
    const read = readTextFile(resolve(folder, path), maxRunFileBytes);
    if (read.kind === "text") {
      return { path, text: read.text };
    }
    if (read.kind === "unusable") {
      throw invalid(path, read.why, read.cause);
    }
  }
  const tried = paths.map(quoted).join(" and no ");
  throw new Fault("RUN_FILE_NOT_FOUND", `There is no ${tried} in ${quoted(folder)}.`);
}

function invalid(file: string, what: string, cause?: unknown): Fault {
  const options = { problems: [{ file, line: 1, column: 1, message: what }], cause };
  return new Fault("RUN_FILE_INVALID", `The run file ${quoted(file)} ${what}.`, options);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
