import type { IncomingMessage } from "node:http";
import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import { statusOf } from "./engine-fault.ts";
import { removeObject } from "./labelled.ts";
import { firstFile } from "./tar-file.ts";

/** A Debian image's list of packages has 1 MiB; nothing that is read whole is much larger. */
const maxFileBytes = 32 * 2 ** 20;

/**
 * The content of a file of an image, read through a container that is created and never started (200 ms).
 *
 * undefined: no such path, or not a regular file. The container carries `labels`, so that a sweep finds it when this
 * process dies meanwhile. Rejects IMAGE_NOT_FOUND, ENGINE_ERROR above 32 MiB.
 */
export async function readImageFile(
  connection: Connection,
  image: string,
  path: string,
  labels: Readonly<Record<string, string>>,
): Promise<Uint8Array | undefined> {
  const doing = `read ${path} of image ${image}`;
  const id = await createUnstarted(connection, image, labels, doing);
  try {
    const answer = await connection.stream({
      method: "GET",
      path: `/containers/${id}/archive`,
      query: { path },
      doing,
    });
    return firstFile(await wholeArchive(answer, doing));
  } catch (error) {
    if (statusOf(error) === 404) {
      return undefined;
    }
    throw error;
  } finally {
    await removeObject(connection, { kind: "container", id });
  }
}

async function createUnstarted(
  connection: Connection,
  image: string,
  labels: Readonly<Record<string, string>>,
  doing: string,
): Promise<string> {
  // The shape of the engine's answer at the pinned version.
  const { Id } = (await connection.json({
    method: "POST",
    path: "/containers/create",
    body: {
      Image: image,
      // Never run; an image that names no command would be refused.
      Entrypoint: ["/never-started"],
      Labels: { ...labels },
      NetworkDisabled: true,
      HostConfig: { NetworkMode: "none" },
    },
    doing,
    deadlineMs: 60_000,
  })) as { readonly Id: string };
  return Id;
}

async function wholeArchive(answer: IncomingMessage, doing: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).byteLength;
    if (bytes > maxFileBytes) {
      throw new Fault("ENGINE_ERROR", `${doing}: it has more than ${maxFileBytes / 2 ** 20} MiB`);
    }
  }
  return Buffer.concat(chunks);
}
