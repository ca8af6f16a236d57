import { expect, test } from "vitest";
import type { ClientSide } from "../../src/mcp/index.ts";
import { call, clientSide, textOf, timeoutMs } from "./calling.ts";
import { type Connected, connectToFile, of, rejection } from "./child-server.ts";

const accept = { action: "accept", content: { name: "Ada" } };
const answering = clientSide(
  { elicitation: {} },
  { "elicitation/create": { kind: "result", result: accept } },
);
const modern = (client?: ClientSide): Promise<Connected> =>
  connectToFile("full-modern.mjs", { protocol: "modern", ...(client && { client }) });

test("input is given under a new id, with the server's state exactly as it came", async () => {
  await using connected = await modern(answering);
  const reply = await call(connected, "ask-form");
  expect(JSON.parse(textOf(reply))).toEqual({ inputResponses: { who: accept }, same: true });
  expect(reply).toMatchObject({ kind: "result", rounds: 1 });
  const ids = connected.heard.sent
    .filter((line) => line.includes("ask-form"))
    .map((line) => {
      const { id } = JSON.parse(line) as { id: number };
      return id;
    });
  expect(ids).toEqual([2, 3]);
  expect(connected.heard.findings).toEqual([]);
});

test("prompts ask too; a state alone is sent back at once, as often as it takes", async () => {
  await using connected = await modern(answering);
  const prompt = connected.session.request("prompts/get", { name: "p" }, { timeoutMs });
  expect(await prompt).toMatchObject({ kind: "result", rounds: 1 });
  expect(await call(connected, "ask-three-times")).toMatchObject({ rounds: 3 });
  expect(connected.heard.findings).toEqual([]);
});

test("a round played by hand is the raw result", async () => {
  await using connected = await modern(answering);
  expect(await call(connected, "ask-form", {}, { rounds: "manual" })).toMatchObject({
    kind: "result",
    result: { resultType: "input_required", inputRequests: { who: {} } },
  });
});

test("a server that asks for ever is ended after ten rounds, with a finding", async () => {
  await using connected = await modern(answering);
  expect(await call(connected, "ask-for-ever")).toMatchObject({
    rounds: 10,
    result: { resultType: "input_required" },
  });
  expect(of(connected.heard, "endless-rounds")).toEqual([
    'tools/call "ask-for-ever" still asks for input after 10 rounds; they were ended there',
  ]);
});

test.each([
  ["ask-sampling", answering, "undeclared-input", 'asks for "sampling/createMessage" though we'],
  ["ask-form", undefined, "undeclared-input", "though we declared no capability for it"],
  ["ask-form", clientSide({ elicitation: {} }), "unasked-request", "no answer is scripted"],
  ["ask-nothing", answering, "result-schema", 'neither "inputRequests" nor "requestState"'],
  ["odd-result-type", answering, "result-schema", 'unknown "resultType" for tools/call: "perhaps"'],
] as const)("%s is told, and the raw result is the reply", async (tool, client, code, words) => {
  await using connected = await modern(client);
  const reply = await call(connected, tool);
  expect(reply).toMatchObject({ kind: "result" });
  expect(reply).not.toHaveProperty("rounds");
  expect(of(connected.heard, code)).toEqual([expect.stringContaining(words)]);
});

test("input that never comes ends at the call's own timeout", async () => {
  const client = clientSide({ elicitation: {} }, { "elicitation/create": { kind: "silence" } });
  await using connected = await modern(client);
  const started = performance.now();
  const error = await rejection(call(connected, "ask-form", {}, { timeoutMs: 500 }));
  expect(error).toMatchObject({
    code: "CALL_TIMED_OUT",
    message: expect.stringContaining("never gives"),
  });
  expect(performance.now() - started).toBeLessThan(2500);
});
