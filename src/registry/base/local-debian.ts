import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Fault } from "../../fault/index.ts";
import { hostCaBundle } from "../build/ca-bundle.ts";
import { imageLabels } from "../labels.ts";
import { type DebianMirrors, debianMirrors } from "./debian-mirrors.ts";
import {
  type LocalBaseOptions,
  lastWords,
  recipeKey,
  refuseForeignEngine,
  type StandIn,
  workFolder,
} from "./stand-in.ts";

const run = promisify(execFile);

/** Raise it when the recipe changes; images of an older recipe are then built anew. */
const recipe = "1";
const suite = "trixie";

const architecture = process.arch === "x64" ? "amd64" : process.arch;

/** What Debian's slim image leaves out as well; kept in the image's settings, so later packages come without it too. */
const without = ["doc", "man", "locale", "info", "lintian", "linda"];

/** The stand-in for `debian:trixie-slim`, from Debian's packages: about 80 MB, made by mmdebstrap. */
export const localDebian: StandIn = {
  name: "debian",
  wanted: "debian:trixie-slim",
  reference: "docker-mcp-manager/base-debian:trixie",
  madeFrom: "Debian's packages by mmdebstrap",
  key: async () => recipeKey([recipe, suite, architecture, await hostCaBundle()]),
  make,
};

async function make(key: string, options: LocalBaseOptions): Promise<void> {
  refuseForeignEngine(options.engine.info);
  const folder = workFolder(options);
  try {
    // Written to a file first: an import of a stream that ends early would give an image.
    const archive = join(folder, "rootfs.tar");
    await writeFile(join(folder, "ca-certificates.crt"), await hostCaBundle());
    await bootstrap(archive, folder, options.signal);
    await options.engine.importImage(createReadStream(archive), localDebian.reference, [
      "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      `LABEL ${imageLabels.key}=${key}`,
      'CMD ["bash"]',
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bootstrap(archive: string, folder: string, signal?: AbortSignal): Promise<void> {
  const mirrors = await debianMirrors();
  const args = [
    "--quiet",
    "--variant=apt",
    "--include=ca-certificates",
    `--architectures=${architecture}`,
    '--aptopt=APT::Install-Recommends "false"',
    '--aptopt=Acquire::Languages "none"',
    // Nothing of a half-made tree is kept, so there is nothing to sync for.
    "--dpkgopt=force-unsafe-io",
    ...without.map((part) => `--dpkgopt=path-exclude=/usr/share/${part}/*`),
    "--dpkgopt=path-include=/usr/share/doc/*/copyright",
    `--customize-hook=copy-in "${join(folder, "ca-certificates.crt")}" /etc/ssl/certs/`,
    suite,
    archive,
    ...linesOf(mirrors),
  ];
  try {
    await run("mmdebstrap", args, { maxBuffer: 2 ** 26, signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw bootstrapFault(error, mirrors?.archive ?? "its own mirror");
  }
}

/** Without any, mmdebstrap takes those of Debian, updates and security too. */
function linesOf(mirrors: DebianMirrors | undefined): readonly string[] {
  return mirrors === undefined
    ? []
    : [
        `deb ${mirrors.archive} ${suite} main`,
        `deb ${mirrors.archive} ${suite}-updates main`,
        `deb ${mirrors.security} ${suite}-security main`,
      ];
}

function bootstrapFault(error: unknown, mirror: string): Fault {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") {
    return new Fault(
      "IMAGE_BUILD_FAILED",
      `Local base image ${localDebian.reference}: the program mmdebstrap, which makes it, is not installed`,
      {
        hint: "Install it (`apt-get install mmdebstrap`), or make a registry with the base images reachable.",
        cause: error,
      },
    );
  }
  return new Fault(
    "IMAGE_BUILD_FAILED",
    `Local base image ${localDebian.reference}: mmdebstrap failed with Debian's packages from ${mirror}: ${lastWords(error)}`,
    {
      hint: "Make Debian's package mirror reachable, or a registry with the base images.",
      cause: error,
    },
  );
}
