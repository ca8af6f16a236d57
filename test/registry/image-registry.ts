import { createHash, randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGzip } from "node:zlib";
import { pack } from "tar-fs";
import { onTestFinished } from "vitest";
import { scratch } from "./deps.ts";

/** What is asked for: `manifest` and `blob` by name or digest, `version` is the check whether a registry is there. */
export interface Ask {
  readonly kind: "version" | "manifest" | "config" | "layer" | "other";
  /** Which ask of this kind it is, from 1. */
  readonly count: number;
  readonly request: IncomingMessage;
}

/** Answers an ask in another way than a registry should; false leaves it to the registry. */
export type Trouble = (ask: Ask, answer: ServerResponse) => boolean;

export interface ImageRegistry {
  /** `127.0.0.1:PORT`, or with the address asked for. */
  readonly host: string;
  /** Name of the one image, without host and tag. */
  readonly name: string;
  /** Digest of its manifest. */
  readonly digest: string;
  /** How often each kind was asked for. */
  readonly asked: Readonly<Record<Ask["kind"], number>>;
  readonly close: () => void;
}

interface Options {
  readonly name?: string;
  readonly address?: string;
  readonly architecture?: string;
  readonly trouble?: Trouble;
}

const types = {
  manifest: "application/vnd.docker.distribution.manifest.v2+json",
  config: "application/vnd.docker.container.image.v1+json",
  layer: "application/vnd.docker.image.rootfs.diff.tar.gzip",
};

/**
 * A registry that speaks its protocol, with one image of one small layer that no engine has; every tag is this image.
 *
 * It ends with the test. On 127.0.0.1 engines speak to it without TLS.
 */
export async function imageRegistry(options: Options = {}): Promise<ImageRegistry> {
  const { address = "127.0.0.1", trouble = () => false } = options;
  const name = options.name ?? `test/image-${randomBytes(4).toString("hex")}`;
  const image = await imageOf(options.architecture ?? architecture());
  const asked = { version: 0, manifest: 0, config: 0, layer: 0, other: 0 };
  const server = createServer((request, answer) => {
    const kind = kindOf(request.url ?? "", name, image);
    asked[kind] += 1;
    if (!trouble({ kind, count: asked[kind], request }, answer)) {
      serve(kind, request, answer, image);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return { host: `${address}:${port}`, name, digest: image.manifest.digest, asked, close };
}

interface Blob {
  readonly bytes: Buffer;
  readonly digest: string;
}

type Image = Readonly<Record<"manifest" | "config" | "layer", Blob>>;

async function imageOf(arch: string): Promise<Image> {
  const folder = await scratch();
  await writeFile(join(folder, "content"), randomBytes(32));
  const tar = await buffer(pack(folder));
  const layer = blobOf(await buffer(pack(folder).pipe(createGzip())));
  const config = blobOf(
    JSON.stringify({
      architecture: arch,
      os: "linux",
      config: { Cmd: ["/content"] },
      rootfs: { type: "layers", diff_ids: [digestOf(tar)] },
    }),
  );
  const manifest = blobOf(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: types.manifest,
      config: descriptor(types.config, config),
      layers: [descriptor(types.layer, layer)],
    }),
  );
  return { manifest, config, layer };
}

function descriptor(mediaType: string, { bytes, digest }: Blob) {
  return { mediaType, size: bytes.byteLength, digest };
}

function blobOf(content: Buffer | string): Blob {
  const bytes = Buffer.from(content);
  return { bytes, digest: digestOf(bytes) };
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

function architecture(): string {
  return process.arch === "x64" ? "amd64" : process.arch;
}

function kindOf(url: string, name: string, image: Image): Ask["kind"] {
  if (url === "/v2/") {
    return "version";
  }
  if (url.startsWith(`/v2/${name}/manifests/`)) {
    return "manifest";
  }
  const found = (["config", "layer"] as const).find(
    (kind) => url === `/v2/${name}/blobs/${image[kind].digest}`,
  );
  return found ?? "other";
}

function serve(
  kind: Ask["kind"],
  request: IncomingMessage,
  answer: ServerResponse,
  image: Image,
): void {
  if (kind === "version") {
    answer.end("{}");
  } else if (kind === "other") {
    refuse(answer, 404, "NAME_UNKNOWN", "repository name not known to registry");
  } else {
    const { bytes, digest } = image[kind];
    answer.setHeader("content-type", types[kind]);
    answer.setHeader("docker-content-digest", digest);
    answer.setHeader("content-length", bytes.byteLength);
    answer.end(request.method === "HEAD" ? undefined : bytes);
  }
}

/** An error in a registry's own form. */
export function refuse(
  answer: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): true {
  answer.writeHead(status, { "content-type": "application/json", ...headers });
  answer.end(JSON.stringify({ errors: [{ code, message }] }));
  return true;
}
