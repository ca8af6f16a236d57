import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Fault } from "../../fault/index.ts";
import { lockFileOf } from "./file.ts";

/** The lock file of a run file; path as shown in messages. Throws LOCK_NOT_FOUND. */
export function neededLock(
  workspace: string,
  runFile: string,
): { readonly file: string; readonly text: string } {
  const found = lockIfThere(workspace, runFile);
  if (found === undefined) {
    throw new Fault(
      "LOCK_NOT_FOUND",
      `There is no ${lockFileOf(runFile)}, and a locked run needs it.`,
    );
  }
  return found;
}

/** As `neededLock`; undefined when there is none. */
export function lockIfThere(
  workspace: string,
  runFile: string,
): { readonly file: string; readonly text: string } | undefined {
  const file = lockFileOf(runFile);
  try {
    return { file, text: readFileSync(resolve(workspace, file), "utf8") };
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") {
      return undefined;
    }
    throw new Fault("LOCK_INVALID", `${file} cannot be read: ${String(thrown)}`, { cause: thrown });
  }
}
