// Modes that concern what is on the wire: framing, JSON-RPC, results, handshake.
import {
  error,
  known,
  modernAnswer,
  onCall,
  onList,
  onProbe,
  result,
  rightAnswer,
  send,
  stderr,
  text,
  tools,
  wait,
  write,
} from "./right-answers.mjs";

const given = process.argv[3];
const number = given === undefined ? undefined : Number(given);

export const wireFaults = {
  // Framing
  pollute: {
    start: () => write("Starting server...\n\u001b[32mready\u001b[0m\n> faulty@1.0.0 start\n"),
  },
  "pollute-glued": { start: () => write("Loading model... 42%") },
  "blank-lines": {
    answer: async (message) => write(`\n${JSON.stringify(await rightAnswer(message))}\n\n`),
  },
  "logs-requests": { heard: (line) => write(`received ${line}\n`) },
  "echoes-requests": { heard: (line) => write(`${line}\n`), answer: () => undefined },
  bom: { start: () => write("\uFEFF") },
  "invalid-json": onCall((message) =>
    write(`{"jsonrpc":"2.0","id":${message.id},"result":{"content":[],}}\n`),
  ),
  "cut-off": onCall((message) =>
    write(`{"jsonrpc":"2.0","id":${message.id},"result":{"content":[{"type":"te\n`),
  ),
  "invalid-utf8": onCall((message) => {
    const [before, after] = JSON.stringify(result(message, text("caf#"))).split("#");
    write(Buffer.concat([Buffer.from(before), Buffer.from([0xe9]), Buffer.from(`${after}\n`)]));
  }),
  "pretty-printed": onCall((_, right) => write(`${JSON.stringify(right, null, 2)}\n`)),
  "two-on-a-line": onCall((_, right) =>
    write(
      `${JSON.stringify({ jsonrpc: "2.0", method: "notifications/vendor/note" })}${JSON.stringify(right)}\n`,
    ),
  ),
  batch: onCall((_, right) => send([right])),

  // JSON-RPC
  "null-id": onCall((_, right) => send({ ...right, id: null })),
  "string-id": onCall((_, right) => send({ ...right, id: String(right.id) })),
  "wrong-id": onCall((_, right) => send({ ...right, id: right.id + 1000 })),
  "duplicate-response": onCall((_, right) => (send(right), send(right))),
  "no-jsonrpc": onCall((_, { jsonrpc: _omitted, ...right }) => send(right)),
  "result-and-error": onCall((_, right) => send({ ...right, error: { code: 1, message: "both" } })),
  "neither-result-nor-error": onCall((message) => send({ jsonrpc: "2.0", id: message.id })),
  "bad-error": onCall((message) => send({ jsonrpc: "2.0", id: message.id, error: "it broke" })),
  "extra-member": onCall((_, right) => send({ ...right, Result: right.result })),
  "doubled-member": onCall((_, right) => {
    const [first, second] = [{ content: [] }, right.result].map((each) => JSON.stringify(each));
    write(`{"jsonrpc":"2.0","id":${right.id},"result":${first},"result":${second}}\n`);
  }),
  "proto-key": onCall((message) =>
    write(
      `{"jsonrpc":"2.0","id":${message.id},"result":{"content":[],"__proto__":{"polluted":true}}}\n`,
    ),
  ),

  // Results
  "no-content": onCall((message) => send(result(message, {}))),
  "bad-content": onCall((message) =>
    send(result(message, { content: [{ type: "text" }, { type: "hologram", text: "x" }] })),
  ),
  "tool-error": onCall((message) =>
    send(result(message, { ...text("the upstream said no"), isError: true })),
  ),
  "tool-not-found": onCall((message) =>
    send(error(message, -32602, `Unknown tool: ${message.params.name}`)),
  ),
  "bad-tool": onList((message) =>
    send(result(message, { tools: [tools[0], { name: 7, inputSchema: "none" }, tools[1]] })),
  ),
  "odd-tools": onList((message) => {
    const names = ["../../x", "__proto__", "n".repeat(10_000), "ünïcode", "", "echo", "echo"];
    send(
      result(message, { tools: names.map((name) => ({ name, inputSchema: { type: "object" } })) }),
    );
  }),
  "endless-pages": onList((message) => {
    const page = Number(message.params?.cursor ?? 0);
    send(
      result(message, {
        tools: [{ name: `tool-${page}`, inputSchema: { type: "object" } }],
        nextCursor: String(page + 1),
      }),
    );
  }),
  "same-cursor": onList((message) => send(result(message, { tools, nextCursor: "again" }))),
  pages: onList((message) => {
    const page = Number(message.params?.cursor ?? 0);
    send(
      result(message, {
        tools: tools.slice(page * 2, page * 2 + 2),
        ...(page < 2 ? { nextCursor: String(page + 1) } : {}),
      }),
    );
  }),

  // Handshake
  "bad-version": {
    answer: (message) =>
      send(result(message, { protocolVersion: "9999-01-01", capabilities: {}, serverInfo: {} })),
  },
  "bad-init": {
    answer: async (message) =>
      message.method === "initialize"
        ? send(result(message, { protocolVersion: known[0], capabilities: "all", serverInfo: 7 }))
        : send(await rightAnswer(message)),
  },
  "refuses-init": { answer: (message) => send(error(message, -32000, "license expired")) },
  "exits-on-probe": onProbe(() => (stderr("expected initialize request"), process.exit(1))),
  "silent-on-probe": onProbe(() => undefined),
  "odd-error-on-probe": onProbe((message) => send(error(message, -32099, "what is that?"))),
  "broken-probe": onProbe((message) => write(`{"jsonrpc":"2.0","id":${message.id},"error":}\n`)),
  "discovers-legacy": onProbe((message) =>
    send(result(message, { supportedVersions: ["2025-11-25"], capabilities: {} })),
  ),
  "modern-only": { answer: async (message) => send(await modernAnswer(message)) },
  "dual-era": { answer: async (message) => send(await modernAnswer(message, true)) },
  "slow-dual-era": {
    start: () => wait(number ?? 1500),
    answer: async (message) => send(await modernAnswer(message, true)),
  },
  "future-only": {
    answer: (message) => send(error(message, -32022, "Unsupported", { supported: ["2031-01-01"] })),
  },
};
