import { lstatSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Engine, type Mount, packFolder } from "../engine/index.ts";
import { objectLabels } from "./labels.ts";
import { makeTempFolder } from "./temp-folder.ts";
import type { ContainerPlan, Ownership, PlannedVolume } from "./types.ts";

/** Volumes made or being made, by run and name. */
const volumes = new WeakMap<Engine, Map<string, Promise<string>>>();

/** What a container mounts of its plan; volumes of the run are made when the first server needs them, and go with the run. */
export function mountsOf(
  engine: Engine,
  ownership: Ownership,
  plan: Pick<ContainerPlan, "image" | "volumes">,
): Promise<readonly Mount[]> {
  const mounts = plan.volumes.map(async (volume): Promise<readonly Mount[]> => {
    if (volume.kind === "memory") {
      return [];
    }
    const { containerPath: target, readOnly } = volume;
    if (volume.kind === "host") {
      return [{ kind: "bind", source: volume.hostPath, target, readOnly }];
    }
    const source = await runVolume(engine, ownership, plan.image, volume);
    return [{ kind: "volume", source, target, readOnly }];
  });
  return Promise.all(mounts).then((all) => all.flat());
}

function runVolume(
  engine: Engine,
  ownership: Ownership,
  image: string,
  { name, seed }: Extract<PlannedVolume, { kind: "run" }>,
): Promise<string> {
  const ofEngine = volumes.get(engine) ?? new Map<string, Promise<string>>();
  volumes.set(engine, ofEngine);
  const full = `docker-mcp-manager-${ownership.runId.slice(0, 12)}-${name}`;
  const key = `${ownership.runId} ${name}`;
  const known = ofEngine.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = make(engine, ownership, image, full, seed).catch((error: unknown) => {
    ofEngine.delete(key);
    throw error;
  });
  ofEngine.set(key, made);
  return made;
}

async function make(
  engine: Engine,
  ownership: Ownership,
  image: string,
  name: string,
  seed: string | undefined,
): Promise<string> {
  const empty = seed === undefined ? makeTempFolder(ownership) : undefined;
  try {
    const archive = await packed(seed ?? empty ?? "");
    await engine.createVolume({ name, labels: objectLabels(ownership, "volume"), image, archive });
    return name;
  } finally {
    if (empty !== undefined) {
      await rm(empty, { recursive: true, force: true });
    }
  }
}

/** The folder and its files below `volume/`: whoever a server runs as may read and write them. */
function packed(folder: string): Promise<Readable> {
  return packFolder(folder, {
    // Sockets and devices are no content.
    ignore: (path) => !isContent(path),
    map: (header) => ({
      ...header,
      name: header.name === "." ? "volume" : `volume/${header.name}`,
      mode: (header.mode ?? 0) | (header.type === "directory" ? 0o777 : 0o666),
      uid: 0,
      gid: 0,
      mtime: new Date(0),
    }),
  });
}

function isContent(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.isFile() || found.isDirectory() || found.isSymbolicLink());
}
