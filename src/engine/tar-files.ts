const blockBytes = 512;

/** The regular files of an archive, by the names in it. */
export function filesIn(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  let longName: string | undefined;
  for (let at = 0; at + blockBytes <= archive.byteLength && archive[at] !== 0; ) {
    const text = (from: number, length: number) =>
      archive.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
    const size = Number.parseInt(text(124, 12), 8) || 0;
    const content = archive.subarray(at + blockBytes, at + blockBytes + size);
    const type = text(156, 1) || "0";
    if (type === "x") {
      longName = /(?:^|\n)\d+ path=(.*)\n/.exec(content.toString())?.[1] ?? longName;
    } else if (type === "L") {
      longName = content.toString().replace(/\0.*$/s, "");
    } else if (type !== "g" && type !== "K") {
      // GNU's archives say "ustar " and have other things there.
      const prefix = text(257, 6) === "ustar" ? text(345, 155) : "";
      const name = longName ?? (prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`);
      longName = undefined;
      if (type === "0") {
        files.set(name, content);
      }
    }
    at += blockBytes + Math.ceil(size / blockBytes) * blockBytes;
  }
  return files;
}
