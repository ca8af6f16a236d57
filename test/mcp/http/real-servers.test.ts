import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type ConnectOptions, httpWire, type OpenWire, sseWire } from "../../../src/mcp/index.ts";
import { stdioWire } from "../../../src/mcp/stdio-wire.ts";
import { spawnCommand } from "../child-server.ts";
import { connectOver, type OverHttp } from "./stub-server.ts";

const timeoutMs = 20_000;

type Row = readonly [
  sdk: "sdk1" | "sdk2",
  mode: string,
  protocol: ConnectOptions["protocol"],
  expected: {
    readonly era: "legacy" | "modern";
    readonly transport: "stdio" | "http" | "sse";
    /** Whether it can send messages during a call. */
    readonly streams?: boolean;
    /** Whether it has a session, in which it can send messages of its own accord and hear of a cancellation. */
    readonly session?: boolean;
  },
];

const rows: readonly Row[] = [
  ["sdk1", "stdio", "legacy", { era: "legacy", transport: "stdio", session: true }],
  ["sdk1", "http", "legacy", { era: "legacy", transport: "http", session: true }],
  ["sdk1", "http", "auto", { era: "legacy", transport: "http", session: true }],
  ["sdk1", "http", "2025-03-26", { era: "legacy", transport: "http", session: true }],
  ["sdk1", "stateless", "auto", { era: "legacy", transport: "http" }],
  ["sdk1", "json", "legacy", { era: "legacy", transport: "http", streams: false }],
  ["sdk1", "sse", "legacy", { era: "legacy", transport: "sse", session: true }],
  ["sdk1", "sse", "2024-11-05", { era: "legacy", transport: "sse", session: true }],
  ["sdk2", "stdio", "modern", { era: "modern", transport: "stdio" }],
  ["sdk2", "stdio", "legacy", { era: "legacy", transport: "stdio" }],
  ["sdk2", "http", "modern", { era: "modern", transport: "http" }],
  ["sdk2", "http", "auto", { era: "modern", transport: "http" }],
  ["sdk2", "http", "legacy", { era: "legacy", transport: "http" }],
];

describe.each(rows)("a server of %s over %s, protocol %s,", (sdk, mode, protocol, expected) => {
  test("does all it can without a finding", async () => {
    await using server = await startServer(sdk, mode);
    {
      await using connected = await connectOver(server.wire, { protocol });
      await useAll(connected, expected);
      expect(connected.session).toMatchObject({
        era: expected.era,
        transport: expected.transport,
        serverInfo: { name: sdk, version: "1" },
      });
      expect(connected.heard.findings).toEqual([]);
    }
  });
});

async function useAll(
  { session }: OverHttp,
  { streams, session: stateful }: Row[3],
): Promise<void> {
  const call = (name: string, args: object = {}, more: object = {}) =>
    session.request("tools/call", { name, arguments: args }, { timeoutMs, ...more });

  const listed = await session.list("tools", { timeoutMs });
  for (const name of ["echo", "fail", "count", "wait"]) {
    expect(JSON.stringify(listed)).toContain(`"name":"${name}"`);
  }

  const message = "Grüße, 世界 \u2028 \r\n 😀".repeat(1000);
  const replies = await Promise.all(
    Array.from({ length: 16 }, () => call("echo", { message, topic: "Grün" })),
  );
  for (const reply of replies) {
    expect(reply).toMatchObject({ result: { content: [{ type: "text", text: message }] } });
  }

  expect(await call("fail")).toMatchObject({ result: { isError: true } });
  expect(await session.request("no/such", {}, { timeoutMs })).toMatchObject({
    kind: "error",
    error: { code: -32601 },
  });
  await session.ping({ timeoutMs });

  const progress: unknown[] = [];
  const onProgress = (params: Readonly<Record<string, unknown>>): void => {
    progress.push(params["progress"]);
  };
  await call("count", {}, { onProgress });
  expect(progress).toEqual(streams === false ? [] : [1, 2, 3]);

  expect(await call("wait", {}, { cancelAfterMs: 50 })).toMatchObject({ kind: "cancelled" });

  if (stateful === true) {
    const { seq } = session.inbox;
    await call("change");
    const wanted = "notifications/tools/list_changed";
    const changed = await session.inbox.next(seq, ({ method }) => method === wanted, { timeoutMs });
    expect(changed.kind).toBe("notification");
  }
}

/** The server as a child process, and the wire to it. */
async function startServer(
  sdk: string,
  mode: string,
): Promise<{ readonly wire: OpenWire } & AsyncDisposable> {
  const file = fileURLToPath(new URL(`${sdk}-server.ts`, import.meta.url));
  if (mode === "stdio") {
    const server = spawnCommand(process.execPath, [file, mode]);
    return {
      wire: stdioWire(server.channel),
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    };
  }
  const child = spawn(process.execPath, [file, mode], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = new Promise((resolve) => child.once("close", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("close", () => reject(new Error(`${sdk} ${mode} has ended`)));
  });
  const endpoint = { url, headers: {} };
  return {
    wire: mode === "sse" ? sseWire(endpoint) : httpWire(endpoint),
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
