import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { type ConnectOptions, connectStdio, ProbeEndedServer } from "../../src/mcp/index.ts";
import {
  type Connected,
  connectTo,
  listen,
  of,
  optionsFor,
  rejection,
  spawnServer,
} from "./child-server.ts";

const timeoutMs = 30_000;

/** Connects as the manager does: with a fresh server where the first attempt asks for one. */
function connectAgain(mode: string, protocol: ConnectOptions["protocol"]): Promise<Connected> {
  return connectTo(mode, { protocol }).catch((error: unknown) => {
    if (error instanceof ProbeEndedServer) {
      return connectTo(mode, { protocol: error.retryWith });
    }
    throw error;
  });
}

test.each([
  ["ok", "auto", "legacy", "2025-11-25"],
  ["ok", "legacy", "legacy", "2025-11-25"],
  ["odd-error-on-probe", "auto", "legacy", "2025-11-25"],
  ["discovers-legacy", "auto", "legacy", "2025-11-25"],
  ["silent-on-probe", "auto", "legacy", "2025-11-25"],
  ["slow-start", "auto", "legacy", "2025-11-25"],
  ["modern-only", "auto", "modern", "2026-07-28"],
  ["modern-only", "modern", "modern", "2026-07-28"],
  ["dual-era", "auto", "modern", "2026-07-28"],
  ["slow-dual-era", "auto", "modern", "2026-07-28"],
  ["exits-on-probe", "auto", "legacy", "2025-11-25"],
  ["dual-era", "legacy", "legacy", "2025-11-25"],
] as const)(
  "a server that is %s, asked %s, gives a %s session",
  async (mode, protocol, era, revision) => {
    await using connected = await connectAgain(mode, protocol);
    const { session, heard } = connected;
    expect(session).toMatchObject({
      era,
      revision,
      serverInfo: { name: "faulty", version: "1.0.0" },
      capabilities: { tools: {} },
    });
    expect(await session.ping({ timeoutMs })).toMatchObject({ kind: "result" });
    expect(await session.list("tools", { timeoutMs })).toMatchObject({ kind: "result" });
    expect(heard.findings).toEqual([]);
  },
);

test("a probe answered with what cannot be read leads to the legacy handshake, and is told", async () => {
  await using connected = await connectTo("broken-probe", { protocol: "auto" });
  expect(connected.session.era).toBe("legacy");
  expect(connected.heard.findings).toMatchObject([{ code: "invalid-json" }]);
});

test("in the modern era every request carries its _meta, and what the caller sets there wins", async () => {
  await using connected = await connectTo("modern-only", { protocol: "modern" });
  await connected.session.request("tools/list", { _meta: { mine: 1 } }, { timeoutMs });
  expect(JSON.parse(connected.heard.sent.at(-1) ?? "")).toHaveProperty("params._meta", {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": { name: "test", version: "0" },
    "io.modelcontextprotocol/clientCapabilities": {},
    mine: 1,
  });
});

test("a server that ends on the probe asks for a fresh start in the legacy era, which works", async () => {
  const error = await rejection(connectTo("exits-on-probe", { protocol: "auto" }));
  expect(error).toBeInstanceOf(ProbeEndedServer);
  expect(error).toMatchObject({ code: "SERVER_EXITED_EARLY", retryWith: "legacy" });
  await using again = await connectTo("exits-on-probe", { protocol: "legacy" });
  expect(again.session.era).toBe("legacy");
});

test("a slow server of both eras is not taken for a legacy one: a fresh start in the modern era is asked for", async () => {
  const error = await rejection(connectTo("slow-dual-era", { protocol: "auto" }, 1500));
  expect(error).toBeInstanceOf(ProbeEndedServer);
  expect(error).toMatchObject({ retryWith: "modern" });
});

test("I80 a protocol version nobody knows is refused with what was offered and answered", async () => {
  expect(await rejection(connectTo("bad-version"))).toMatchObject({
    code: "PROTOCOL_VIOLATION",
    message: expect.stringMatching(
      /"9999-01-01"; offered was 2025-11-25, known are 2025-11-25, .*2024-11-05/u,
    ),
  });
  expect(await rejection(connectTo("future-only", { protocol: "auto" }))).toMatchObject({
    code: "PROTOCOL_VIOLATION",
    message: expect.stringContaining('speaks "2031-01-01"; offered was 2026-07-28'),
  });
});

test("I80 capabilities and server info of the wrong type are named, and the session goes on", async () => {
  await using connected = await connectTo("bad-init");
  expect(of(connected.heard, "result-schema")).toEqual([
    'the answer to initialize has no object as "capabilities"',
    'the answer to initialize has no "serverInfo" with a text as "name" and as "version"',
  ]);
  expect(connected.session).toMatchObject({
    capabilities: {},
    serverInfo: { name: null, version: null },
  });
});

test("a refusal is told in the server's words", async () => {
  expect(await rejection(connectTo("refuses-init"))).toMatchObject({
    code: "SERVER_NOT_READY",
    message: 'Server "faulty" refused initialize: error -32000, "license expired".',
  });
  expect(await rejection(connectTo("ok", { protocol: "modern" }))).toMatchObject({
    code: "SERVER_NOT_READY",
    message: expect.stringContaining("refused server/discover: error -32601"),
  });
});

test("an aborted signal ends the wait for a server", async () => {
  await using server = spawnServer("hang-init");
  const abort = new AbortController();
  const connecting = rejection(
    connectStdio(
      server.channel,
      optionsFor(server, listen(), { signal: abort.signal }),
      systemClock,
    ),
  );
  abort.abort();
  expect(await connecting).toMatchObject({ code: "INTERRUPTED" });
});
