import { expect, test } from "vitest";
import type { Fault } from "../../src/fault/index.ts";
import type { Reply } from "../../src/mcp/index.ts";
import { call, textOf } from "./calling.ts";
import { connectTo, connectToFile, type Heard, of, rejection } from "./child-server.ts";

/** Long, so that only an answer or a judgement can end a call in these tests. */
const timeoutMs = 30_000;
const echo = { name: "echo", arguments: { message: "hi" } };
const echoed = { content: [{ type: "text", text: "hi" }] };

/** One call to a server in a mode: what came of it, and what was said about it. */
async function callIn(
  mode: string,
  ...rest: readonly number[]
): Promise<{ reply: Reply | Fault; heard: Heard }> {
  await using connected = await connectTo(mode, {}, ...rest);
  const { session, heard } = connected;
  const reply = await session
    .request("tools/call", echo, { timeoutMs })
    .catch((error: unknown) => error as Fault);
  // What came with the answer has been read when a second question is answered.
  await session.ping({ timeoutMs });
  return { reply, heard };
}

function codes(heard: Heard): readonly string[] {
  return [...new Set(heard.findings.map(({ code }) => code))];
}

test("a server that does all right causes no finding", async () => {
  const { reply, heard } = await callIn("ok");
  expect(reply).toMatchObject({ kind: "result", result: echoed, bytes: expect.any(Number) });
  expect(heard.findings).toEqual([]);
  expect(heard.stray).toEqual([]);
});

test.each([
  [
    "I60",
    "pollute",
    "stdout-pollution",
    'line 1 of stdout is no protocol message: "Starting server..."',
  ],
  [
    "I61",
    "pollute-glued",
    "glued-output",
    'line 1 of stdout has 20 bytes before a JSON-RPC message: "Loading model... 42%"',
  ],
  [
    "I61",
    "two-on-a-line",
    "glued-output",
    "holds 2 JSON-RPC messages with no line break between them",
  ],
  ["I62", "bom", "bom", "line 1 of stdout begins with a UTF-8 byte order mark"],
  ["I64", "invalid-utf8", "invalid-utf8", "is no UTF-8 from byte 71 on"],
  ["I67", "pretty-printed", "message-spans-lines", "a message that spans 12 lines"],
  ["I68", "batch", "batch", "batches were removed in revision 2025-06-18"],
  ["I69", "string-id", "id-type", "has its id as a string, the request had the number 2"],
  [
    "I70",
    "duplicate-response",
    "duplicate-response",
    "request 2 was answered more than once; the first answer counts",
  ],
  ["I72", "no-jsonrpc", "jsonrpc-version", 'a message lacks "jsonrpc": "2.0"'],
  ["I85", "extra-member", "unknown-member", 'has the unknown member "Result"'],
  ["I85", "doubled-member", "doubled-member", 'a message has "result" twice'],
  ["", "blank-lines", "blank-line", "stdout has empty lines (first: line 1)"],
  ["", "logs-requests", "glued-output", 'has 9 bytes before a JSON-RPC message: "received "'],
])("%s %s: the call succeeds and the finding %s says so", async (_id, mode, code, message) => {
  const { reply, heard } = await callIn(mode);
  expect(reply).toMatchObject({ kind: "result" });
  expect(of(heard, code)[0]).toContain(message);
  expect(codes(heard)).toEqual([code]);
});

test.each([
  ["I63", "invalid-json", "invalid-json", "is no JSON (Expected double-quoted property name"],
  ["I63", "cut-off", "invalid-json", "ends inside a string: it was cut off"],
  ["I69", "null-id", "null-id", "id fits no request"],
  ["I69", "wrong-id", "wrong-id", "id fits no request"],
  ["I72", "result-and-error", "malformed-message", 'has both "result" and "error"'],
  ["I72", "neither-result-nor-error", "malformed-message", 'has neither "result" nor "error"'],
  ["I72", "bad-error", "malformed-message", 'has an "error" that is no object'],
  ["I83", "deep", "too-deep", "nests deeper than 200 levels"],
])(
  "%s %s: the call fails at once, not after its timeout, and the finding is %s",
  async (_id, mode, code, message) => {
    const { reply, heard } = await callIn(mode);
    expect(reply).toMatchObject({
      code: "PROTOCOL_VIOLATION",
      message: expect.stringContaining(message),
    });
    expect(reply).toHaveProperty("message", expect.stringContaining('tools/call "echo"'));
    expect(codes(heard)).toEqual([code]);
  },
);

test.each([
  ["no-content", ['has a result without an array as "content"']],
  [
    "bad-content",
    [
      '"content[0]" that is of type "text" and has no text as "text"',
      '"content[1]" that has the unknown type "hologram"',
    ],
  ],
])(
  "I73 %s: the result comes back raw and is called a break of the schema",
  async (mode, messages) => {
    const { reply, heard } = await callIn(mode);
    expect(reply).toMatchObject({ kind: "result" });
    expect(of(heard, "result-schema")).toEqual(
      messages.map((message): unknown => expect.stringContaining(message)),
    );
  },
);

test("I85 a member whose name is almost right is told and not read, in answers and in what the server asks", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const reply = await call(connected, "almost-right-names");
  expect(textOf(reply)).toBe("exact");
  expect(of(connected.heard, "unknown-member")).toEqual([
    'the server\'s "notifications/message" has the unknown member "Params"',
    'the answer to tools/call "almost-right-names" has the unknown member "Result"',
  ]);
  expect(connected.session.inbox.since(0)).toMatchObject([{ params: { level: "info" } }]);
});

test("I84 a member named __proto__ reaches the caller as data", async () => {
  const { reply, heard } = await callIn("proto-key");
  expect(JSON.stringify(reply)).toContain('"__proto__":{"polluted":true}');
  expect(heard.findings).toEqual([]);
});

test("a tool's own error and an unknown tool are results, no findings", async () => {
  const failed = await callIn("tool-error");
  expect(failed.reply).toMatchObject({ kind: "result", result: { isError: true } });
  const unknown = await callIn("tool-not-found");
  expect(unknown.reply).toMatchObject({
    kind: "error",
    error: { code: -32602, message: "Unknown tool: echo" },
  });
  expect([...failed.heard.findings, ...unknown.heard.findings]).toEqual([]);
});

test("I60 every stray line is counted, the first three are quoted", async () => {
  const { heard } = await callIn("hostile-text");
  expect(of(heard, "stdout-pollution").slice(0, 3)).toEqual([
    'line 1 of stdout is no protocol message: "::add-mask::stdout"',
    'line 2 of stdout is no protocol message: "::error file=x::stdout"',
    'line 3 of stdout is no protocol message: "::save-state name=x::stdout"',
  ]);
  expect(heard.stray.length).toBeGreaterThanOrEqual(10);
  expect(
    heard.findings.every(({ message }) => !/[\n\r\u001b\u2028\u0085\u0000\u202e]/u.test(message)),
  ).toBe(true);
});

test("I60 the count in the summary is exact", async () => {
  await using connected = await connectTo("hostile-text");
  await connected.session.ping({ timeoutMs });
  await connected.session.close();
  expect(of(connected.heard, "stdout-pollution").at(-1)).toBe(
    `${connected.heard.stray.length} findings of this kind in all; the first 3 are told in full`,
  );
});

test("I87 requests of the server are refused one by one, counted, and do not hold up the calls", async () => {
  await using connected = await connectTo("server-requests", {}, 300);
  const { session, heard } = connected;
  expect(await session.request("tools/call", echo, { timeoutMs })).toMatchObject({
    kind: "result",
  });
  await session.ping({ timeoutMs });
  await session.close();
  expect(of(heard, "unasked-request").at(-1)).toMatch(/^300 findings of this kind/u);
  expect(heard.sent.filter((line) => line.includes("-32601"))).toHaveLength(300);
});

test("a server that sends our own requests back is recognised", async () => {
  expect(await rejection(connectTo("echoes-requests"))).toMatchObject({
    code: "PROTOCOL_VIOLATION",
    message: expect.stringContaining("our own request initialize came back"),
  });
});

test("what is sent and received is shown to the tap as it was on the wire", async () => {
  const { heard } = await callIn("ok");
  expect(heard.sent.map((line): unknown => JSON.parse(line))).toMatchObject([
    {
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { protocolVersion: "2025-11-25", capabilities: {} },
    },
    { jsonrpc: "2.0", method: "notifications/initialized" },
    { jsonrpc: "2.0", id: 2, method: "tools/call", params: echo },
    { jsonrpc: "2.0", id: 3, method: "ping" },
  ]);
  expect(heard.received.map((line): unknown => JSON.parse(line))).toMatchObject([
    { id: 1 },
    { id: 2 },
    { id: 3 },
  ]);
});
