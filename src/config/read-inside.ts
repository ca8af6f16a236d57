import { asFault } from "../fault/index.ts";
import { resolveInside } from "./paths.ts";
import type { Finding } from "./source.ts";
import { readTextFile } from "./text-file.ts";
import type { Tree } from "./tree.ts";
import { showValue } from "./wording.ts";

export interface Place {
  readonly workspace: string;
  /** Folder of the run file. */
  readonly folder: string;
}

/** The text of a file that the tree names, which lies inside the workspace; or what is wrong with it. */
export async function readInside(
  tree: Tree,
  path: string,
  maxBytes: number,
  { workspace, folder }: Place,
): Promise<{ readonly text: string } | { readonly finding: Finding }> {
  const { offset } = tree;
  const shown = showValue(tree);
  try {
    const read = readTextFile(await resolveInside(workspace, folder, path), maxBytes);
    if (read.kind === "text") {
      return read;
    }
    const why = read.kind === "absent" ? "does not exist" : read.why;
    return { finding: { offset, message: `the file ${shown} ${why}` } };
  } catch (thrown) {
    const why = asFault(thrown)
      .message.replace(/^.*?" /s, "")
      .replace(/\.$/, "");
    return { finding: { offset, message: `the file ${shown} ${why}` } };
  }
}
