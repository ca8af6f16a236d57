import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackageRef } from "./packages.ts";

/** Raise it when more is read of an image, so that what older releases kept is read anew. */
const format = 1;

/**
 * The packages of an image as kept in the folder, else as `read` finds them.
 *
 * An image's id is the hash of its content, so what is kept stays true. A folder that cannot be written costs the
 * reading each time and is no failure.
 */
export async function keptPackages(
  cacheFolder: string,
  imageId: string,
  read: () => Promise<readonly PackageRef[]>,
): Promise<readonly PackageRef[]> {
  const folder = join(cacheFolder, `packages-${format}`);
  const file = join(folder, `${imageId.replace(/[^A-Za-z0-9]/g, "-")}.json`);
  const kept = await readFile(file, "utf8").then(packagesIn, () => undefined);
  if (kept !== undefined) {
    return kept;
  }
  const packages = await read();
  const part = `${file}.${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(part, JSON.stringify(packages));
    await rename(part, file);
  } catch {
    await rm(part, { force: true }).catch(() => undefined);
  }
  return packages;
}

/** undefined: the file is not one that was written whole. */
function packagesIn(text: string): readonly PackageRef[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // We wrote it, renamed as a whole.
    return Array.isArray(value) ? (value as PackageRef[]) : undefined;
  } catch {
    return undefined;
  }
}
