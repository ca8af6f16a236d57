import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGzip } from "node:zlib";
import { pack } from "tar-fs";
import { onTestFinished } from "vitest";
import { scratch } from "../deps.ts";

/**
 * An npm registry on the loopback address to which packages are published while the test goes on; the last is `latest`.
 *
 * `isTimed`: it says when each was, as npm's own does and many mirrors do not.
 */
export interface ShiftingRegistry {
  readonly url: string;
  publish(
    name: string,
    version: string,
    manifest?: Readonly<Record<string, unknown>>,
  ): Promise<void>;
}

export async function shiftingRegistry(isTimed = true): Promise<ShiftingRegistry> {
  const packages = new Map<string, Record<string, Record<string, unknown>>>();
  const times: Record<string, string> = {};
  const archives = new Map<string, Buffer>();
  const server = createServer((request, answer) => {
    const path = decodeURIComponent(request.url ?? "").slice(1);
    const archive = archives.get(path);
    const versions = packages.get(path);
    if (archive !== undefined) {
      answer.end(archive);
    } else if (versions !== undefined) {
      const latest = Object.keys(versions).at(-1);
      answer.end(
        JSON.stringify({
          name: path,
          "dist-tags": { latest },
          versions,
          ...(isTimed && { time: timesOf(path) }),
        }),
      );
    } else {
      answer.writeHead(404).end("{}");
    }
  });
  const timesOf = (name: string) =>
    Object.fromEntries(
      Object.keys(packages.get(name) ?? {}).map((version) => [
        version,
        times[`${name}@${version}`],
      ]),
    );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async publish(name, version, manifest = {}) {
      times[`${name}@${version}`] = new Date().toISOString();
      const all = { name, version, ...manifest };
      const archive = await archiveOf(all);
      const file = `archives/${name}-${version}.tgz`;
      archives.set(file, archive);
      const integrity = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
      packages.set(name, {
        ...packages.get(name),
        [version]: { ...all, dist: { tarball: `${url}/${file}`, integrity } },
      });
    },
  };
}

async function archiveOf(manifest: Readonly<Record<string, unknown>>): Promise<Buffer> {
  const folder = await scratch();
  await mkdir(join(folder, "package"));
  await writeFile(join(folder, "package/package.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "package/program.js"), "#!/usr/bin/env node\n");
  return buffer(pack(folder).pipe(createGzip()));
}
