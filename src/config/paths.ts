import { realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { Fault } from "../fault/index.ts";

/** Folder that relative paths of a run file start from. */
export function folderOf(file: string, workspace: string): string {
  return dirname(resolve(workspace, file));
}

/** Whether `path`, read from `base`, stays inside `workspace` by its words alone; links are not looked at. */
export function staysInside(workspace: string, base: string, path: string): boolean {
  return contains(resolve(workspace), resolve(base, path));
}

/**
 * The real path of `path`, read from `base`, after all symbolic links; it exists and lies inside the real workspace,
 * or inside one of the folders that are `allowed`.
 * Use what it returns, not what was asked for: a link may change afterwards. Throws PATH_NOT_ALLOWED.
 */
export async function resolveInside(
  workspace: string,
  base: string,
  path: string,
  allowed: readonly string[] = [],
): Promise<string> {
  const shown = JSON.stringify(path);
  if (path === "" || path.includes("\0")) {
    throw new Fault("PATH_NOT_ALLOWED", `The path ${shown} is empty or has a NUL character in it.`);
  }
  const asked = resolve(base, path);
  const folders = [workspace, ...allowed].filter((folder) => contains(resolve(folder), asked));
  if (folders.length === 0) {
    throw new Fault("PATH_NOT_ALLOWED", `The path ${shown} lies outside the workspace.`);
  }
  const roots = await Promise.all([realpath(workspace), ...allowed.map(realOf)]);
  let real: string;
  try {
    real = await realpath(asked);
  } catch (cause) {
    const why = reasons[errorCode(cause)] ?? "could not be looked up";
    throw new Fault("PATH_NOT_ALLOWED", `The path ${shown} ${why}.`, { cause });
  }
  if (!roots.some((root) => contains(root, real))) {
    throw new Fault(
      "PATH_NOT_ALLOWED",
      `The path ${shown} leads outside the workspace through a symbolic link.`,
    );
  }
  const found = await stat(real);
  if (!found.isFile() && !found.isDirectory()) {
    throw new Fault("PATH_NOT_ALLOWED", `The path ${shown} is neither a file nor a folder.`);
  }
  return real;
}

/** A folder that is not there holds nothing. */
function realOf(folder: string): Promise<string> {
  return realpath(folder).catch(() => resolve(folder));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  ELOOP: "is a loop of symbolic links",
  EACCES: "may not be read",
  ENOTDIR: "goes through something that is not a folder",
};

/** The system's code of an error, such as ENOENT; empty when it has none. */
export function errorCode(thrown: unknown): string {
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
}

/** Whether `path` is `folder` or lies in it, by their words alone. */
export function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
