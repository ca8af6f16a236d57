import type { Readable } from "node:stream";
import type { Connection } from "./connection.ts";
import { removeObject } from "./labelled.ts";
import { createNeverStarted } from "./never-started.ts";
import type { NewVolume } from "./types.ts";

/** Files may be many: unpacking is bounded by the disk. */
const unpackDeadlineMs = 120_000;

/**
 * A volume of the engine's own driver with the files of an uncompressed tar, all of them below `volume/` in it.
 *
 * They are unpacked through a container that is created from `image` and never started, so nothing of the image runs.
 * What was made is removed when that fails.
 */
export async function createVolume(
  connection: Connection,
  { name, labels, image, archive }: NewVolume,
): Promise<void> {
  await connection.json({
    method: "POST",
    path: "/volumes/create",
    body: { Name: name, Driver: "local", Labels: labels },
    doing: `create volume ${name}`,
  });
  try {
    await fill(connection, { name, labels, image, archive });
  } catch (error) {
    await removeObject(connection, { kind: "volume", id: name }).catch(() => undefined);
    throw error;
  }
}

async function fill(
  connection: Connection,
  { name, labels, image, archive }: NewVolume,
): Promise<void> {
  const doing = `fill volume ${name}`;
  const mounts = [{ Type: "volume", Source: name, Target: `${below}/volume`, ReadOnly: false }];
  const id = await createNeverStarted(connection, { image, labels, mounts }, doing);
  try {
    await unpack(connection, id, archive, doing);
  } finally {
    archive.destroy();
    await removeObject(connection, { kind: "container", id });
  }
}

/** A folder that no image has: a link in its place would lead elsewhere. */
const below = "/docker-mcp-manager-volume";

/** Uncompressed: to undo compression an engine may run a program of the container (CVE-2026-41567). */
async function unpack(
  connection: Connection,
  id: string,
  archive: Readable,
  doing: string,
): Promise<void> {
  await connection.json({
    method: "PUT",
    path: `/containers/${id}/archive`,
    query: { path: below },
    file: archive,
    doing,
    deadlineMs: unpackDeadlineMs,
  });
}
