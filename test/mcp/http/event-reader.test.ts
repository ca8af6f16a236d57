import fc from "fast-check";
import { expect, test } from "vitest";
import { eventReader, type StreamEvent } from "../../../src/mcp/http/event-reader.ts";

interface Read {
  readonly events: string[];
  readonly types: string[];
  readonly ids: (string | undefined)[];
  readonly retries: number[];
  oversized: number;
  invalid: number;
}

/** What a stream gives when it comes in these chunks. */
function readAll(chunks: readonly Uint8Array[], maxBytes = 1_000_000): Read {
  const read: Read = { events: [], types: [], ids: [], retries: [], oversized: 0, invalid: 0 };
  const push = eventReader(maxBytes, {
    event: ({ data, type, bytes }: StreamEvent) => {
      expect(bytes).toBe(Buffer.byteLength(data));
      read.events.push(data);
      read.types.push(type);
    },
    id: (id) => read.ids.push(id),
    retry: (ms) => read.retries.push(ms),
    oversized: () => {
      read.oversized += 1;
    },
    invalidUtf8: () => {
      read.invalid += 1;
    },
  });
  for (const chunk of chunks) {
    push(Buffer.from(chunk));
  }
  return read;
}

/** The bytes cut at these places. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => bytes.subarray(from, at[index] ?? bytes.length));
}

test("I92 events are the same wherever their bytes are cut and whatever ends their lines", () => {
  const line = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n]/u.test(text));
  const events = fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
  fc.assert(
    fc.property(
      events,
      fc.constantFrom("\n", "\r", "\r\n"),
      fc.boolean(),
      fc.array(fc.nat(), { maxLength: 40 }),
      (all, end, bom, places) => {
        const text = all
          .map((lines) => `: note${end}${lines.map((one) => `data: ${one}${end}`).join("")}${end}`)
          .join("");
        const read = readAll(cut(Buffer.from(`${bom ? "\uFEFF" : ""}${text}`), places));
        expect(read.events).toEqual(all.map((lines) => lines.join("\n")));
        expect(read).toMatchObject({ oversized: 0, invalid: 0 });
      },
    ),
  );
});

test("I92 an id with NUL and a retry that is no number are ignored, an empty id resets", () => {
  const text =
    "id: 1\ndata: a\n\nid: 2\0\nretry: 1e12\ndata: b\n\nid\ndata: c\n\nretry: 1000000000000\n\n";
  const read = readAll([Buffer.from(text)]);
  expect(read.events).toEqual(["a", "b", "c"]);
  expect(read.ids).toEqual(["1", undefined]);
  expect(read.retries).toEqual([1_000_000_000_000]);
});

test("I92 only the first byte order mark is none of the stream", () => {
  expect(readAll([Buffer.from("\uFEFF\uFEFFdata: a\n\ndata: b\n\n")]).events).toEqual(["b"]);
  expect(readAll([Buffer.from("\uFEFFdata: a\n\n")]).events).toEqual(["a"]);
});

test("I92 a character that is valid though cut is no invalid UTF-8, and one that is not is told once", () => {
  const bytes = Buffer.from("data: 😀\n\n");
  expect(readAll(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toMatchObject({
    events: ["😀"],
    invalid: 0,
  });
  const broken = Buffer.from("data: \xff\xff\n\ndata: \xff\n\ndata: c\n\n", "latin1");
  expect(readAll([broken])).toMatchObject({ events: ["\ufffd\ufffd", "\ufffd", "c"], invalid: 1 });
  expect(readAll([broken, broken])).toMatchObject({ invalid: 1 });
  const unfinished = Buffer.from("data: \xf0\x9f\n\n", "latin1");
  expect(readAll([unfinished])).toMatchObject({ invalid: 1 });
});

test.each([
  ["on one line", (size: number) => `data: ${"x".repeat(size)}\n\n`],
  ["on many lines", (size: number) => `${"data: x\n".repeat(size / 2)}data: \n\n`],
  ["of three bytes a character", (size: number) => `data: ${"世".repeat(Math.ceil(size / 3))}\n\n`],
])("I92 an event longer than allowed %s is told once and ends the reading", (_, make) => {
  const chunks = (text: string) =>
    cut(Buffer.from(`data: first\n\n${text}data: last\n\n`), [5000, 900, 70]);
  expect(readAll(chunks(make(4000)), 4100)).toMatchObject({ oversized: 0 });
  expect(readAll(chunks(make(4000)), 4100).events).toHaveLength(3);
  expect(readAll(chunks(make(4400)), 4100)).toMatchObject({ events: ["first"], oversized: 1 });
});

test("I92 an event without end is told as soon as it is too long", () => {
  let read = 0;
  const push = eventReader(1_000_000, {
    event: () => undefined,
    id: () => undefined,
    retry: () => undefined,
    oversized: () => {
      read = -read;
    },
    invalidUtf8: () => undefined,
  });
  push(Buffer.from("data: "));
  for (let chunk = 0; chunk < 200 && read >= 0; chunk += 1) {
    read += 10_000;
    push(Buffer.alloc(10_000, "x"));
  }
  expect(read).toBeLessThan(0);
  expect(-read).toBeLessThan(1_100_000);
});
