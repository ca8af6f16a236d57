import type { IncomingMessage, ServerResponse } from "node:http";

interface Blob {
  readonly content: Buffer;
  readonly type: string;
}

/** Block blobs in memory: whole PUT, PUT of blocks with a block list, GET with ranges. */
export class BlobStore {
  readonly #blobs = new Map<string, Blob>();
  readonly #blocks = new Map<string, Map<string, Buffer>>();

  get(path: string): Buffer | undefined {
    return this.#blobs.get(path)?.content;
  }

  delete(path: string): void {
    this.#blobs.delete(path);
  }

  /** `path` is the URL path; `fileName` goes into the answer of a GET. */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    fileName: string,
  ): Promise<void> {
    if (request.method === "PUT") {
      await this.#put(request, url);
      response.writeHead(201, { etag: '"1"', "x-ms-request-id": "local" }).end();
      return;
    }
    const blob = this.#blobs.get(url.pathname);
    if (blob === undefined) {
      response.writeHead(404).end();
      return;
    }
    const headers = {
      "content-type": blob.type,
      "content-disposition": `attachment; filename="${fileName}"`,
      etag: '"1"',
      "accept-ranges": "bytes",
    };
    const range = /^bytes=(\d+)-(\d*)$/.exec(
      String(request.headers.range ?? request.headers["x-ms-range"] ?? ""),
    );
    const start = range === null ? 0 : Number(range[1]);
    const end = range?.[2]
      ? Math.min(Number(range[2]) + 1, blob.content.length)
      : blob.content.length;
    const part = blob.content.subarray(start, end);
    response.writeHead(range === null ? 200 : 206, {
      ...headers,
      "content-length": part.length,
      ...(range === null
        ? {}
        : { "content-range": `bytes ${start}-${end - 1}/${blob.content.length}` }),
    });
    response.end(request.method === "HEAD" ? undefined : part);
  }

  async #put(request: IncomingMessage, url: URL): Promise<void> {
    const body = await readBody(request);
    const type = String(request.headers["x-ms-blob-content-type"] ?? "application/octet-stream");
    const blocks = this.#blocks.get(url.pathname) ?? new Map<string, Buffer>();
    switch (url.searchParams.get("comp") ?? "whole") {
      case "block":
        this.#blocks.set(url.pathname, blocks.set(url.searchParams.get("blockid") ?? "", body));
        break;
      case "blocklist": {
        const ids = [...body.toString("utf8").matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(
          (match) => match[1] ?? "",
        );
        this.#blobs.set(url.pathname, {
          content: Buffer.concat(ids.map((id) => blocks.get(id) ?? Buffer.alloc(0))),
          type,
        });
        this.#blocks.delete(url.pathname);
        break;
      }
      default:
        this.#blobs.set(url.pathname, { content: body, type });
    }
  }
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    // Without an encoding set, a request yields buffers.
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
