import { pipeline, type Readable, Transform } from "node:stream";

/** A line for every so many bytes of a context that is on its way. */
const stride = 25 * 2 ** 20;

/**
 * The same stream, told as it is taken: `context: 50.0 MiB sent`, at its end in all.
 *
 * `onError` is called when it does not come to its end; the stream itself says nothing of that.
 */
export function counted(
  context: Readable,
  onProgress: (line: string) => void,
  onError: (error: Error) => void,
): Readable {
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      const before = Math.floor(bytes / stride);
      bytes += chunk.length;
      if (Math.floor(bytes / stride) > before) {
        onProgress(`context: ${mebibytes(bytes)} sent`);
      }
      done(null, chunk);
    },
    flush(done) {
      onProgress(`context of ${mebibytes(bytes)} sent`);
      done();
    },
  });
  // Who reads it listens for none: it would be uncaught.
  counter.on("error", () => undefined);
  return pipeline(context, counter, (error) => {
    if (error) {
      onError(error);
    }
  });
}

function mebibytes(count: number): string {
  return `${(count / 2 ** 20).toFixed(1)} MiB`;
}
