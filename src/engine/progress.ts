import type { Readable } from "node:stream";
import { jsonLines } from "./json-lines.ts";

interface Progress {
  readonly id?: string;
  readonly status?: string;
  readonly error?: string;
  readonly progressDetail?: { readonly total?: number };
}

/** The last status of a pull or an import. Rejects with the engine's words for an error inside the stream. */
export async function followProgress(
  answer: Readable,
  onProgress: (line: string) => void,
  onSign: () => void = () => undefined,
): Promise<string> {
  let last = "";
  for await (const value of jsonLines(answer)) {
    onSign();
    // The engine's progress messages: every field is optional and of the type named.
    const { id, status, error, progressDetail } = value as Progress;
    if (error !== undefined) {
      throw new Error(error);
    }
    last = status ?? last;
    if (status !== undefined && progressDetail?.total === undefined) {
      onProgress(id === undefined ? status : `${id}: ${status}`);
    }
  }
  return last;
}
