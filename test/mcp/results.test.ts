import { describe, expect, test } from "vitest";
import type { SpecRevision } from "../../src/schema/index.ts";
import { judgeOf, saidOf } from "./judged.ts";

const object = { type: "object" };
const everything = { tools: {}, resources: {}, prompts: {}, completions: {}, logging: {} };

describe("a result", () => {
  test.each<[string, SpecRevision, unknown, string | undefined]>([
    [
      "tools/call",
      "2025-11-25",
      { content: [{ type: "text", text: "a", annotations: {} }] },
      undefined,
    ],
    [
      "tools/call",
      "2025-11-25",
      { content: [{ type: "text", text: "a", annotations: { priority: 2 } }] },
      'has a result whose "content/0/annotations/priority" is 2, more than 1',
    ],
    ["tools/call", "2024-11-05", { content: [], structuredContent: {} }, undefined],
    [
      "tools/call",
      "2026-07-28",
      { content: [], resultType: "complete", structuredContent: 5 },
      undefined,
    ],
    ["tools/call", "2026-07-28", { content: [] }, 'has a result which has no "resultType"'],
    [
      "prompts/get",
      "2025-06-18",
      { messages: [], description: 5 },
      'has a result whose "description" is 5, not a string',
    ],
    ["ping", "2025-11-25", {}, undefined],
    ["ping", "2025-11-25", { _meta: 5 }, 'has a result whose "_meta" is 5, not an object'],
    [
      "completion/complete",
      "2025-11-25",
      { completion: { values: [], total: "1" } },
      'whose "completion/total" is a string, not a number',
    ],
    [
      "tools/list",
      "2026-07-28",
      { tools: [], resultType: "complete", ttlMs: 1, cacheScope: "public" },
      undefined,
    ],
    ["vendor/method", "2025-11-25", { anything: [1] }, undefined],
  ])("of %s in %s: %j", async (method, revision, value, said) => {
    const told = await saidOf(method, value, { revision });
    expect(told).toEqual(
      said === undefined ? [] : [expect.stringContaining(`result-schema: the answer to ${method}`)],
    );
    expect(told[0] ?? "").toContain(said ?? "");
  });

  test("I73 is told once when the schema and the hand-written check both see it", async () => {
    expect(await saidOf("tools/call", { content: [{ type: "text" }] })).toHaveLength(1);
    expect(await saidOf("tools/call", {})).toHaveLength(1);
    expect(await saidOf("tools/list", { tools: [{ name: "a" }] })).toHaveLength(1);
  });

  test("that creates a task is one when a task was asked for", async () => {
    const task = { taskId: "1", status: "working", createdAt: "", lastUpdatedAt: "", ttl: null };
    const params = { name: "a", task: {} };
    expect(await saidOf("tools/call", { task }, { params })).toEqual([]);
    expect(await saidOf("tools/call", { task: { ...task, ttl: "x" } }, { params })).toEqual([
      'result-schema: the answer to tools/call "a" has a result whose "task/ttl" is a string, not a number or null',
    ]);
  });

  test.each([
    ["aGk=", true],
    ["", true],
    ["aGk", false],
    ["a-_=", false],
    ["aGk=\n", false],
    ["no base64!", false],
  ])("I90 with the binary content %j", async (data, good) => {
    const image = { type: "image", data, mimeType: "image/png" };
    const blob = { uri: "a:b", blob: data };
    const said = [
      ...(await saidOf("tools/call", { content: [image, { type: "resource", resource: blob }] })),
      ...(await saidOf("resources/read", { contents: [blob] })),
      ...(await saidOf("prompts/get", { messages: [{ role: "user", content: image }] })),
    ];
    const places = ["content[0].data", "contents[0].blob", "messages[0].content.data"];
    expect(said.map((one) => /"(.+?)"/u.exec(one)?.[1])).toEqual(good ? [] : places);
  });

  test("I91 with a link that would run or show something is taken like others: nothing follows it", async () => {
    const links = ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,<b>"];
    const content = links.map((uri) => ({ type: "resource_link", name: "x", uri }));
    const { result, told, lists } = await judgeOf({ capabilities: everything });
    await result("tools/call", { content }, { name: "a" });
    expect([told, lists()]).toEqual([[], 0]);
  });
});

describe("structured content", () => {
  const outputSchema = {
    type: "object",
    properties: { sum: { type: "number" } },
    required: ["sum"],
  };
  const tools = [
    { name: "add", inputSchema: object, outputSchema },
    { name: "echo", inputSchema: object },
  ];
  const call = (value: Record<string, unknown>) => ({ content: [], ...value });

  test.each([
    [{ structuredContent: { sum: 5 } }, []],
    [
      { structuredContent: { sum: "five" } },
      [
        `output-schema: the answer to tools/call "add" has a "structuredContent" that breaks the tool's outputSchema at "/sum": it is a string, not a number`,
      ],
    ],
    [
      { structuredContent: {} },
      [
        `output-schema: the answer to tools/call "add" has a "structuredContent" that breaks the tool's outputSchema: it has no "sum"`,
      ],
    ],
    [
      {},
      [
        `structured-content-missing: the answer to tools/call "add" has no "structuredContent" though the tool has an outputSchema`,
      ],
    ],
    [{ isError: true }, []],
  ])("I74 %j", async (value, said) => {
    const { told, result } = await judgeOf({ capabilities: everything });
    await result("tools/list", { tools });
    await result("tools/call", call(value), { name: "add" });
    expect(told).toEqual(said);
  });

  test("I74 of a tool that was not listed is judged after one look at the list", async () => {
    const { told, result, lists } = await judgeOf({ capabilities: everything, tools });
    await result("tools/call", call({}), { name: "add" });
    expect(lists()).toBe(0);
    await result("tools/call", call({ structuredContent: { sum: "5" } }), { name: "add" });
    await result("tools/call", call({ structuredContent: { sum: 5 } }), { name: "add" });
    await result("tools/call", call({}), { name: "echo" });
    expect(lists()).toBe(1);
    expect(told).toHaveLength(1);
  });

  test("I74 is judged by the definition the server has listed last", async () => {
    const { told, result, received } = await judgeOf({
      capabilities: { tools: { listChanged: true } },
    });
    await result("tools/list", { tools });
    await result("tools/list", { tools: [{ name: "add", inputSchema: object }] });
    await result("tools/call", call({}), { name: "add" });
    await result("tools/list", { tools });
    received({ method: "notifications/tools/list_changed" });
    await result("tools/call", call({}), { name: "add" });
    expect(told).toEqual([]);
  });

  test("I74 of a schema that nobody can judge by is let pass", async () => {
    const { told, result } = await judgeOf({ capabilities: everything });
    for (const odd of [
      { $schema: "https://example.com/mine" },
      { $ref: "https://example.com/" },
      { allOf: [{ $ref: "#" }] },
    ]) {
      await result("tools/list", {
        tools: [{ name: "add", inputSchema: object, outputSchema: { type: "object", ...odd } }],
      });
      await result("tools/call", call({ structuredContent: {} }), { name: "add" });
    }
    expect(told).toEqual([]);
  });
});
