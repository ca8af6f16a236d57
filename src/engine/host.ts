import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Connection } from "./connection.ts";
import type { EngineHost } from "./types.ts";

/** Asks an engine what it runs on; what it does not say is 0. */
export async function askHost(connection: Connection): Promise<EngineHost> {
  // The shape of the engine's answer at the pinned version; Podman's lacks some of it.
  const info = (await connection.json({
    method: "GET",
    path: "/info",
    doing: "ask the engine what it runs on",
  })) as { readonly MemTotal?: number; readonly NCPU?: number; readonly DockerRootDir?: string };
  // Only an engine behind a socket of this machine has its files here.
  const here = connection.endpoint.kind === "unix" ? info.DockerRootDir : undefined;
  const disk = here === undefined ? undefined : diskOf(here);
  return {
    cpus: info.NCPU ?? 0,
    memoryBytes: info.MemTotal ?? 0,
    ...(disk === undefined ? {} : { disk }),
  };
}

/**
 * The device of the disk that a folder lies on, whole: no partition can be limited. undefined where there is none, as with
 * file systems over several devices. `devices` is /sys/dev/block.
 */
export function diskOf(folder: string, devices = "/sys/dev/block"): string | undefined {
  try {
    const { dev } = statSync(folder);
    // As glibc takes a number of a device apart.
    const major = (dev >>> 8) & 0xfff;
    const minor = (dev & 0xff) | ((dev >>> 12) & 0xfff00);
    const device = join(devices, `${major}:${minor}`);
    return nameOf(device, isPartition(device) ? ".." : ".");
  } catch {
    return undefined;
  }
}

function nameOf(device: string, whole: string): string | undefined {
  const text = readFileSync(`${device}/${whole}/uevent`, "utf8");
  const [, name] = /^DEVNAME=(.+)$/m.exec(text) ?? [];
  return name === undefined ? undefined : `/dev/${basename(name)}`;
}

function isPartition(device: string): boolean {
  return statSync(`${device}/partition`, { throwIfNoEntry: false }) !== undefined;
}
