import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { of, rejection } from "../child-server.ts";
import { callOf } from "./call-of.ts";
import {
  answerTo,
  connectHttp,
  eventOf,
  type Handler,
  initialized,
  json,
  legacyHandler,
  type OverHttp,
  startStub,
  status,
  stream,
  text,
} from "./stub-server.ts";

const timeoutMs = 20_000;
const echo = { name: "echo", arguments: { message: "hi" } };
const echoed = { content: [{ type: "text", text: "hi" }] };

test("F98 a stream that ends early is resumed with the last event id, and the answer on it counts", async () => {
  let pending: object | undefined;
  await using stub = await startStub(
    legacyHandler(
      {
        "tools/call": (response, { message }) => {
          pending = answerTo(message, echoed);
          stream(response).end("retry: 10\nid: é-7\ndata:\n\n");
        },
      },
      {
        get: (response, { headers }) =>
          headers["last-event-id"] === undefined
            ? status(response, 405)
            : stream(response).end(eventOf(pending)),
      },
    ),
  );
  await using connected = await connectHttp(stub.url);
  const reply = await connected.session.request("tools/call", echo, { timeoutMs });
  expect(reply).toMatchObject({ kind: "result", result: echoed });
  expect(of(connected.heard, "stream-resumed")).toHaveLength(1);
  const resumed = stub.seen.at(-1)?.headers["last-event-id"];
  expect(Buffer.from(String(resumed), "latin1").toString("utf8")).toBe("é-7");
});

test("F98 a stream is resumed once in vain, and not again", async () => {
  let resumed = 0;
  await using stub = await startStub(
    legacyHandler(
      { "tools/call": (response) => stream(response).end("retry: 10\nid: 1\ndata:\n\n") },
      {
        get: (response, { headers }) => {
          if (headers["last-event-id"] === undefined) {
            return status(response, 405);
          }
          resumed += 1;
          return stream(response).end();
        },
      },
    ),
  );
  await using connected = await connectHttp(stub.url);
  const call = connected.session.request("tools/call", echo, { timeoutMs });
  expect(await rejection(call)).toMatchObject({
    code: "PROTOCOL_VIOLATION",
    message: expect.stringContaining("brought nothing more when it was resumed"),
  });
  expect(resumed).toBe(1);
});

test("F98 a stream of a modern server is not resumed", async () => {
  const { outcome, seen } = await callOf((response) => stream(response).end("id: 1\ndata:\n\n"), {
    protocol: "modern",
  });
  expect(outcome).toMatchObject({ code: "PROTOCOL_VIOLATION" });
  expect(seen.every(({ verb }) => verb === "POST")).toBe(true);
});

test("F98 a stream that stalls ends with the deadline of its call", async () => {
  await using stub = await startStub(
    legacyHandler({ "tools/call": (response) => stream(response).write(":\n\n") }),
  );
  await using connected = await connectHttp(stub.url);
  const call = connected.session.request("tools/call", echo, { timeoutMs: 300 });
  expect(await rejection(call)).toMatchObject({ code: "CALL_TIMED_OUT" });
});

test.each([
  [
    "as a body",
    (body: Buffer, response: Parameters<Handler>[0]) => text(response, body, "application/json"),
  ],
  [
    "as a compressed body",
    (body: Buffer, response: Parameters<Handler>[0]) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
      response.end(gzipSync(body));
    },
  ],
  [
    "as one event",
    (body: Buffer, response: Parameters<Handler>[0]) =>
      stream(response).end(Buffer.concat([Buffer.from("data: "), body, Buffer.from("\n\n")])),
  ],
  [
    "as an event without end",
    (body: Buffer, response: Parameters<Handler>[0]) =>
      stream(response).write(Buffer.concat([Buffer.from("data: "), body])),
  ],
])("I94 I92 more bytes than allowed %s are not read, and the session goes on", async (_, send) => {
  const bomb = Buffer.alloc(8 * 1024 * 1024, "x");
  let first = true;
  await using stub = await startStub(
    legacyHandler({
      "tools/call": (response, { message }) => {
        if (first) {
          first = false;
          send(bomb, response);
        } else {
          json(response, answerTo(message, echoed));
        }
      },
    }),
  );
  await using connected = await connectHttp(stub.url, { maxMessageBytes: 1024 * 1024 });
  const { session, heard } = connected;
  const call = session.request("tools/call", echo, { timeoutMs });
  expect(await rejection(call)).toMatchObject({
    message: expect.stringContaining("longer than the 1,048,576 bytes allowed"),
  });
  expect(of(heard, "oversized-message")).toHaveLength(1);
  const again = await session.request("tools/call", echo, { timeoutMs });
  expect(again).toMatchObject({ kind: "result" });
});

test("an event of another type than message is a finding, and invalid UTF-8 in one is too", async () => {
  const { codes } = await callOf((response, { message }) => {
    const event = eventOf(answerTo(message, { content: [{ type: "text", text: "?" }] }));
    stream(response).end(
      Buffer.concat([
        Buffer.from("event: answer\n"),
        Buffer.from(event.replace('"?"', '"\u00ff"'), "latin1"),
      ]),
    );
  });
  expect(codes).toEqual(["invalid-utf8", "sse-event-type"]);
});

test("a batch is a finding where the revision has none, and none where it has", async () => {
  const call: Handler = (response, { message }) =>
    json(response, [
      { jsonrpc: "2.0", method: "notifications/message", params: { level: "info", data: 1 } },
      answerTo(message, echoed),
    ]);
  async function batchesOf(revision: string): Promise<number> {
    await using stub = await startStub(
      legacyHandler({
        "tools/call": call,
        initialize: (response, { message }) =>
          json(response, answerTo(message, initialized(revision))),
      }),
    );
    await using connected: OverHttp = await connectHttp(stub.url);
    const reply = await connected.session.request("tools/call", echo, { timeoutMs });
    expect(reply).toMatchObject({ kind: "result", result: echoed });
    return of(connected.heard, "batch").length;
  }
  expect(await batchesOf("2025-03-26")).toBe(0);
  expect(await batchesOf("2025-11-25")).toBe(1);
});

test("a flood of notifications on a stream is counted whole", async () => {
  const flood = 200_000;
  const note = eventOf({
    jsonrpc: "2.0",
    method: "notifications/message",
    params: { level: "info", data: "x" },
  });
  await using stub = await startStub(
    legacyHandler({
      "tools/call": (response, { message }) => {
        const events = stream(response);
        let left = flood;
        const more = (): void => {
          while (left > 0) {
            left -= 1_000;
            if (!events.write(note.repeat(1_000))) {
              events.once("drain", more);
              return;
            }
          }
          events.end(eventOf(answerTo(message, echoed)));
        };
        more();
      },
    }),
  );
  await using connected = await connectHttp(stub.url);
  const { session } = connected;
  const reply = await session.request("tools/call", echo, { timeoutMs: 50_000 });
  expect(reply).toMatchObject({ kind: "result", result: echoed });
  expect(session.inbox.counts.get("notifications/message")).toBe(flood);
});
