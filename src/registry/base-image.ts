import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import { caBundleInImage, writeRootfs } from "./base-image-rootfs.ts";
import { gatherSources, npmVersion } from "./base-image-sources.ts";
import { imageLabels } from "./labels.ts";

/** The locally built stand-in for Docker Hub's node image. */
export const localBaseImage = "docker-mcp-manager/base-node:24";

/** Raise it when the recipe changes; images of an older recipe are then built anew. */
const recipe = "1";

/** Where Linux distributions keep their certificate authorities. */
const caBundlePaths = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

export interface LocalBaseOptions {
  readonly engine: Pick<Engine, "info" | "inspectImage" | "importImage">;
  /** Downloads are kept here between builds. */
  readonly cacheFolder: string;
  /** The Node.js that is copied into the image, and what it says of itself. */
  readonly node: { readonly binary: string; readonly version: string; readonly platform: string; readonly arch: string };
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Makes sure that `localBaseImage` is on the engine and of this recipe: one inspection when it is, else a build of
 * about 4 s from npm and Debian packages, with the host's certificate authorities inside.
 *
 * Rejects IMAGE_BUILD_FAILED when this machine cannot make one.
 */
export async function ensureLocalBaseImage(options: LocalBaseOptions): Promise<{ readonly built: boolean }> {
  const { engine, node } = options;
  const caBundle = await hostCaBundle();
  const key = recipeKey(node, caBundle);
  if ((await engine.inspectImage(localBaseImage))?.labels[imageLabels.key] === key) {
    return { built: false };
  }
  refuseForeignNode(engine.info, node);
  options.onProgress(`building ${localBaseImage} from Node.js ${node.version}, npm ${npmVersion} and busybox`);
  const sources = await gatherSources(node.binary, options.cacheFolder, options.signal);
  const root = await mkdtemp(join(tmpdir(), "docker-mcp-manager-base-"));
  try {
    await writeRootfs(root, sources, caBundle);
    const { pack } = await import("tar-fs");
    const archive = pack(root, {
      // Without it the umask of this process takes the write bits of /tmp away.
      umask: 0,
      map: (header) => {
        const owner = /^(\.\/)?home\/node(\/|$)/.test(header.name) ? 1000 : 0;
        return { ...header, uid: owner, gid: owner, mtime: new Date(0) };
      },
    });
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

function recipeKey(node: LocalBaseOptions["node"], caBundle: Uint8Array): string {
  return createHash("sha256")
    .update([recipe, node.version, node.arch, npmVersion, ""].join("\n"))
    .update(caBundle)
    .digest("hex");
}

async function hostCaBundle(): Promise<Uint8Array> {
  for (const path of caBundlePaths) {
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes !== undefined) {
      return bytes;
    }
  }
  return new Uint8Array();
}

/** The engine's and Node.js's words for the same architectures. */
const architectures: Readonly<Record<string, string>> = { amd64: "x64", x86_64: "x64", arm64: "arm64", aarch64: "arm64" };

function refuseForeignNode(engine: Engine["info"], node: LocalBaseOptions["node"]): void {
  if (node.platform !== "linux" || (architectures[engine.arch] ?? engine.arch) !== node.arch) {
    throw new Fault(
      "IMAGE_BUILD_FAILED",
      `Local base image: the engine runs ${engine.os}/${engine.arch}, but this machine's Node.js is for ${node.platform}/${node.arch}`,
      { hint: "Make a registry with node images reachable from the engine." },
    );
  }
}
