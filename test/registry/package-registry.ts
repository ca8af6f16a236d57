import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGzip } from "node:zlib";
import { pack } from "tar-fs";
import { onTestFinished } from "vitest";
import { scratch } from "./deps.ts";

/**
 * An npm registry on the loopback address that knows one package, at version 1.2.3, tagged latest.
 *
 * Builds reach it with the network `host`. The address ends with the test; every requested path is kept.
 */
export async function packageRegistry(
  name: string,
  manifest: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly url: string; readonly requests: readonly string[] }> {
  const version = "1.2.3";
  const archive = await archiveOf({ name, version, ...manifest }, files);
  const integrity = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  const requests: string[] = [];
  const server = createServer((request, answer) => {
    const url = `http://${request.headers.host}`;
    requests.push(request.url ?? "");
    if (request.url === "/archive.tgz") {
      answer.end(archive);
    } else if (decodeURIComponent(request.url ?? "") === `/${name}`) {
      const dist = { tarball: `${url}/archive.tgz`, integrity };
      const versions = { [version]: { name, version, ...manifest, dist } };
      answer.end(JSON.stringify({ name, "dist-tags": { latest: version }, versions }));
    } else {
      answer.writeHead(404).end("{}");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests };
}

async function archiveOf(
  manifest: unknown,
  files: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const folder = await scratch();
  await mkdir(join(folder, "package"));
  await writeFile(join(folder, "package/package.json"), JSON.stringify(manifest));
  for (const [path, text] of Object.entries(files)) {
    await writeFile(join(folder, "package", path), text);
  }
  return buffer(pack(folder).pipe(createGzip()));
}
