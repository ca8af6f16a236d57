import { fieldsOf, lastFields, textOf } from "./protobuf.ts";

/** One step of a build, as BuildKit reports it. */
export interface BuildStep {
  readonly digest: string;
  /** E.g. `[builder 2/3] RUN npm ci`. */
  readonly name: string;
  readonly cached: boolean;
  /** Milliseconds since the epoch by the engine's clock. */
  readonly startedMs: number | undefined;
  readonly completedMs: number | undefined;
  readonly error: string;
}

export interface BuildTrace {
  readonly steps: readonly BuildStep[];
  readonly logs: readonly { readonly step: string; readonly text: string }[];
}

/** Decodes one `moby.buildkit.trace` message: `StatusResponse` of BuildKit's control API, of which steps and logs are read. */
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
  const fields = lastFields(message);
  return {
    digest: textOf(fields.get(1)?.bytes),
    name: textOf(fields.get(3)?.bytes),
    cached: fields.get(4)?.value === 1,
    startedMs: timeOf(fields.get(5)?.bytes),
    completedMs: timeOf(fields.get(6)?.bytes),
    error: textOf(fields.get(7)?.bytes),
  };
}

function logOf(message: Uint8Array): { step: string; text: string } {
  const fields = lastFields(message);
  return { step: textOf(fields.get(1)?.bytes), text: textOf(fields.get(4)?.bytes) };
}

/** A protobuf Timestamp: seconds and nanoseconds. */
function timeOf(message: Uint8Array | undefined): number | undefined {
  if (message === undefined) {
    return undefined;
  }
  const fields = lastFields(message);
  return (fields.get(1)?.value ?? 0) * 1000 + (fields.get(2)?.value ?? 0) / 1e6;
}
