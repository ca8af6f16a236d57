import type { IncomingMessage } from "node:http";
import type { Connection } from "./connection.ts";
import { statusOf } from "./engine-fault.ts";
import { removeObject } from "./labelled.ts";
import { createNeverStarted } from "./never-started.ts";
import { filesIn } from "./tar-files.ts";

/** A Debian image's list of packages has 1 MiB; nothing that is read whole is much larger. */
const maxBytes = 32 * 2 ** 20;

/**
 * Files of an image by their paths, read through a container that is created and never started (200 ms).
 *
 * A path that ends with `/` is a folder: all regular files right in it are read. What is absent, no regular file,
 * or has more than 32 MiB is left out. The container carries `labels`, so that a sweep finds it when this process dies meanwhile.
 *
 * Rejects IMAGE_NOT_FOUND.
 */
export async function readImageFiles(
  connection: Connection,
  image: string,
  paths: readonly string[],
  labels: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const id = await createNeverStarted(
    connection,
    { image, labels },
    `read files of image ${image}`,
  );
  const found = new Map<string, Uint8Array>();
  try {
    for (const path of paths) {
      const doing = `read ${path} of image ${image}`;
      for (const [name, bytes] of filesIn(await archiveOf(connection, id, path, doing))) {
        const [, below = ""] = /^[^/]*\/([^/]+)$/.exec(name) ?? [];
        const isWanted = path.endsWith("/") ? below !== "" : !name.includes("/");
        if (isWanted) {
          found.set(path + below, bytes);
        }
      }
    }
  } finally {
    await removeObject(connection, { kind: "container", id });
  }
  return found;
}

async function archiveOf(
  connection: Connection,
  id: string,
  path: string,
  doing: string,
): Promise<Buffer> {
  try {
    const call = {
      method: "GET",
      path: `/containers/${id}/archive`,
      query: { path },
      doing,
    } as const;
    return await wholeArchive(await connection.stream(call));
  } catch (error) {
    if (statusOf(error) === 404) {
      return Buffer.alloc(0);
    }
    throw error;
  }
}

/** Empty when it is too large to hold: an image may say anything. */
async function wholeArchive(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).byteLength;
    if (bytes > maxBytes) {
      return Buffer.alloc(0);
    }
  }
  return Buffer.concat(chunks);
}
