import { expect, test } from "vitest";
import { checkOf } from "../../src/mcp/index.ts";
import { checkResult } from "../../src/mcp/shape.ts";

function problems(
  method: string,
  result: unknown,
  era: "legacy" | "modern" = "legacy",
): readonly string[] {
  const told: string[] = [];
  checkResult(method, result, era, (code, message) => told.push(`${code}: ${message()}`));
  return told;
}

const text = { type: "text", text: "hi" };

test.each([
  ["tools/call", { content: [] }],
  [
    "tools/call",
    { content: [text, { type: "image", data: "", mimeType: "image/png" }], isError: false },
  ],
  [
    "tools/call",
    { content: [{ type: "resource", resource: { uri: "a:b", blob: "" } }], structuredContent: {} },
  ],
  ["tools/call", { content: [{ type: "resource_link", uri: "a:b", name: "n" }], vendor: 1 }],
  ["tools/list", { tools: [{ name: "a", inputSchema: { type: "object" }, annotations: {} }] }],
  ["resources/read", { contents: [{ uri: "a:b", text: "" }] }],
  ["resources/list", { resources: [{ uri: "a:b", name: "n" }] }],
  ["resources/templates/list", { resourceTemplates: [{ uriTemplate: "a:{b}", name: "n" }] }],
  ["prompts/list", { prompts: [{ name: "n" }] }],
  ["prompts/get", { messages: [{ role: "user", content: text }] }],
  ["completion/complete", { completion: { values: ["a"] } }],
  ["vendor/method", {}],
])("%s %j is as the specification demands", (method, result) => {
  expect(problems(method, result)).toEqual([]);
});

test.each([
  ["tools/call", null, "has a result that is no object: null"],
  ["tools/call", { content: {} }, 'has a result without an array as "content"'],
  ["tools/call", { content: [7] }, 'has a "content[0]" that is no object'],
  ["tools/call", { content: [{ text: "x" }] }, 'has a "content[0]" that has no text as "type"'],
  [
    "tools/call",
    { content: [{ type: "__proto__" }] },
    'has a "content[0]" that has the unknown type "__proto__"',
  ],
  [
    "tools/call",
    { content: [{ type: "image", data: "" }] },
    'has a "content[0]" that is of type "image" and has no text as "mimeType"',
  ],
  [
    "tools/call",
    { content: [{ type: "resource", resource: { uri: "a" } }] },
    'has a "content[0]" that has a "resource" that has neither "text" nor "blob" as a text',
  ],
  ["tools/call", { content: [], isError: "no" }, 'has an "isError" that is no boolean'],
  [
    "tools/call",
    { content: [], structuredContent: [1] },
    'has a "structuredContent" that is no object',
  ],
  ["tools/list", { tools: {} }, 'has a result without an array as "tools"'],
  ["tools/list", { tools: [], nextCursor: 7 }, 'has a "nextCursor" that is no text: 7'],
  ["resources/read", { contents: [{}] }, 'has a "contents[0]" that has no text as "uri"'],
  [
    "prompts/get",
    { messages: [{ role: "system", content: text }] },
    'has a "messages[0]" that has a "role" other than "user" and "assistant"',
  ],
  [
    "prompts/get",
    { messages: [{ role: "user", content: "hi" }] },
    'has a "messages[0]" that has a "content" that is no object',
  ],
  [
    "completion/complete",
    { completion: { values: [1] } },
    'has a result without an array of texts as "completion.values"',
  ],
])("I73 %s %j is called a break of the schema", (method, result, message) => {
  expect(problems(method, result)).toEqual([`result-schema: ${message}`]);
});

test.each([
  [
    "tools/list",
    { tools: [{ name: "a" }] },
    'bad-tool: lists tools[0] ("a"), which has no object as "inputSchema"',
  ],
  [
    "tools/list",
    { tools: [{ name: "a", inputSchema: {} }] },
    'bad-tool: lists tools[0] ("a"), which has an "inputSchema" whose "type" is not "object"',
  ],
  [
    "tools/list",
    { tools: [{ name: "a", inputSchema: { type: "object" }, outputSchema: true }] },
    'bad-tool: lists tools[0] ("a"), which has an "outputSchema" that is no object',
  ],
  [
    "tools/list",
    { tools: [{ name: "a", description: 1, inputSchema: { type: "object" } }] },
    'bad-tool: lists tools[0] ("a"), which has a "description" that is no text',
  ],
  [
    "resources/list",
    { resources: [{ name: "n" }] },
    'bad-resource: lists resources[0] ("n"), which has no text as "uri"',
  ],
  ["prompts/list", { prompts: ["p"] }, "bad-prompt: lists prompts[0], which is no object"],
])("I75 %s %j names the bad entry", (method, result, message) => {
  expect(problems(method, result)).toEqual([message]);
});

test("the modern era demands caching hints, and any value may be structured", () => {
  const caching = { ttlMs: 0, cacheScope: "public" };
  expect(problems("tools/list", { tools: [], ...caching }, "modern")).toEqual([]);
  expect(problems("tools/list", { tools: [] }, "modern")).toEqual([
    'result-schema: has no "ttlMs" of 0 or more',
    'result-schema: has no "cacheScope" of "public" or "private"',
  ]);
  expect(problems("tools/call", { content: [], structuredContent: [1] }, "modern")).toEqual([]);
});

test("the modern era's result types are judged", () => {
  expect(problems("tools/call", { resultType: "complete", content: [] }, "modern")).toEqual([]);
  expect(problems("tools/call", { resultType: "input_required" }, "modern")).toEqual([]);
  expect(problems("tools/call", { resultType: "maybe" }, "modern")).toEqual([
    'result-schema: has an unknown "resultType" for tools/call: "maybe"',
  ]);
});

test("every finding belongs to a switch of the run file", () => {
  expect(checkOf("stdout-pollution")).toBe("stdout_purity");
  expect(checkOf("wrong-id")).toBe("protocol");
  expect(checkOf("bad-tool")).toBe("definitions");
  expect(checkOf("toString")).toBeUndefined();
});
