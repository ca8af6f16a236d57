import { Fault } from "../fault/index.ts";

export type OutputStream = "stdout" | "stderr";

const headerLength = 8;
/** First header byte; 0 is stdin's echo, which the engine's own client counts as stdout, 3 the engine's errors. */
const streams: readonly (OutputStream | undefined)[] = ["stdout", "stdout", "stderr", "stderr"];

/**
 * Takes an attach stream apart: a header of 8 bytes (stream, 3 zeros, length as big-endian 32 bits), then the payload.
 *
 * Hands payload on as views of the chunks it was given, at once and in order; keeps at most a part of a header, so
 * memory is bounded whatever the container prints. Throws ENGINE_ERROR when the bytes are no such stream.
 * (Docker Engine API, ContainerAttach, "Stream format".)
 */
export function createDemultiplexer(
  onPayload: (stream: OutputStream, payload: Uint8Array) => void,
): (chunk: Uint8Array) => void {
  const header = new Uint8Array(headerLength);
  const view = new DataView(header.buffer);
  let headerFilled = 0;
  let stream: OutputStream = "stdout";
  let payloadLeft = 0;

  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (payloadLeft > 0) {
        const end = Math.min(chunk.length, at + payloadLeft);
        onPayload(stream, chunk.subarray(at, end));
        payloadLeft -= end - at;
        at = end;
        continue;
      }
      const end = Math.min(chunk.length, at + headerLength - headerFilled);
      header.set(chunk.subarray(at, end), headerFilled);
      headerFilled += end - at;
      at = end;
      if (headerFilled === headerLength) {
        stream = streamOf(header);
        payloadLeft = view.getUint32(4);
        headerFilled = 0;
      }
    }
  };
}

function streamOf(header: Uint8Array): OutputStream {
  const stream = streams[header[0] ?? streams.length];
  if (stream === undefined || header[1] !== 0 || header[2] !== 0 || header[3] !== 0) {
    throw new Fault(
      "ENGINE_ERROR",
      `The attached output is not in the engine's framed format (header ${Buffer.from(header).toString("hex")})`,
    );
  }
  return stream;
}
