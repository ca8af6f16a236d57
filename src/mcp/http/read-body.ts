import type { Readable } from "node:stream";

export interface Body {
  readonly bytes: Buffer;
  /** It was longer than what was allowed, and the rest was not read. */
  readonly cut: boolean;
}

/** The whole body up to a limit on decoded bytes; the connection of a longer one is closed. */
export async function readBody(
  body: Readable,
  maxBytes: number,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Body> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunksOf(body)) {
    onBytes(chunk.length);
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) {
      return { bytes: Buffer.concat(chunks, maxBytes), cut: true };
    }
  }
  return { bytes: Buffer.concat(chunks, length), cut: false };
}

/** A body chunk by chunk; leaving the loop closes its connection. */
export async function* chunksOf(body: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of body) {
    // Without an encoding a Readable of the HTTP client and of zlib gives Buffers only.
    yield chunk as Buffer;
  }
}
