import { expect, test } from "vitest";
import { loadSpec, type SpecRevision } from "../../src/schema/index.ts";
import { connectTo } from "./child-server.ts";

const options = { timeoutMs: 20_000 };

/** What we have sent that the schema of a revision forbids. */
async function wrongOf(
  revision: SpecRevision,
  sent: readonly string[],
): Promise<readonly string[]> {
  const spec = await loadSpec(revision);
  return sent.flatMap((text) => {
    const problem = spec.message("client", JSON.parse(text) as Record<string, unknown>);
    return problem === undefined ? [] : [`${text}: ${problem.pointer} ${problem.message}`];
  });
}

test.each(["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"] as const)(
  "all that we send in %s has the shape its schema demands",
  async (revision) => {
    await using connected = await connectTo("ok", { protocol: revision });
    const { session, heard } = connected;
    for (const kind of ["tools", "resources", "resource_templates", "prompts"] as const) {
      await session.list(kind, options);
    }
    await session.request("tools/call", { name: "echo", arguments: { message: "hi" } }, options);
    const sleep = { name: "sleep", arguments: { ms: 60_000 } };
    const late = { timeoutMs: 50, onProgress: () => undefined };
    await session.request("tools/call", sleep, late).catch(() => undefined);
    await session.subscribe("a:b", options);
    await session.unsubscribe("a:b", options);
    await session.setLogLevel("info", options);
    await session.ping(options);
    const methods = heard.sent.map((text) => (JSON.parse(text) as { method: string }).method);
    expect(methods).toEqual(
      expect.arrayContaining(["initialize", "notifications/cancelled", "ping"]),
    );
    expect(await wrongOf(revision, heard.sent)).toEqual([]);
  },
);

test("what no step has asked for is told as our own: the handshake, lists to judge by, cancellations", async () => {
  await using connected = await connectTo("ok", { protocol: "auto" });
  const { session, heard } = connected;
  const sleep = { name: "sleep", arguments: { ms: 60_000 } };
  await session.request("tools/call", sleep, { timeoutMs: 50 }).catch(() => undefined);
  await session.notify("notifications/x");
  await session.list("tools", options);
  await session.ping({ ...options, own: true });
  expect(heard.own).toEqual([
    "server/discover",
    "initialize",
    "notifications/initialized",
    "notifications/cancelled",
    "ping",
  ]);
  expect(heard.sent).toHaveLength(heard.own.length + 3);
});

test("all that we send in 2026-07-28 has the shape its schema demands, which no legacy message has", async () => {
  await using connected = await connectTo("modern-only", { protocol: "modern" });
  const { session, heard } = connected;
  await session.list("tools", options);
  await session.request("tools/call", { name: "echo", arguments: { message: "hi" } }, options);
  expect(heard.sent.length).toBeGreaterThan(2);
  expect(await wrongOf("2026-07-28", heard.sent)).toEqual([]);
  const legacy = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}';
  expect(await wrongOf("2026-07-28", [legacy])).toEqual([
    expect.stringContaining('has no "params"'),
  ]);
});
