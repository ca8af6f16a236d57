// What a well-behaved server answers, and how this fixture writes.
import { writeSync } from "node:fs";

export const known = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];
const modern = "2026-07-28";

const object = (properties, required = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
});
export const tools = [
  {
    name: "echo",
    description: "Says it again.",
    inputSchema: object({ message: { type: "string" } }),
  },
  {
    name: "add",
    description: "Adds two numbers.",
    inputSchema: object({ a: { type: "number" }, b: { type: "number" } }),
    outputSchema: object({ sum: { type: "number" } }),
  },
  { name: "fail", description: "Always reports an error.", inputSchema: object({}) },
  {
    name: "sleep",
    description: "Answers after some time.",
    inputSchema: object({ ms: { type: "number" } }),
  },
  {
    name: "big",
    description: "Answers with n bytes of text.",
    inputSchema: object({ n: { type: "number" } }),
  },
];

export const write = (text) => process.stdout.write(text);
export const send = (message) => write(`${JSON.stringify(message)}\n`);
export const stderr = (line) => writeSync(2, `${line}\n`);
export const result = (message, value) => ({ jsonrpc: "2.0", id: message.id, result: value });
export const error = (message, code, text, data) => ({
  jsonrpc: "2.0",
  id: message.id,
  error: { code, message: text, data },
});
export const text = (value) => ({ content: [{ type: "text", text: value }] });
export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function callTool({ name, arguments: given = {} }) {
  switch (name) {
    case "echo":
      return text(String(given.message));
    case "add":
      return { ...text(String(given.a + given.b)), structuredContent: { sum: given.a + given.b } };
    case "fail":
      return { ...text("failed as asked"), isError: true };
    case "sleep":
      await wait(given.ms);
      return text(`slept ${given.ms} ms`);
    case "big":
      return text("x".repeat(given.n));
  }
}

/** The right answer of a well-behaved legacy server. */
export async function rightAnswer(message) {
  switch (message.method) {
    case "initialize": {
      const asked = message.params?.protocolVersion;
      return result(message, {
        protocolVersion: known.includes(asked) ? asked : known[0],
        capabilities: { tools: {} },
        serverInfo: { name: "faulty", version: "1.0.0" },
      });
    }
    case "ping":
      return result(message, {});
    case "tools/list":
      return result(message, { tools });
    case "tools/call": {
      const value = await callTool(message.params);
      return value === undefined
        ? error(message, -32602, `Unknown tool: ${message.params.name}`)
        : result(message, value);
    }
    default:
      return error(message, -32601, "Method not found");
  }
}

/** The right answer of a modern server; one of both eras also answers what a legacy client asks. */
export async function modernAnswer(message, dualEra = false) {
  const caching = { resultType: "complete", ttlMs: 0, cacheScope: "private" };
  if (message.method === "server/discover") {
    const info = { "io.modelcontextprotocol/serverInfo": { name: "faulty", version: "1.0.0" } };
    return result(message, {
      ...caching,
      supportedVersions: [modern],
      capabilities: { tools: {} },
      _meta: info,
    });
  }
  if (message.params?._meta?.["io.modelcontextprotocol/protocolVersion"] !== modern) {
    return dualEra
      ? rightAnswer(message)
      : error(message, -32022, "Unsupported protocol version", {
          supported: [modern],
          requested: null,
        });
  }
  const answer = await rightAnswer(message);
  if (answer.result !== undefined) {
    Object.assign(
      answer.result,
      message.method === "tools/list" ? caching : { resultType: "complete" },
    );
  }
  return answer;
}

/** Makers of modes: the change applies to one kind of request, all others get the right answer. */
export const onCall = (change) => ({
  answer: async (message) =>
    message.method === "tools/call"
      ? change(message, await rightAnswer(message))
      : send(await rightAnswer(message)),
});
export const onList = (change) => ({
  answer: async (message) =>
    message.method === "tools/list"
      ? change(message, await rightAnswer(message))
      : send(await rightAnswer(message)),
});
export const onProbe = (change) => ({
  answer: async (message) =>
    message.method === "server/discover" ? change(message) : send(await rightAnswer(message)),
});
