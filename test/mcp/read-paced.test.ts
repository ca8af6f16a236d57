import { expect, test } from "vitest";
import { type ByteChannel, channelOf } from "../../src/mcp/index.ts";
import { readPaced } from "../../src/mcp/read-paced.ts";

interface Rig {
  readonly taken: string[];
  readonly calls: string[];
  readonly send: (text: string) => void;
  readonly drain: () => void;
  readonly turn: () => Promise<void>;
}

/** A channel whose bytes cost 1 ms each to take, by a clock that only taking moves. */
function rig(pausable: boolean): Rig {
  const taken: string[] = [];
  const calls: string[] = [];
  let now = 0;
  let listener: (chunk: Uint8Array) => void = () => undefined;
  const attachment = {
    write: () => Promise.resolve(),
    end: () => undefined,
    onStdout: (given: (chunk: Uint8Array) => void) => {
      listener = given;
    },
    ended: new Promise<void>(() => undefined),
    ...(pausable ? { pause: () => calls.push("pause"), resume: () => calls.push("resume") } : {}),
  };
  const channel: ByteChannel = channelOf(attachment);
  const reading = readPaced(
    channel,
    () => now,
    (bytes) => {
      taken.push(Buffer.from(bytes).toString());
      now += bytes.length;
    },
  );
  return {
    taken,
    calls,
    send: (text) => listener(Buffer.from(text)),
    drain: () => reading.drain(),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

test("a channel that sends more than a turn's work is paused, and all comes in order", async () => {
  const { taken, calls, send, turn } = rig(true);
  send("a".repeat(25));
  send("b");
  send("c");
  expect(taken).toEqual(["a".repeat(25)]);
  expect(calls[0]).toBe("pause");
  await turn();
  await turn();
  expect(taken).toEqual(["a".repeat(25), "b", "c"]);
  expect(calls.at(-1)).toBe("resume");
});

test("what costs little is taken at once, and nothing is paused", () => {
  const { taken, calls, send } = rig(true);
  send("a");
  send("b");
  expect(taken).toEqual(["a", "b"]);
  expect(calls).toEqual([]);
});

test("a channel that cannot be paused is taken at once, so that nothing piles up", () => {
  const { taken, send } = rig(false);
  send("a".repeat(25));
  send("b");
  expect(taken).toEqual(["a".repeat(25), "b"]);
});

test("what is held back when the stream ends is handed over first", () => {
  const { taken, send, drain } = rig(true);
  send("a".repeat(25));
  send("b");
  drain();
  expect(taken).toEqual(["a".repeat(25), "b"]);
});
