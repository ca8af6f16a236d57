/** One step of a build, as BuildKit reports it. */
export interface BuildStep {
  readonly digest: string;
  /** E.g. `[stage 2/3] RUN npm ci`. */
  readonly name: string;
  readonly cached: boolean;
  readonly started: boolean;
  readonly completed: boolean;
  readonly error: string;
}

export interface BuildTrace {
  readonly steps: readonly BuildStep[];
  readonly logs: readonly { readonly step: string; readonly text: string }[];
}

type Field = {
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
  readonly value: number;
};

/**
 * Decodes one `moby.buildkit.trace` message: protobuf `StatusResponse` of BuildKit's control API, of which steps
 * (field 1) and logs (field 3) are read.
 *
 * Written out because dockerode's own decoder reads its schema from a file beside it at run time, which a bundle
 * does not have; two message types of the wire format are less than that costs.
 */
export function decodeTrace(base64: string): BuildTrace {
  const steps: BuildStep[] = [];
  const logs: { step: string; text: string }[] = [];
  for (const { number, bytes } of fieldsOf(Buffer.from(base64, "base64"))) {
    if (number === 1 && bytes) {
      steps.push(stepOf(bytes));
    } else if (number === 3 && bytes) {
      logs.push(logOf(bytes));
    }
  }
  return { steps, logs };
}

function stepOf(message: Uint8Array): BuildStep {
  const fields = new Map([...fieldsOf(message)].map((field) => [field.number, field]));
  return {
    digest: textOf(fields.get(1)?.bytes),
    name: textOf(fields.get(3)?.bytes),
    cached: fields.get(4)?.value === 1,
    started: fields.has(5),
    completed: fields.has(6),
    error: textOf(fields.get(7)?.bytes),
  };
}

function logOf(message: Uint8Array): { step: string; text: string } {
  const fields = new Map([...fieldsOf(message)].map((field) => [field.number, field]));
  return { step: textOf(fields.get(1)?.bytes), text: textOf(fields.get(4)?.bytes) };
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8") : "";
}

/** The fields of a protobuf message; stops silently at what is not one, since progress is never worth a failure. */
function* fieldsOf(message: Uint8Array): Generator<Field> {
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
