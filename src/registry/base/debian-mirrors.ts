import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { withoutEndSlashes } from "../../text/index.ts";

/** Where Debian's packages are fetched from. */
export interface DebianMirrors {
  readonly archive: string;
  readonly security: string;
}

/**
 * The mirrors this host's own apt uses; undefined where it does not name both, as on a host that is no Debian.
 *
 * An address with a password is never taken, for it would stay in the image.
 */
export async function debianMirrors(aptFolder = "/etc/apt"): Promise<DebianMirrors | undefined> {
  const text = await aptSources(aptFolder);
  const addresses = [...text.matchAll(/\bhttps?:\/\/[^\s"'@]+(?=\s|$)/gm)].map(([found]) =>
    withoutEndSlashes(found),
  );
  const endingWith = (path: string) => addresses.find((address) => address.endsWith(path));
  const [archive, security] = [endingWith("/debian"), endingWith("/debian-security")];
  return archive === undefined || security === undefined ? undefined : { archive, security };
}

/** Both forms of apt's source lists, without comments. */
async function aptSources(folder: string): Promise<string> {
  const parts = await readdir(join(folder, "sources.list.d")).catch(() => []);
  const files = [
    "sources.list",
    ...parts
      .filter((name) => /\.(list|sources)$/.test(name))
      .sort()
      .map((name) => join("sources.list.d", name)),
  ];
  const texts = await Promise.all(
    files.map((file) => readFile(join(folder, file), "utf8").catch(() => "")),
  );
  return texts.join("\n").replaceAll(/^[ \t]*#.*$/gm, "");
}
