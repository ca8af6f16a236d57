import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Fault } from "../../fault/index.ts";
import { lastWords } from "./stand-in.ts";

const run = promisify(execFile);

/** The npm that goes into the image; one fixed release, so that the same recipe gives the same image. */
export const npmVersion = "11.19.1";

const busyboxPackage = "busybox-static";

export interface BaseImageSources {
  /** A Node.js executable for the engine's architecture, linked against glibc. */
  readonly nodeBinary: string;
  /** The npm package's own folder. */
  readonly npmFolder: string;
  /** A statically linked busybox. */
  readonly busybox: string;
}

/**
 * Brings what the base image is made of: the running Node.js, npm from its registry, busybox from Debian.
 *
 * Downloads land in `cacheFolder` and are used again. Rejects IMAGE_BUILD_FAILED naming the step that failed.
 */
export async function gatherSources(
  nodeBinary: string,
  cacheFolder: string,
  signal?: AbortSignal,
): Promise<BaseImageSources> {
  await mkdir(cacheFolder, { recursive: true });
  const [npmFolder, busybox] = await Promise.all([
    kept(cacheFolder, `npm-${npmVersion}`, "package", (folder) => unpackNpm(folder, signal)),
    kept(cacheFolder, busyboxPackage, "bin/busybox", (folder) => unpackBusybox(folder, signal)),
  ]);
  return { nodeBinary, npmFolder, busybox };
}

/** Fills `name` once: made in a folder of its own and renamed, so a killed download leaves nothing half done. */
async function kept(
  cacheFolder: string,
  name: string,
  wanted: string,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheFolder, name);
  const result = join(folder, wanted);
  if (await exists(result)) {
    return result;
  }
  const partial = await mkdtemp(`${folder}-`);
  try {
    await fill(partial);
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return result;
  } catch (error) {
    throw new Fault(
      "IMAGE_BUILD_FAILED",
      `Local base image: ${name} could not be fetched: ${lastWords(error)}`,
      {
        hint: "Make a registry with node images reachable, or npm's registry and Debian's packages.",
        cause: error,
      },
    );
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function unpackNpm(folder: string, signal?: AbortSignal): Promise<void> {
  await run("npm", ["pack", "--silent", `npm@${npmVersion}`, "--pack-destination", folder], {
    cwd: folder,
    signal,
  });
  await run("tar", ["-xzf", join(folder, `npm-${npmVersion}.tgz`), "-C", folder], { signal });
}

async function unpackBusybox(folder: string, signal?: AbortSignal): Promise<void> {
  const download = () =>
    run("apt-get", ["download", "-q", busyboxPackage], { cwd: folder, signal });
  try {
    await download();
  } catch {
    // A machine whose package lists were never fetched knows no package at all.
    await run("apt-get", ["update", "-q"], { signal });
    await download();
  }
  const archive = (await readdir(folder)).find((name) => name.endsWith(".deb"));
  await run("dpkg-deb", ["-x", join(folder, archive ?? ""), folder], { signal });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
