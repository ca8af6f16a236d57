import fc from "fast-check";
import { expect, test } from "vitest";
import { createDemultiplexer } from "../../src/engine/index.ts";

const frame = fc.record({
  stream: fc.constantFrom("stdout", "stderr"),
  payload: fc.uint8Array({ maxLength: 40 }),
});

function encode(stream: string, payload: Uint8Array): Uint8Array {
  const header = Buffer.alloc(8);
  header[0] = stream === "stderr" ? 2 : 1;
  header.writeUInt32BE(payload.length, 4);
  return Buffer.concat([header, payload]);
}

function demultiplex(chunks: readonly Uint8Array[]): { stdout: Buffer; stderr: Buffer } {
  const found: Record<"stdout" | "stderr", Uint8Array[]> = { stdout: [], stderr: [] };
  const take = createDemultiplexer((stream, payload) => found[stream].push(payload));
  chunks.forEach(take);
  return { stdout: Buffer.concat(found.stdout), stderr: Buffer.concat(found.stderr) };
}

test("any split of any frames gives each stream its bytes in order", () => {
  fc.assert(
    fc.property(
      fc.array(frame, { maxLength: 20 }),
      fc.array(fc.nat(), { maxLength: 30 }),
      (frames, cuts) => {
        const wire = Buffer.concat(frames.map(({ stream, payload }) => encode(stream, payload)));
        const places = [
          ...new Set([0, ...cuts.map((cut) => cut % (wire.length + 1)), wire.length]),
        ].sort((a, b) => a - b);
        const chunks = places.slice(1).map((end, index) => wire.subarray(places[index], end));
        const of = (name: string) =>
          Buffer.concat(
            frames.filter(({ stream }) => stream === name).map(({ payload }) => payload),
          );
        expect(demultiplex(chunks)).toEqual({ stdout: of("stdout"), stderr: of("stderr") });
      },
    ),
    { numRuns: 500 },
  );
});

test("a payload is a view of the chunk that brought it, not a copy", () => {
  const chunk = encode("stdout", Buffer.from("hello"));
  let seen: Uint8Array | undefined;
  createDemultiplexer((_stream, payload) => {
    seen = payload;
  })(chunk);
  expect(seen?.buffer).toBe(chunk.buffer);
});

test("bytes that are no framed stream are refused, quoting the header", () => {
  const take = createDemultiplexer(() => {});
  expect(() => take(Buffer.from("plain text from a terminal"))).toThrow(
    expect.objectContaining({
      code: "ENGINE_ERROR",
      message: expect.stringContaining("706c61696e207465"),
    }),
  );
  const unknownStream = createDemultiplexer(() => {});
  expect(() => unknownStream(Uint8Array.of(4, 0, 0, 0, 0, 0, 0, 1))).toThrow("0400000000000001");
});
