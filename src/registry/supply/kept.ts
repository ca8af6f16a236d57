import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Raise it when what is made of an image changes, so that what older releases kept is made anew. */
const format = 2;

/**
 * A text about an image, as kept in the folder under the image's id, else as `make` gives it.
 *
 * An id is the hash of the image's content, so what is kept stays true. `isWhole` tells a damaged text. A folder that
 * cannot be written costs the making each time and is no failure.
 */
export async function keptText(
  where: { readonly cacheFolder: string; readonly imageId: string; readonly what: string },
  isWhole: (text: string) => boolean,
  make: () => Promise<string>,
): Promise<string> {
  const folder = join(where.cacheFolder, `images-${format}`);
  const file = join(folder, `${where.imageId.replaceAll(/[^A-Za-z0-9]/g, "-")}.${where.what}.json`);
  const kept = await readFile(file, "utf8").catch(() => "");
  if (isWhole(kept)) {
    return kept;
  }
  const text = await make();
  const part = `${file}.${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(part, text);
    await rename(part, file);
  } catch {
    await rm(part, { force: true }).catch(() => undefined);
  }
  return text;
}
