import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import {
  type ClientAnswer,
  connect,
  httpWire,
  type OpenWire,
  revisions,
  type Session,
  sseWire,
} from "../../src/mcp/index.ts";
import { stdioWire } from "../../src/mcp/stdio-wire.ts";
import { listen, spawnCommand } from "../mcp/child-server.ts";
import { bridge } from "./bridge.ts";
import { methods, transportsOf } from "./methods.ts";

const answers: Readonly<Record<string, ClientAnswer>> = {
  "roots/list": { kind: "result", result: { roots: [{ uri: "file:///work", name: "work" }] } },
  "sampling/createMessage": {
    kind: "result",
    result: { role: "assistant", content: { type: "text", text: "four" }, model: "m" },
  },
  "elicitation/create": { kind: "result", result: { action: "accept", content: {} } },
};

async function wireOf(
  transport: "stdio" | "http" | "sse",
  script: string,
  held: AsyncDisposableStack,
): Promise<OpenWire> {
  if (transport === "stdio") {
    return stdioWire(held.use(spawnCommand(process.execPath, [script])).channel);
  }
  const { url } = held.use(await bridge(script, transport));
  return transport === "http" ? httpWire({ url, headers: {} }) : sseWire({ url, headers: {} });
}

describe.each(
  revisions.flatMap((revision) =>
    (transportsOf[revision] ?? []).map((transport) => [revision, transport] as const),
  ),
)("revision %s over %s", (revision, transport) => {
  const held = new AsyncDisposableStack();
  const heard = listen();
  let session: Session;
  beforeAll(async () => {
    const fixture = revision === "2026-07-28" ? "full-modern.mjs" : "full-legacy.mjs";
    const script = fileURLToPath(new URL(`../servers/${fixture}`, import.meta.url));
    session = await connect(
      await wireOf(transport, script, held),
      {
        server: "full",
        protocol: revision,
        readyTimeoutMs: 30_000,
        maxMessageBytes: 64 * 2 ** 20,
        clientInfo: { name: "coverage", version: "1" },
        explainEnd: () => Promise.resolve("ended"),
        tap: heard.tap,
        client: {
          capabilities: {
            roots: { listChanged: true },
            sampling: {},
            elicitation: { form: {}, url: {} },
            ...(revision === "2026-07-28"
              ? { extensions: { "io.modelcontextprotocol/tasks": {} } }
              : {}),
          },
          answer: async (method) => answers[method],
        },
      },
      systemClock,
    );
  });
  afterAll(async () => {
    await session.close();
    await held.disposeAsync();
  });

  test("is what was agreed on", () => {
    expect(session).toMatchObject({ revision, transport });
  });

  test.each(
    methods
      .filter((method) => method.revisions.includes(revision))
      .map((method) => [method.method, method.from, method] as const),
  )("%s from the %s", async (_method, _from, { play }) => {
    expect(await play(session).then(() => "came about")).toBe("came about");
  });
});

test("a method that does not come about fails its cell", async () => {
  const silent = { ping: async () => ({ kind: "error", error: { code: -1, message: "no" } }) };
  const ping = methods.find(({ method }) => method === "ping");
  // Only what the method uses is there.
  await expect(ping?.play(silent as unknown as Session)).rejects.toThrow("no result");
});
