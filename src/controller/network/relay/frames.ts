/** What a frame says of its stream. `cut` may carry why: a code of the system such as ECONNREFUSED. */
export const kinds = { open: 0, data: 1, end: 2, cut: 3, hold: 4, go: 5 } as const;

export interface Frame {
  readonly id: number;
  readonly kind: number;
  readonly payload: Uint8Array;
}

const headBytes = 9;
/** A relay of ours never sends more at once: sockets are read in pieces of 64 KiB. */
const mostBytes = 2 ** 20;

/** One frame: stream id (4 bytes), kind (1), length (4), payload; big-endian. */
export function frame(id: number, kind: number, payload: Uint8Array = new Uint8Array()): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32BE(id, 0);
  head.writeUInt8(kind, 4);
  head.writeUInt32BE(payload.length, 5);
  return Buffer.concat([head, payload]);
}

/** Cuts what arrives, in pieces of any size, into frames. The function throws on what cannot be one. */
export function createFrameReader(onFrame: (frame: Frame) => void): (chunk: Uint8Array) => void {
  let pieces: Buffer[] = [];
  let bytes = 0;
  let wanted = headBytes;
  return (chunk) => {
    pieces.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    bytes += chunk.length;
    while (bytes >= wanted) {
      const [only] = pieces;
      const all = pieces.length === 1 && only ? only : Buffer.concat(pieces);
      pieces = [all];
      const length = all.readUInt32BE(5);
      if (length > mostBytes) {
        throw new Error(`a frame of ${length} bytes came from the relay`);
      }
      wanted = headBytes + length;
      if (bytes < wanted) {
        return;
      }
      onFrame({
        id: all.readUInt32BE(0),
        kind: all.readUInt8(4),
        payload: all.subarray(headBytes, wanted),
      });
      pieces = [all.subarray(wanted)];
      bytes -= wanted;
      wanted = headBytes;
    }
  };
}
