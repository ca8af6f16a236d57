import { expect, test } from "vitest";
import type { ClientAnswer } from "../../src/mcp/index.ts";
import { call, clientSide, textOf } from "./calling.ts";
import { connectToFile, of } from "./child-server.ts";

const full = "full-legacy.mjs";
const all = { roots: {}, sampling: { tools: {} }, elicitation: { form: {}, url: {} } };
const given = (result: Record<string, unknown>): ClientAnswer => ({ kind: "result", result });

test.each([
  ["ask-roots", "roots/list", { roots: [{ uri: "file:///work" }] }],
  ["ask-sampling", "sampling/createMessage", { role: "assistant", model: "m", content: {} }],
  ["ask-sampling-tools", "sampling/createMessage", { role: "assistant", model: "m", content: {} }],
  ["ask-form", "elicitation/create", { action: "accept", content: { name: "Ada" } }],
  ["ask-url", "elicitation/create", { action: "decline" }],
])("%s is answered as the client side says", async (tool, method, result) => {
  const asked: unknown[] = [];
  const client = clientSide(all, { [method]: given(result) }, asked);
  await using connected = await connectToFile(full, { client });
  expect(JSON.parse(textOf(await call(connected, tool)))).toMatchObject({ result });
  expect(asked).toMatchObject([{ method }]);
  const [received] = connected.session.inbox.since(0);
  expect(received).toMatchObject({ kind: "request", method });
  expect(connected.heard.findings).toEqual([]);
});

test("an error of the client side is the server's answer", async () => {
  const client = clientSide(all, {
    "elicitation/create": { kind: "error", code: -1, message: "the user is away" },
  });
  await using connected = await connectToFile(full, { client });
  expect(textOf(await call(connected, "ask-form"))).toContain(
    '"error":{"code":-1,"message":"the user is away"}',
  );
  expect(connected.heard.findings).toEqual([]);
});

test("silence is silence: the server waits, other calls go on", async () => {
  const client = clientSide(all, { "elicitation/create": { kind: "silence" } });
  await using connected = await connectToFile(full, { client });
  const waiting = call(connected, "ask-form", {}, { cancelAfterMs: 50 });
  expect(textOf(await call(connected, "echo", { message: "still here" }))).toBe("still here");
  expect(await waiting).toMatchObject({ kind: "cancelled" });
});

test.each([
  ["ask-roots", -32601, "though we declared no capability for it"],
  ["ask-sampling", -32601, "though we declared no capability for it"],
  ["ask-form", -32601, "though we declared no capability for it"],
  ["ask-unknown", -32601, "which is no request of a server"],
])("A41 %s is refused when nothing was declared, and told", async (tool, code, why) => {
  await using connected = await connectToFile(full);
  expect(JSON.parse(textOf(await call(connected, tool)))).toMatchObject({ error: { code } });
  expect(of(connected.heard, "unasked-request")).toEqual([expect.stringContaining(why)]);
  expect(connected.heard.findings).toHaveLength(1);
});

test.each([
  ["ask-url", { elicitation: {} }, 'in the mode "url", which we did not declare'],
  ["ask-form", { elicitation: { url: {} } }, 'in the mode "form", which we did not declare'],
  ["ask-sampling-tools", { sampling: {} }, "though we did not declare sampling.tools"],
])("A41 %s is refused when only a part was declared", async (tool, capabilities, why) => {
  const client = clientSide(capabilities, { "elicitation/create": given({ action: "accept" }) });
  await using connected = await connectToFile(full, { client });
  expect(JSON.parse(textOf(await call(connected, tool)))).toMatchObject({
    error: { code: -32602 },
  });
  expect(of(connected.heard, "unasked-request")).toEqual([expect.stringContaining(why)]);
});

test("an elicitation capability without modes means forms, as in 2025-06-18", async () => {
  const client = clientSide(
    { elicitation: {} },
    { "elicitation/create": given({ action: "cancel" }) },
  );
  await using connected = await connectToFile(full, { client, protocol: "2025-06-18" });
  expect(textOf(await call(connected, "ask-form"))).toContain('"action":"cancel"');
  expect(connected.heard.findings).toEqual([]);
});

test("A41 a declared request without a scripted answer is refused and told", async () => {
  await using connected = await connectToFile(full, { client: clientSide(all) });
  expect(textOf(await call(connected, "ask-form"))).toContain("-32601");
  expect(of(connected.heard, "unasked-request")).toEqual([
    expect.stringContaining("for which no answer is scripted"),
  ]);
});

test("a client side that breaks is an error to the server, not the end of the session", async () => {
  const client = {
    capabilities: all,
    answer: () => Promise.reject(new Error("script broken")),
  };
  await using connected = await connectToFile(full, { client });
  expect(textOf(await call(connected, "ask-form"))).toContain("script broken");
});

test("a ping is answered whatever is declared", async () => {
  await using connected = await connectToFile(full);
  expect(textOf(await call(connected, "ask-ping"))).toContain('"result":{}');
  expect(connected.heard.findings).toEqual([]);
});

test("an id the server uses twice is answered twice and told", async () => {
  await using connected = await connectToFile(full);
  expect(textOf(await call(connected, "ask-twice-with-one-id"))).toContain('"result":{}');
  expect(of(connected.heard, "duplicate-request-id")).toEqual([
    'the server\'s request "ping" has the id "same" of an earlier one',
  ]);
});

test("a request the server takes back is not answered, and the client side is told", async () => {
  const { promise: aborted, resolve } = Promise.withResolvers<string>();
  const client = {
    capabilities: all,
    answer: (_method: string, _params: unknown, signal: AbortSignal): Promise<ClientAnswer> =>
      new Promise((answer) => {
        signal.addEventListener("abort", () => {
          resolve("aborted");
          answer(given({ action: "accept" }));
        });
      }),
  };
  await using connected = await connectToFile(full, { client });
  expect(textOf(await call(connected, "ask-and-take-back"))).toBe('"no answer"');
  expect(await aborted).toBe("aborted");
  expect(connected.heard.findings).toEqual([]);
});

test("I87 5,000 requests at once are refused one by one, told three times and counted", async () => {
  await using connected = await connectToFile(full);
  expect(textOf(await call(connected, "many-requests", { count: 5000 }))).toBe("[-32601,5000]");
  await connected.session.close();
  const told = of(connected.heard, "unasked-request");
  expect(told).toHaveLength(4);
  expect(told[3]).toMatch(/^5,000 findings of this kind/u);
  expect(connected.session.inbox.counts.get("sampling/createMessage")).toBe(5000);
});

test("in the modern era no request of a server is in order", async () => {
  const client = clientSide(all, { "roots/list": given({ roots: [] }) });
  await using connected = await connectToFile("full-modern.mjs", { protocol: "modern", client });
  expect(textOf(await call(connected, "ask-the-client"))).toContain('"code":-32601');
  expect(of(connected.heard, "unasked-request")).toEqual([
    expect.stringContaining("it has no requests of servers"),
  ]);
});
