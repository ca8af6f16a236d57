import { createHash } from "node:crypto";
import { tarGz } from "./archives.ts";
import { served } from "./served.ts";

/** A crate's files, without its folder. */
type Files = Readonly<Record<string, string>>;

/**
 * An index of crates on the loopback address that knows one crate, at these versions, by their files.
 *
 * Builds reach it with the network `host`.
 */
export async function crateIndex(name: string, versions: Readonly<Record<string, Files>>) {
  const crates: Record<string, Buffer> = {};
  for (const [version, files] of Object.entries(versions)) {
    const inFolder = Object.entries(files).map(([path, text]) => [
      `${name}-${version}/${path}`,
      text,
    ]);
    crates[version] = await tarGz(Object.fromEntries(inFolder) as Files);
  }
  const lines = Object.entries(crates).map(([vers, crate]) => {
    const cksum = createHash("sha256").update(crate).digest("hex");
    return JSON.stringify({ name, vers, cksum, deps: [], features: { loud: [] }, yanked: false });
  });
  const downloads = Object.entries(crates).map(([version, crate]) => [`/dl/${version}`, crate]);
  return served((url) => ({
    "/config.json": JSON.stringify({ dl: `${url}/dl/{version}` }),
    [`/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`]: lines.join("\n"),
    ...(Object.fromEntries(downloads) as Record<string, Buffer>),
  }));
}
