import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { debianMirrors } from "../../src/registry/base/debian-mirrors.ts";

const run = promisify(execFile);
const cache = fileURLToPath(new URL("../../.cache/engine-tree/", import.meta.url));

/** Newer engines than a stable release has are in Debian's unstable one. */
const suite = "sid";
/** What every engine calls. */
const common = [
  "ca-certificates",
  "coreutils",
  "dash",
  "iproute2",
  "iptables",
  "mount",
  "procps",
  "runc",
  "util-linux",
];
const without = ["doc", "man", "locale"];

/** A tree with the programs of Debian packages, unpacked but not set up; made once (about a minute, 300 MB). */
export async function debianTree(name: string, packages: readonly string[]): Promise<string> {
  const tree = join(cache, name);
  if (existsSync(tree)) {
    return tree;
  }
  mkdirSync(cache, { recursive: true });
  const made = `${tree}.tmp`;
  rmSync(made, { recursive: true, force: true });
  const mirrors = await debianMirrors();
  await run(
    "mmdebstrap",
    [
      "--quiet",
      "--variant=extract",
      `--include=${[...common, ...packages].join(",")}`,
      // A mirror that stands still serves lists that have run out; what is in them is signed all the same.
      '--aptopt=Acquire::Check-Valid-Until "false"',
      '--aptopt=APT::Install-Recommends "false"',
      ...without.map((part) => `--dpkgopt=path-exclude=/usr/share/${part}/*`),
      suite,
      made,
      ...(mirrors === undefined ? [] : [mirrors.archive]),
    ],
    { maxBuffer: 2 ** 26 },
  );
  finish(made);
  renameSync(made, tree);
  return tree;
}

/** What the packages' own scripts would have done, as far as an engine needs it. */
function finish(tree: string): void {
  for (const name of ["bin", "sbin", "lib", "lib64"]) {
    link(`usr/${name}`, join(tree, name));
  }
  for (const name of ["iptables", "iptables-save", "iptables-restore"]) {
    link("xtables-nft-multi", join(tree, "usr/sbin", name));
  }
  for (const name of [".old", "proc", "root", "run", "sys", "tmp", "var/run", "var/tmp"]) {
    mkdirSync(join(tree, name), { recursive: true });
  }
}

function link(target: string, path: string): void {
  if (!existsSync(path)) {
    symlinkSync(target, path);
  }
}
