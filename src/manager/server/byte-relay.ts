/** Hands chunks on to a listener that comes later; what arrived before is kept for it. */
export interface ByteRelay {
  readonly push: (chunk: Uint8Array) => void;
  readonly listen: (listener: (chunk: Uint8Array) => void) => void;
}

export function createByteRelay(): ByteRelay {
  let early: Uint8Array[] = [];
  let listener: ((chunk: Uint8Array) => void) | undefined;
  return {
    push(chunk) {
      if (listener === undefined) {
        early.push(chunk);
      } else {
        listener(chunk);
      }
    },
    listen(given) {
      listener = given;
      for (const chunk of early) {
        given(chunk);
      }
      early = [];
    },
  };
}
