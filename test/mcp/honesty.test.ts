import { describe, expect, test } from "vitest";
import type { SpecRevision } from "../../src/schema/index.ts";
import { judgeOf, saidOf } from "./judged.ts";

const everything = { tools: {}, resources: {}, prompts: {}, completions: {}, logging: {} };

describe("an error", () => {
  test.each<[SpecRevision, number, boolean]>([
    ["2025-11-25", -32601, true],
    ["2025-11-25", -32002, true],
    ["2025-11-25", -32050, true],
    ["2025-11-25", -32100, false],
    ["2025-11-25", -32768, false],
    ["2025-11-25", -32769, true],
    ["2025-11-25", 404, true],
    ["2026-07-28", -32602, true],
    ["2026-07-28", -32000, true],
    ["2026-07-28", -32020, true],
    ["2026-07-28", -32002, false],
    ["2026-07-28", -32042, false],
    ["2026-07-28", -32050, false],
  ])("in %s with the code %d: %s", async (revision, code, good) => {
    const { told, error } = await judgeOf({ revision });
    error("vendor/method", code);
    expect(told.map((one) => one.split(":")[0])).toEqual(good ? [] : ["error-code"]);
  });

  test("that must carry data carries it", async () => {
    const { told, error } = await judgeOf({ revision: "2026-07-28" });
    error("tools/call", -32022, { requested: "1", supported: ["2026-07-28"] });
    error("tools/call", -32021, { requiredCapabilities: { sampling: {} } });
    expect(told).toEqual([]);
    error("tools/call", -32022, { supported: "2026-07-28" });
    expect(told).toEqual([
      'error-code: the answer to tools/call is error -32022 whose "error/data/supported" is a string, not an array',
    ]);
  });
});

describe("capabilities", () => {
  test("that are declared have their methods", async () => {
    const { told, error } = await judgeOf({
      capabilities: { ...everything, resources: { subscribe: true } },
    });
    for (const method of [
      "tools/list",
      "resources/subscribe",
      "completion/complete",
      "logging/setLevel",
      "ping",
    ]) {
      error(method, -32601);
    }
    expect(told).toHaveLength(5);
    expect(told[1]).toBe(
      "declared-unanswered: the answer to resources/subscribe is error -32601 (method not found), but the capability resources.subscribe is declared",
    );
  });

  test("that are not declared, or do not promise a method, may answer -32601; other errors are no lack", async () => {
    const { told, error } = await judgeOf({
      capabilities: { tools: {}, resources: { subscribe: false } },
    });
    for (const method of [
      "prompts/list",
      "resources/subscribe",
      "resources/templates/list",
      "completion/complete",
    ]) {
      error(method, -32601);
    }
    error("tools/list", -32603);
    error("tools/call", -32601);
    expect(told).toEqual([]);
  });

  test("that are not declared are not used", async () => {
    const { told, result } = await judgeOf({ capabilities: { tools: {} } });
    await result("prompts/list", { prompts: [] });
    await result("tools/list", { tools: [] });
    expect(told).toEqual([]);
    await result("prompts/list", { prompts: [{ name: "a" }] });
    await result("resources/read", { contents: [] });
    expect(told.map((one) => one.split(":")[0])).toEqual([
      "answered-undeclared",
      "answered-undeclared",
    ]);
  });

  test("for completion are none of the first revision", async () => {
    const value = { completion: { values: ["a"] } };
    expect(
      await saidOf("completion/complete", value, { revision: "2024-11-05", capabilities: {} }),
    ).toEqual([]);
    expect(
      await saidOf("completion/complete", value, { revision: "2025-03-26", capabilities: {} }),
    ).toHaveLength(1);
  });
});

describe("a notification", () => {
  const log = { method: "notifications/message", params: { level: "info", data: 1 } };

  test("whose capability is declared is in order", async () => {
    const capabilities = {
      logging: {},
      tools: { listChanged: true },
      resources: { subscribe: true },
    };
    const { told, received } = await judgeOf({ capabilities });
    received(log);
    received({ method: "notifications/tools/list_changed" });
    received({ method: "notifications/resources/updated", params: { uri: "a:b" } });
    received({ method: "notifications/vendor/note", params: [5] });
    received({ id: 1, method: "roots/list" });
    expect(told).toEqual([]);
  });

  test("whose capability is not declared is told", async () => {
    const { told, received } = await judgeOf({
      capabilities: { tools: {}, resources: { listChanged: false } },
    });
    received(log);
    received({ method: "notifications/tools/list_changed" });
    received({ method: "notifications/resources/list_changed" });
    expect(told).toEqual([
      "undeclared-notification: the server sent notifications/message without the capability logging",
      "undeclared-notification: the server sent notifications/tools/list_changed without the capability tools.listChanged",
      "undeclared-notification: the server sent notifications/resources/list_changed without the capability resources.listChanged",
    ]);
  });

  test("or request of another shape than the schema's is told", async () => {
    const { told, received } = await judgeOf({ capabilities: everything });
    received({ method: "notifications/message", params: { level: "loud", data: 1 } });
    received({ id: 1, method: "sampling/createMessage", params: { messages: [], maxTokens: "9" } });
    expect(told).toEqual([
      expect.stringMatching(
        /^message-schema: the server sent "notifications\/message" whose "params\/level" is "loud", not one of "alert"/u,
      ),
      'message-schema: the server sent "sampling/createMessage" whose "params/maxTokens" is a string, not a number',
    ]);
  });

  test("of progress leaves its value and its token to those who wait for it", async () => {
    const { told, received } = await judgeOf({ capabilities: everything });
    const progress = (params: unknown): void =>
      received({ method: "notifications/progress", params });
    progress({ progress: "5", progressToken: 1 });
    progress({ progress: 5, progressToken: null });
    progress({ progress: 5 });
    expect(told).toEqual([]);
    progress({ progress: 5, progressToken: 1, total: "10" });
    expect(told).toHaveLength(1);
  });

  test("I85 has its members by their exact names", async () => {
    const { told, received } = await judgeOf({ capabilities: everything });
    received({ method: "notifications/message", Params: { level: "info", data: 1 } });
    expect(told).toEqual([
      'message-schema: the server sent "notifications/message" which has no "params"',
    ]);
  });

  test("of the modern era, where it must be asked for, is judged when it came on a subscription", async () => {
    const { told, received } = await judgeOf({ revision: "2026-07-28" });
    const method = "notifications/tools/list_changed";
    received({ method });
    expect(told).toEqual([]);
    received({ method, params: { _meta: { "io.modelcontextprotocol/subscriptionId": 1 } } });
    expect(told).toHaveLength(1);
  });
});
