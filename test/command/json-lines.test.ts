import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonLines } from "../../src/command/json-lines.ts";

async function* cut(bytes: Uint8Array, at: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [0, ...at.map((place) => place % (bytes.length + 1)), bytes.length];
  places.sort((a, b) => a - b);
  for (const [index, from] of places.entries()) {
    yield bytes.subarray(from, places[index + 1] ?? from);
  }
}

test("objects come through whole wherever the stream is cut, and all else is passed over", async () => {
  const objects = fc.array(fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }), {
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(objects, fc.array(fc.nat()), fc.boolean(), async (sent, at, ended) => {
      const lines = sent.flatMap((one) => [JSON.stringify(one), "7", "no json", ""]);
      const text = lines.join("\n") + (ended ? "\n" : "");
      const received: unknown[] = [];
      for await (const message of jsonLines(cut(new TextEncoder().encode(text), at))) {
        received.push(message);
      }
      expect(received).toEqual(sent.map((one) => ({ ...one })));
    }),
  );
});
