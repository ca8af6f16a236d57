import { expect, test } from "vitest";
import { revisions } from "../../src/mcp/index.ts";
import { call, clientSide, textOf, timeoutMs } from "./calling.ts";
import { type Connected, connectToFile, of } from "./child-server.ts";

const options = { timeoutMs };
const legacy = revisions.filter((revision) => revision !== "2026-07-28");
const client = clientSide(
  { roots: {}, sampling: {}, elicitation: { form: {} } },
  {
    "roots/list": { kind: "result", result: { roots: [{ uri: "file:///work" }] } },
    "sampling/createMessage": {
      kind: "result",
      result: { role: "assistant", model: "m", content: { type: "text", text: "4" } },
    },
    "elicitation/create": {
      kind: "result",
      result: { action: "accept", content: { name: "Ada" } },
    },
  },
);

const saying =
  (method: string) =>
  (received: { readonly method: string }): boolean =>
    received.method === method;

/** What both eras have, asked of a server of the SDK; every method is answered with a result. */
async function askAll({ session }: Connected): Promise<void> {
  for (const kind of ["tools", "resources", "resource_templates", "prompts"] as const) {
    expect(await session.list(kind, options)).toMatchObject({ kind: "result" });
    const page = session.list(kind, { ...options, pages: "one" });
    expect(await page).toMatchObject({ kind: "result" });
  }
  const ask = async (method: string, params: Record<string, unknown>): Promise<unknown> => {
    const reply = await session.request(method, params, options);
    return reply.kind === "result" ? reply.result : reply;
  };
  expect(await ask("resources/read", { uri: "test://note" })).toMatchObject({
    contents: [{ text: "a note" }],
  });
  expect(await ask("resources/read", { uri: "test://item/7" })).toMatchObject({
    contents: [{ blob: "AAEC" }],
  });
  expect(await ask("prompts/get", { name: "greet", arguments: { name: "Ada" } })).toMatchObject({
    messages: [{ content: { text: "Greet Ada" } }],
  });
  const prompt = {
    ref: { type: "ref/prompt", name: "greet" },
    argument: { name: "name", value: "Al" },
  };
  expect(await ask("completion/complete", prompt)).toMatchObject({
    completion: { values: ["Alan"] },
  });
  const template = {
    ref: { type: "ref/resource", uri: "test://item/{id}" },
    argument: { name: "id", value: "" },
  };
  expect(await ask("completion/complete", template)).toMatchObject({
    completion: { values: ["1", "2"] },
  });
  expect(await session.ping(options)).toMatchObject({ kind: "result" });
}

/** Calls, progress and cancellation, which both eras have too. */
async function callAll(connected: Connected): Promise<void> {
  expect(textOf(await call(connected, "echo", { message: "hi" }))).toBe("hi");
  const told: unknown[] = [];
  const onProgress = ({ progress }: Readonly<Record<string, unknown>>): unknown =>
    told.push(progress);
  expect(textOf(await call(connected, "count", { to: 3 }, { onProgress }))).toBe("3");
  expect(told).toEqual([1, 2, 3]);
  expect(await call(connected, "wait", {}, { cancelAfterMs: 50 })).toMatchObject({
    kind: "cancelled",
  });
}

test.each(legacy)(
  "a server of the SDK 1.x answers all methods of %s, without a finding",
  async (protocol) => {
    await using connected = await connectToFile("sdk-legacy.mjs", { protocol, client });
    const { session, heard } = connected;
    await askAll(connected);
    await callAll(connected);
    await session.setLogLevel("error", options);
    await call(connected, "log");
    expect(session.inbox.counts.get("notifications/message")).toBe(1);
    expect(textOf(await call(connected, "ask", { what: "roots" }))).toContain("file:///work");
    expect(textOf(await call(connected, "ask", { what: "sampling" }))).toContain('"4"');
    expect(textOf(await call(connected, "ask", { what: "elicitation" }))).toContain("Ada");
    await session.subscribe("test://note", options);
    const updated = session.inbox.next(0, saying("notifications/resources/updated"), options);
    expect(await updated).toMatchObject({ params: { uri: "test://note" } });
    await session.unsubscribe("test://note", options);
    await call(connected, "grow");
    const grown = session.inbox.next(0, saying("notifications/tools/list_changed"), options);
    expect(await grown).toMatchObject({ kind: "notification" });
    expect(heard.findings).toEqual([]);
  },
);

test("a server of the SDK 2.x answers all methods of 2026-07-28, without a finding", async () => {
  await using connected = await connectToFile("sdk-modern.mjs", { protocol: "auto", client });
  const { session, heard } = connected;
  expect(session.revision).toBe("2026-07-28");
  await askAll(connected);
  await callAll(connected);
  await session.setLogLevel("error", options);
  const asked = await call(connected, "ask");
  expect(asked).toMatchObject({ rounds: 1 });
  expect(textOf(asked)).toContain('"name":"Ada"');
  const listening = session.listen({ toolsListChanged: true }, options);
  expect(await listening).toMatchObject({ kind: "result" });
  await call(connected, "grow");
  const grown = session.inbox.next(0, saying("notifications/tools/list_changed"), options);
  expect(await grown).toMatchObject({ kind: "notification" });
  await session.stopListening(options);
  expect(await session.subscribe("test://note", options)).toMatchObject({ kind: "result" });
  expect(await session.unsubscribe("test://note", options)).toMatchObject({ kind: "result" });
  expect(await session.ping(options)).toMatchObject({ kind: "result" });
  expect(heard.findings).toEqual([]);
});

test("the same server asked for a legacy revision speaks it", async () => {
  await using connected = await connectToFile("sdk-modern.mjs", { protocol: "2025-06-18", client });
  expect(connected.session.revision).toBe("2025-06-18");
  await callAll(connected);
  expect(connected.heard.findings).toEqual([]);
});

test("A41 a server of the SDK asks though nothing was declared: it is refused, and told", async () => {
  await using connected = await connectToFile("sdk-legacy.mjs", { protocol: "legacy" });
  expect(textOf(await call(connected, "ask", { what: "roots" }))).toContain("-32601");
  expect(of(connected.heard, "unasked-request")).toEqual([
    expect.stringContaining("though we declared no capability for it"),
  ]);
});
