/** One field of a protobuf message: bytes when it is length-delimited, else a number. */
export interface Field {
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
  readonly value: number;
}

/**
 * The fields of a protobuf message; stops silently at what is not one.
 *
 * Written out because the libraries read their schemas from files beside them at run time, which a bundle does not
 * have; the few messages read and written here are less than that costs.
 */
export function* fieldsOf(message: Uint8Array): Generator<Field> {
  let at = 0;
  function varint(): number {
    let value = 0;
    for (let scale = 1; at < message.length; scale *= 128) {
      const byte = message[at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        return value;
      }
    }
    return value;
  }
  while (at < message.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (wireType === 0) {
      yield { number, bytes: undefined, value: varint() };
    } else if (wireType === 2) {
      const length = varint();
      yield { number, bytes: message.subarray(at, at + length), value: 0 };
      at += length;
    } else if (wireType === 1 || wireType === 5) {
      at += wireType === 1 ? 8 : 4;
    } else {
      return;
    }
  }
}

/** The fields by number; of one that is there several times, the last. */
export function lastFields(message: Uint8Array): ReadonlyMap<number, Field> {
  return new Map([...fieldsOf(message)].map((field) => [field.number, field]));
}

export function textOf(bytes: Uint8Array | undefined): string {
  return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8") : "";
}

/** A message of one length-delimited field. */
export function bytesField(number: number, bytes: Uint8Array): Buffer {
  const head = [number * 8 + 2];
  let length = bytes.length;
  for (; length > 0x7f; length = Math.floor(length / 128)) {
    head.push((length % 128) + 0x80);
  }
  return Buffer.concat([Buffer.from([...head, length]), bytes]);
}
