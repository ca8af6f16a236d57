import { once } from "node:events";
import type { Duplex } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { expect, test } from "vitest";
import {
  createFrameReader,
  type Frame,
  frame,
  kinds,
} from "../../../src/controller/network/relay/frames.ts";
import { createRelayStreams } from "../../../src/controller/network/relay/streams.ts";

/** An attachment whose other side is the test. */
function relay() {
  const sent: Frame[] = [];
  const read = createFrameReader((each) => sent.push(each));
  const over = Promise.withResolvers<void>();
  const opened: { readonly stream: Duplex; readonly from: string }[] = [];
  let listener: (chunk: Uint8Array) => void = () => undefined;
  const streams = createRelayStreams(
    {
      async write(bytes) {
        read(bytes);
      },
      onStdout(given) {
        listener = given;
      },
      ended: over.promise,
      destroy: over.resolve,
    },
    (stream, from) => opened.push({ stream, from }),
  );
  const say = (id: number, kind: number, payload = "") =>
    listener(frame(id, kind, Buffer.from(payload)));
  const words = () =>
    sent.map(({ id, kind, payload }) => `${id} ${kind} ${Buffer.from(payload).toString()}`.trim());
  return {
    streams,
    say,
    hear: (chunk: Uint8Array) => listener(chunk),
    words,
    opened,
    end: over.resolve,
  };
}

test("frames are the same, however they are cut", () => {
  const all = Buffer.concat([
    frame(1, 0, Buffer.from("a")),
    frame(2, 1),
    frame(3, 1, Buffer.alloc(300, 1)),
  ]);
  for (const size of [1, 2, 9, 10, 100, all.length]) {
    const seen: string[] = [];
    const read = createFrameReader(({ id, kind, payload }) =>
      seen.push(`${id} ${kind} ${payload.length}`),
    );
    for (let at = 0; at < all.length; at += size) {
      read(all.subarray(at, at + size));
    }
    expect(seen).toEqual(["1 0 1", "2 1 0", "3 1 300"]);
  }
});

test("a connection is opened, written to, read and closed by frames", async () => {
  const { streams, say, words } = relay();
  const stream = streams.connect("10.0.0.2", 3000);
  stream.write("hello");
  say(2, kinds.data, "wor");
  say(2, kinds.data, "ld");
  say(2, kinds.end);
  expect(await text(stream)).toBe("world");
  stream.end();
  await once(stream, "close");
  expect(words()).toEqual(["2 0 10.0.0.2:3000", "2 1 hello", "2 2", "2 3"]);
});

test("what came before a connection was closed is still read", async () => {
  const { streams, say } = relay();
  const stream = streams.connect("a", 1);
  say(2, kinds.data, "x".repeat(100_000));
  say(2, kinds.cut);
  expect((await buffer(stream)).length).toBe(100_000);
});

test("a connection that cannot be made fails with the code a socket would have", async () => {
  const { streams, say } = relay();
  const stream = streams.connect("a", 1);
  say(2, kinds.cut, "ECONNREFUSED");
  expect(await once(stream, "error")).toMatchObject([{ code: "ECONNREFUSED" }]);
});

test("a reader that does not keep up holds the other side, and lets it go on", async () => {
  const { streams, say, words } = relay();
  const stream = streams.connect("a", 1);
  for (let nth = 0; nth < 5; nth += 1) {
    say(2, kinds.data, "x".repeat(40_000));
  }
  expect(words()).toEqual(["2 0 a:1", "2 4"]);
  const all = buffer(stream);
  await new Promise(setImmediate);
  expect(words()).toEqual(["2 0 a:1", "2 4", "2 5"]);
  say(2, kinds.end);
  expect((await all).length).toBe(200_000);
});

test("a writer waits while the other side holds it", async () => {
  const { streams, say, words } = relay();
  const stream = streams.connect("a", 1);
  say(2, kinds.hold);
  stream.write("later");
  await new Promise(setImmediate);
  expect(words()).toEqual(["2 0 a:1"]);
  say(2, kinds.go);
  await new Promise(setImmediate);
  expect(words()).toEqual(["2 0 a:1", "2 1 later"]);
});

test("members' own connections come with their address", async () => {
  const { say, opened } = relay();
  say(1, kinds.open, "::ffff:10.0.0.3");
  say(1, kinds.data, "hi");
  say(1, kinds.end);
  expect(opened).toMatchObject([{ from: "::ffff:10.0.0.3" }]);
  const [first] = opened;
  expect(first && (await text(first.stream))).toBe("hi");
});

test("when the relay ends every connection fails with that, later ones too", async () => {
  const { streams, end } = relay();
  const stream = streams.connect("a", 1);
  const failed = once(stream, "error");
  end();
  expect(await failed).toMatchObject([{ message: "the relay of the network has ended" }]);
  await expect(streams.ready).rejects.toThrow("has ended");
  expect(await once(streams.connect("a", 1), "error")).toMatchObject([{ code: "ECONNRESET" }]);
});

test("a relay that does not speak frames is given up", async () => {
  const { streams, hear } = relay();
  hear(Buffer.from("Segmentation fault, and other words"));
  await expect(streams.ready).rejects.toThrow("has ended");
});

test("a connection that nothing comes over for its timeout says so", async () => {
  const { streams } = relay();
  const stream = streams.connect("a", 1) as Duplex & { setTimeout(ms: number): void };
  stream.setTimeout(20);
  expect(await once(stream, "timeout")).toEqual([]);
  stream.destroy();
});
