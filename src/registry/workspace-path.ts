import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { Fault } from "../fault/index.ts";

/**
 * The real path of `path` as seen from `from`, after all symbolic links.
 *
 * Rejects PATH_NOT_ALLOWED when it does not exist or is outside the real `root`.
 */
export async function pathInside(
  root: string,
  from: string,
  path: string,
  what: string,
): Promise<string> {
  const wanted = resolve(from, path);
  const real = await realpath(wanted).catch((error: NodeJS.ErrnoException) => {
    throw new Fault(
      "PATH_NOT_ALLOWED",
      `${what} "${path}" cannot be read: ${error.code ?? error.message}`,
      {
        hint: `It was looked for at ${wanted}.`,
        cause: error,
      },
    );
  });
  if (!isInside(await realpath(root), real)) {
    throw new Fault("PATH_NOT_ALLOWED", `${what} "${path}" leads out of the workspace, to ${real}`);
  }
  return real;
}

/** Whether `path` is `root` or below it; both absolute and free of links. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || !(isAbsolute(way) || way === ".." || way.startsWith(`..${sep}`));
}
