import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { crc32, createGzip } from "node:zlib";
import { pack } from "tar-fs";
import { scratch } from "../registry/deps.ts";

/** A tar.gz of these files; those that begin with `#!` may be run. */
export async function tarGz(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const folder = await scratch();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { mode: text.startsWith("#!") ? 0o755 : 0o644 });
  }
  // Without an entry for the folder itself: Cargo refuses an archive that has one.
  const entries = await readdir(folder);
  return buffer(pack(folder, { entries }).pipe(createGzip()));
}

/** A tar with one file under this very name, wherever that leads. */
export async function tarWith(name: string, text: string): Promise<Buffer> {
  const folder = await scratch();
  await writeFile(join(folder, "file"), text, { mode: 0o755 });
  return buffer(pack(folder, { entries: ["file"], map: (header) => ({ ...header, name }) }));
}

/** A zip of one file, stored, without modes: as tools on other systems write it. */
export function zipOf(name: string, text: string): Buffer {
  const [path, content] = [Buffer.from(name), Buffer.from(text)];
  // Version 2.0, no flags, stored, the first of January 1980, checksum and sizes, length of the name, no extra.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(0x21, 8);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, content]);
  const directory = Buffer.concat([
    Buffer.from("PK\x01\x02\x14\x00"),
    common,
    Buffer.alloc(14),
    path,
  ]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}
