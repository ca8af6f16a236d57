import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ContainerSpec, Engine } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import { makeTempFolder } from "./temp-folder.ts";
import type { Ownership } from "./types.ts";

const text = "127.0.0.1\tlocalhost\n::1\tlocalhost\n";

/** From this API (Engine 28) on, a start without a network is as fast by `none`, which brings its own hosts file. */
const fastByItself = 48;

/**
 * Runs `start` with a hosts file for containers without a network, where that makes the start faster.
 *
 * The file is needed only until the container runs: the mount keeps its content, so the name is removed at once and
 * nothing stays behind; if we are killed in between, the sweep of the run removes it. An engine that does not see our files (remote, or itself in a container) is used without.
 */
export async function withHostsFile<T>(
  engine: Engine,
  ownership: Ownership,
  spec: ContainerSpec,
  start: (spec: ContainerSpec) => Promise<T>,
): Promise<T> {
  if (spec.network !== null || !isSlowByItself(engine)) {
    return start(spec);
  }
  const folder = makeTempFolder(ownership);
  try {
    const hostsFile = join(folder, "hosts");
    await writeFile(hostsFile, text, { mode: 0o644 });
    return await start({ ...spec, hostsFile });
  } catch (error) {
    if (
      error instanceof Fault &&
      error.code === "MOUNT_SOURCE_MISSING" &&
      error.message.includes(folder)
    ) {
      return await start(spec);
    }
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isSlowByItself({ info }: Engine): boolean {
  const minor = Number(info.apiVersion.split(".")[1]);
  return info.kind === "docker" && info.endpoint.startsWith("unix:") && minor < fastByItself;
}
