const blockBytes = 512;

/** Types of a tar entry that only describe the entry behind them: pax headers, GNU long names. */
const describing = new Set(["x", "g", "L", "K"]);

/** The content of an archive's first entry; undefined when that is no regular file. */
export function firstFile(archive: Buffer): Buffer | undefined {
  let at = 0;
  while (at + blockBytes <= archive.byteLength) {
    const type = String.fromCharCode(archive[at + 156] ?? 0);
    const size = Number.parseInt(archive.toString("latin1", at + 124, at + 136), 8) || 0;
    const begin = at + blockBytes;
    if (!describing.has(type)) {
      const isFile = (type === "0" || type === "\0") && archive[at] !== 0;
      return isFile ? archive.subarray(begin, begin + size) : undefined;
    }
    at = begin + Math.ceil(size / blockBytes) * blockBytes;
  }
  return undefined;
}
