import { posix } from "node:path";
import type { Engine, ImageInfo } from "../../engine/index.ts";
import { parseApk, parseDpkg, parseNodeModules } from "./package-lists.ts";
import { type PackageRef, packagesFile, parsePackages } from "./packages.ts";

/** The packages of an image, as its own package managers list them. */
export interface Contents {
  /** Of the server. When `listed`, its own package is the first. */
  readonly packages: readonly PackageRef[];
  /** Whether a template listed them. */
  readonly listed: boolean;
  /** Of the operating system. */
  readonly system: readonly PackageRef[];
}

const dpkgFile = "/var/lib/dpkg/status";
/** One file for each package, where there is no package manager. */
const dpkgFolder = "/var/lib/dpkg/status.d/";
const apkFile = "/lib/apk/db/installed";
/** An image may list anything. */
const maxForeign = 20_000;

/** Reads an image's lists of packages; one whose lists are all absent has none. Nothing of the image runs. */
export async function contentsOf(
  image: ImageInfo,
  engine: Pick<Engine, "readImageFiles">,
  labels: Readonly<Record<string, string>> = {},
): Promise<Contents> {
  const nodeFile = posix.join("/", image.workingDir, "node_modules/.package-lock.json");
  const paths = [packagesFile, nodeFile, dpkgFile, dpkgFolder, apkFile];
  const files = await engine.readImageFiles(image.id, paths, labels);
  const text = (path: string) => Buffer.from(files.get(path) ?? []).toString("utf8");
  const own = parsePackages(text(packagesFile));
  const single = [...files.keys()].filter((path) => path.startsWith(dpkgFolder));
  return {
    packages: own.length > 0 ? own : parseNodeModules(text(nodeFile)).slice(0, maxForeign),
    listed: own.length > 0,
    system: [
      ...parseDpkg(text(dpkgFile)),
      ...single.flatMap((path) => parseDpkg(text(path))),
      ...parseApk(text(apkFile)),
    ].slice(0, maxForeign),
  };
}
