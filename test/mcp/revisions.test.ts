import { expect, test } from "vitest";
import { revisions } from "../../src/mcp/index.ts";
import { call, textOf } from "./calling.ts";
import { connectToFile, of, rejection } from "./child-server.ts";

const legacy = revisions.filter((revision) => revision !== "2026-07-28");

test.each(legacy)(
  "%s asked for by name is the one offered, and the one spoken",
  async (revision) => {
    await using connected = await connectToFile("full-legacy.mjs", { protocol: revision });
    const { session, heard } = connected;
    expect(session).toMatchObject({ revision, era: "legacy", instructions: "Call the tools." });
    expect(heard.sent[0]).toContain(`"protocolVersion":"${revision}"`);
    expect(heard.findings).toEqual([]);
  },
);

test("2026-07-28 asked for by name is spoken without initialize", async () => {
  await using connected = await connectToFile("full-modern.mjs", { protocol: "2026-07-28" });
  expect(connected.session).toMatchObject({ revision: "2026-07-28", era: "modern" });
  expect(connected.heard.sent.join("")).not.toContain("initialize");
  expect(connected.heard.findings).toEqual([]);
});

test("a server that answers another revision than the one asked for is refused, both named", async () => {
  const connecting = connectToFile(
    "full-legacy.mjs",
    { protocol: "2025-03-26" },
    "only-2025-06-18",
  );
  expect(await rejection(connecting)).toMatchObject({
    code: "PROTOCOL_VIOLATION",
    message: expect.stringMatching(/with 2025-06-18; asked for was 2025-03-26/u),
  });
});

test("the same server is taken as it is when any legacy revision will do", async () => {
  await using connected = await connectToFile(
    "full-legacy.mjs",
    { protocol: "legacy" },
    "only-2025-06-18",
  );
  expect(connected.session.revision).toBe("2025-06-18");
  expect(connected.heard.findings).toEqual([]);
});

test.each([
  ["2024-11-05", ["revision 2024-11-05 has none"]],
  ["2025-03-26", []],
  ["2025-06-18", ["batches were removed in revision 2025-06-18"]],
  ["2025-11-25", ["batches were removed in revision 2025-06-18"]],
] as const)("I68 in %s a batch is a finding only where there are none", async (protocol, said) => {
  await using connected = await connectToFile("full-legacy.mjs", { protocol });
  const reply = await call(connected, "in-a-batch");
  expect(textOf(reply)).toBe("batched");
  const findings = of(connected.heard, "batch");
  expect(findings).toHaveLength(said.length);
  expect(said.every((words, nth) => findings[nth]?.includes(words))).toBe(true);
});

test("I88 a ping, a log line and a storm of news before the answer to initialize are in order", async () => {
  await using connected = await connectToFile("full-legacy.mjs", {}, "early");
  const { session, heard } = connected;
  expect(textOf(await call(connected, "echo", { message: "up" }))).toBe("up");
  expect(heard.sent[1]).toBe('{"jsonrpc":"2.0","id":"s1","result":{}}');
  expect(session.inbox.counts.get("notifications/tools/list_changed")).toBe(2000);
  expect(heard.findings).toEqual([]);
});

test("I88 a log level nobody knows is the server's error, and the session goes on", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const { session } = connected;
  const options = { timeoutMs: 20_000 };
  expect(await session.setLogLevel("loud", options)).toMatchObject({
    kind: "error",
    error: { code: -32602 },
  });
  expect(await session.setLogLevel("info", options)).toMatchObject({ kind: "result" });
});

test("what the client declares is sent: in initialize, or with every modern request", async () => {
  const client = {
    capabilities: { roots: { listChanged: true } },
    answer: async () => undefined,
  };
  await using legacyServer = await connectToFile("full-legacy.mjs", { client });
  expect(textOf(await call(legacyServer, "declared"))).toBe('{"roots":{"listChanged":true}}');
  await using modernServer = await connectToFile("full-modern.mjs", { protocol: "modern", client });
  expect(textOf(await call(modernServer, "meta"))).toContain(
    '"io.modelcontextprotocol/clientCapabilities":{"roots":{"listChanged":true}}',
  );
});
