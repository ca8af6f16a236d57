import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeLine } from "../../src/mcp/decode.ts";
import { Framer } from "../../src/mcp/framer.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

type Event = readonly unknown[];

function run(chunks: readonly Uint8Array[], maxBytes: number, flooded = false): readonly Event[] {
  const events: Event[] = [];
  let blanks = 0;
  const framer = new Framer(maxBytes, {
    line: (bytes) => events.push(["line", bytes.toString("latin1")]),
    blank: (lines) => {
      blanks += lines;
    },
    flooded: () => flooded,
    skipped: (lines, bytes) => events.push(["skipped", lines, bytes]),
    oversized: (head) => events.push(["oversized", head.toString("latin1")]),
    resynced: (bytes, head, tail) =>
      events.push(["resynced", bytes, head.toString("latin1"), tail.toString("latin1")]),
  });
  for (const chunk of chunks) {
    framer.push(chunk);
  }
  const rest = framer.end();
  return [...events, ["blank", blanks], ["rest", rest?.bytes, rest?.head.toString("latin1")]];
}

function split(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const places = [
    0,
    ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b),
    bytes.length,
  ];
  return places.slice(1).map((end, index) => bytes.slice(places[index], end));
}

/** Bytes rich in line breaks and brackets, so that small strings hold many lines. */
const bytes = fc
  .array(fc.oneof(fc.constantFrom(0x0a, 0x0d, 0x7b, 0x22), fc.integer({ min: 0, max: 255 })), {
    maxLength: 200,
  })
  .map((list) => Uint8Array.from(list));
const cuts = fc.array(fc.nat(), { maxLength: 20 });

test("any split of any bytes gives the same lines", () => {
  fc.assert(
    fc.property(bytes, cuts, fc.integer({ min: 1, max: 40 }), (stream, places, cap) => {
      const whole = run([stream], cap).filter(([kind]) => kind !== "oversized");
      const parts = run(split(stream, places), cap).filter(([kind]) => kind !== "oversized");
      expect(parts).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

test("an oversized line is announced once, before its end, however it is cut", () => {
  fc.assert(
    fc.property(bytes, cuts, fc.integer({ min: 1, max: 40 }), (stream, places, cap) => {
      const heads = (chunks: readonly Uint8Array[]): readonly Event[] =>
        run(chunks, cap).filter(([kind]) => kind === "oversized");
      expect(heads(split(stream, places))).toHaveLength(heads([stream]).length);
    }),
  );
});

test("lines are what splitting the whole text at line breaks gives", () => {
  fc.assert(
    fc.property(bytes, cuts, (stream, places) => {
      const text = Buffer.from(stream).toString("latin1");
      const expected = text
        .split("\n")
        .slice(0, -1)
        .map((line) => line.replace(/\r$/u, ""))
        .filter((line) => line !== "");
      const lines = run(split(stream, places), 1000).filter(([kind]) => kind === "line");
      expect(lines.map(([, line]) => line)).toEqual(expected);
    }),
  );
});

test("I66 a CR before the line break is no part of the line", () => {
  expect(run([Buffer.from("one\r\ntwo\n\r\n")], 100)).toEqual([
    ["line", "one"],
    ["line", "two"],
    ["blank", 1],
    ["rest", undefined, undefined],
  ]);
});

test("I81 a line over the cap is thrown away and the next one is read", () => {
  const events = run([Buffer.from(`${"x".repeat(20)}\nnext\n`)], 10);
  expect(events).toEqual([
    ["oversized", "x".repeat(10)],
    ["resynced", 20, "x".repeat(10), "x".repeat(20)],
    ["line", "next"],
    ["blank", 0],
    ["rest", undefined, undefined],
  ]);
});

test("a line of exactly the cap is read", () => {
  expect(run([Buffer.from("0123456789\n")], 10)[0]).toEqual(["line", "0123456789"]);
});

test("F37 the unfinished rest is reported with its length", () => {
  expect(run([Buffer.from("done\nhal"), Buffer.from("f")], 100).at(-1)).toEqual([
    "rest",
    4,
    "half",
  ]);
});

test("in a flood lines without brackets are counted, lines with one are read", () => {
  fc.assert(
    fc.property(bytes, cuts, (stream, places) => {
      const calm = run([stream], 1000).filter(([kind]) => kind === "line");
      const events = run(split(stream, places), 1000, true);
      const read = events.filter(([kind]) => kind === "line").map(([, line]) => line);
      const wanted = calm.map(([, line]) => line).filter((line) => /[[{]/u.test(String(line)));
      expect(read.filter((line) => /[[{]/u.test(String(line)))).toEqual(wanted);
    }),
  );
  expect(run([Buffer.from("a\nbb\n{\nccc")], 100, true)).toEqual([
    ["skipped", 2, 3],
    ["line", "{"],
    ["blank", 0],
    ["rest", 3, "ccc"],
  ]);
});

test("a line that comes byte by byte does not hold a chunk object for each byte", () => {
  const framer = new Framer(64 * 1024 * 1024, {
    line: () => undefined,
    blank: () => undefined,
    flooded: () => false,
    skipped: () => undefined,
    oversized: () => undefined,
    resynced: () => undefined,
  });
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < 200_000; index += 1) {
    framer.push(Buffer.of(0x78));
  }
  collectGarbage();
  // A chunk object each would hold about 20 MB.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(4 * 1024 * 1024);
  expect(framer.end()?.bytes).toBe(200_000);
});

test("a line of 20 MB is intact wherever it is cut, inside its characters too", () => {
  const text = "aé漢😀".repeat(2_000_000);
  const stream = Buffer.from(`${text}\n`);
  expect(stream.length).toBeGreaterThan(20_000_000);
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 900 }), (places) => {
      const lines: Buffer[] = [];
      const framer = new Framer(64 * 1024 * 1024, {
        line: (line) => lines.push(line),
        blank: () => undefined,
        flooded: () => false,
        skipped: () => undefined,
        oversized: () => undefined,
        resynced: () => undefined,
      });
      for (const chunk of split(stream, places)) {
        framer.push(chunk);
      }
      expect(lines).toHaveLength(1);
      const [line] = lines;
      const decoded = decodeLine(line ?? Buffer.alloc(0));
      // Not toBe: a difference of twenty megabytes is not to be printed.
      expect(decoded.text === text).toBe(true);
      expect(decoded.invalidAt).toBeUndefined();
    }),
    { numRuns: 10 },
  );
});
