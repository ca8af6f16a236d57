import { rm } from "node:fs/promises";
import { packFolder } from "../../engine/index.ts";
import { hostCaBundle } from "../build/ca-bundle.ts";
import { imageLabels } from "../labels.ts";
import { caBundleInImage, writeRootfs } from "./node-rootfs.ts";
import { gatherSources, npmVersion } from "./node-sources.ts";
import {
  type LocalBaseOptions,
  recipeKey,
  refuseForeignEngine,
  type StandIn,
  workFolder,
} from "./stand-in.ts";

/** The locally built stand-in for Docker Hub's node image. */
export const localBaseImage = "docker-mcp-manager/base-node:24";

/** Raise it when the recipe changes; images of an older recipe are then built anew. */
const recipe = "1";

/** Node.js as it runs here, npm and busybox, with the host's certificate authorities inside: about 4 s to make. */
export const localNode: StandIn = {
  name: "node",
  wanted: "node:24-bookworm-slim",
  reference: localBaseImage,
  madeFrom: `Node.js ${process.version}, npm ${npmVersion} and busybox`,
  key: async () =>
    recipeKey([recipe, process.version, process.arch, npmVersion, await hostCaBundle()]),
  make,
};

async function make(key: string, options: LocalBaseOptions): Promise<void> {
  const { engine } = options;
  refuseForeignEngine(engine.info);
  const sources = await gatherSources(process.execPath, options.cacheFolder, options.signal);
  const root = workFolder(options);
  try {
    await writeRootfs(root, sources, await hostCaBundle());
    const archive = await packFolder(root, {
      map: (header) => {
        const owner = /^home\/node(\/|$)/.test(header.name) ? 1000 : 0;
        // tar-fs takes off this process's umask, and with it the write bits of /tmp.
        const mode = /^(var\/)?tmp$/.test(header.name) ? 0o1777 : header.mode;
        return { ...header, mode, uid: owner, gid: owner, mtime: new Date(0) };
      },
    });
    await engine.importImage(archive, localBaseImage, imageChanges(key));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
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
