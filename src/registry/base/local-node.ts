import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Engine } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import { hostCaBundle } from "../build/ca-bundle.ts";
import { imageLabels } from "../labels.ts";
import { caBundleInImage, writeRootfs } from "./node-rootfs.ts";
import { gatherSources, npmVersion } from "./node-sources.ts";

/** The locally built stand-in for Docker Hub's node image. */
export const localBaseImage = "docker-mcp-manager/base-node:24";

/** Raise it when the recipe changes; images of an older recipe are then built anew. */
const recipe = "1";

export interface LocalBaseOptions {
  readonly engine: Pick<Engine, "info" | "inspectImage" | "importImage">;
  /** Downloads are kept here between builds. */
  readonly cacheFolder: string;
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Makes sure that `localBaseImage` is on the engine and of this recipe: one inspection when it is, else a build of
 * about 4 s from npm and Debian packages, with the host's certificate authorities inside.
 *
 * Rejects IMAGE_BUILD_FAILED when this machine cannot make one.
 */
export async function ensureLocalBaseImage(
  options: LocalBaseOptions,
): Promise<{ readonly built: boolean }> {
  const { engine } = options;
  const caBundle = await hostCaBundle();
  const key = recipeKey(caBundle);
  if ((await engine.inspectImage(localBaseImage))?.labels[imageLabels.key] === key) {
    return { built: false };
  }
  refuseForeignNode(engine.info);
  options.onProgress(
    `building ${localBaseImage} from Node.js ${process.version}, npm ${npmVersion} and busybox`,
  );
  const sources = await gatherSources(process.execPath, options.cacheFolder, options.signal);
  const root = await mkdtemp(join(tmpdir(), "docker-mcp-manager-base-"));
  try {
    await writeRootfs(root, sources, caBundle);
    const { pack } = await import("tar-fs");
    const archive = pack(root, {
      map: (header) => {
        const owner = /^home\/node(\/|$)/.test(header.name) ? 1000 : 0;
        // tar-fs takes off this process's umask, and with it the write bits of /tmp.
        const mode = /^(var\/)?tmp$/.test(header.name) ? 0o1777 : header.mode;
        return { ...header, mode, uid: owner, gid: owner, mtime: new Date(0) };
      },
    }) as unknown as Readable; // its type is from a stream library of its own; it is piped as any Readable
    await engine.importImage(archive, localBaseImage, imageChanges(key));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return { built: true };
}

function imageChanges(key: string): readonly string[] {
  return [
    "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    `ENV NODE_EXTRA_CA_CERTS=${caBundleInImage}`,
    `ENV SSL_CERT_FILE=${caBundleInImage}`,
    `LABEL ${imageLabels.key}=${key}`,
    'CMD ["node"]',
  ];
}

function recipeKey(caBundle: Uint8Array): string {
  return createHash("sha256")
    .update([recipe, process.version, process.arch, npmVersion, ""].join("\n"))
    .update(caBundle)
    .digest("hex");
}

/** The engine's and Node.js's words for the same architectures. */
const architectures: Readonly<Record<string, string>> = {
  amd64: "x64",
  x86_64: "x64",
  arm64: "arm64",
  aarch64: "arm64",
};

function refuseForeignNode(engine: Engine["info"]): void {
  if (
    process.platform !== "linux" ||
    (architectures[engine.arch] ?? engine.arch) !== process.arch
  ) {
    throw new Fault(
      "IMAGE_BUILD_FAILED",
      `Local base image: the engine runs ${engine.os}/${engine.arch}, but this machine's Node.js is for ${process.platform}/${process.arch}`,
      { hint: "Make a registry with node images reachable from the engine." },
    );
  }
}
