import type { Readable } from "node:stream";
import type { Connection } from "./connection.ts";
import { endpointText } from "./endpoint.ts";
import { engineFault, wordsFault } from "./engine-fault.ts";
import { jsonLines } from "./json-lines.ts";

/** The engine reads layers from its store before the first byte: 500 MB took 2 s here. */
const firstByteMs = 120_000;

/** One tar of the images, layers they share once. By id an image goes without a name, and comes back without one. */
export async function saveImages(
  connection: Connection,
  references: readonly string[],
): Promise<Readable> {
  return connection.stream({
    method: "GET",
    path: "/images/get",
    query: { names: references },
    doing: `save image ${references.join(", ")}`,
    deadlineMs: firstByteMs,
  });
}

/** Loads a tar of `saveImages`: what came in, by id, or by name where the tar names it. */
export async function loadImages(
  connection: Connection,
  archive: Readable,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const doing = "load images";
  const loaded: string[] = [];
  try {
    const answer = await connection.stream({
      method: "POST",
      path: "/images/load",
      query: { quiet: "1" },
      file: archive,
      doing,
      // The answer begins when the whole archive was read.
      deadlineMs: Number.POSITIVE_INFINITY,
      ...(signal && { signal }),
    });
    for await (const value of jsonLines(answer)) {
      // The engine's progress messages: both fields are optional and of the type named.
      const { stream, error } = value as { readonly stream?: string; readonly error?: string };
      if (error !== undefined) {
        throw wordsFault(error, doing);
      }
      const [, id] = /^Loaded image(?: ID)?: (\S+)$/m.exec(stream ?? "") ?? [];
      loaded.push(...(id === undefined ? [] : [id]));
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw engineFault(error, doing, endpointText(connection.endpoint));
  } finally {
    // An engine that refuses does not read to the end.
    archive.destroy();
  }
  return loaded;
}

/** Gives an image one more name. */
export async function tagImage(
  connection: Connection,
  id: string,
  reference: string,
): Promise<void> {
  const colon = reference.lastIndexOf(":");
  await connection.json({
    method: "POST",
    path: `/images/${encodeURI(id)}/tag`,
    query: { repo: reference.slice(0, colon), tag: reference.slice(colon + 1) },
    doing: `tag image ${id} as ${reference}`,
  });
}
