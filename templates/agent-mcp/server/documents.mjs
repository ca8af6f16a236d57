import { readdir, readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";

/** Names of the files in the folder, sorted; hidden ones and folders are none. */
export async function documentNames(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Error(`There is no data volume at ${folder}.`);
  });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  return files.map((entry) => entry.name).sort();
}

export async function readDocument(folder, name) {
  const names = await documentNames(folder);
  const path = await realpath(join(folder, name)).catch(() => undefined);
  // A link could lead anywhere.
  if (!names.includes(name) || !path?.startsWith((await realpath(folder)) + sep)) {
    throw new Error(`There is no document "${name}"; there are: ${names.join(", ") || "none"}.`);
  }
  return readFile(path, "utf8");
}
