import { describe, expect, test } from "vitest";
import { saidOf } from "./judged.ts";

const object = { type: "object" };

describe("a definition", () => {
  const tool = (members: Record<string, unknown>): unknown => ({
    tools: [{ name: "a", inputSchema: object, ...members }],
  });

  test.each<[string, unknown, string | undefined]>([
    [
      "tools/list",
      tool({ annotations: { readOnlyHint: true }, icons: [{ src: "a:b" }] }),
      undefined,
    ],
    [
      "tools/list",
      tool({ annotations: { readOnlyHint: "yes" } }),
      'bad-tool: lists tools[0] ("a"), whose "annotations/readOnlyHint" is a string, not a boolean',
    ],
    [
      "tools/list",
      tool({ icons: [{}] }),
      'bad-tool: lists tools[0] ("a"), whose "icons/0" has no "src"',
    ],
    [
      "tools/list",
      tool({ outputSchema: { type: "array" } }),
      'bad-tool: lists tools[0] ("a"), whose "outputSchema/type" is "array", not "object"',
    ],
    [
      "tools/list",
      tool({ inputSchema: { ...object, properties: { b: { type: "strng" } } } }),
      'bad-input-schema: lists tools[0] ("a"), whose "inputSchema/properties/b/type" is "strng", not one or more of',
    ],
    [
      "tools/list",
      tool({ inputSchema: { ...object, properties: { b: { $ref: "#/$defs/c" } } } }),
      '"inputSchema/properties/b/$ref" points to "#/$defs/c", which is not there',
    ],
    [
      "tools/list",
      tool({ inputSchema: { ...object, properties: { b: { $ref: "https://example.com/" } } } }),
      undefined,
    ],
    [
      "tools/list",
      tool({ inputSchema: { ...object, properties: { b: { $ref: "#" } } } }),
      undefined,
    ],
    [
      "tools/list",
      tool({ outputSchema: { ...object, required: [1] } }),
      '"outputSchema/required/0" is 1, not a string',
    ],
    [
      "resources/list",
      { resources: [{ name: "a", uri: "a:b c" }] },
      'bad-uri: lists resources[0] ("a"), whose uri "a:b c" has the character " ", which a URI escapes',
    ],
    ["resources/list", { resources: [{ name: "a", uri: "readme" }] }, "bad-uri: "],
    ["resources/list", { resources: [{ name: "a", uri: "file:///ä" }] }, undefined],
    [
      "resources/templates/list",
      { resourceTemplates: [{ name: "a", uriTemplate: "a:{b" }] },
      "bad-uri-template: ",
    ],
    [
      "resources/templates/list",
      { resourceTemplates: [{ name: "a", uriTemplate: "a:{b}" }] },
      undefined,
    ],
    [
      "prompts/list",
      { prompts: [{ name: "a", arguments: [{}] }] },
      'bad-prompt: lists prompts[0] ("a"), whose "arguments/0" has no "name"',
    ],
  ])("I77 %s %j", async (method, value, said) => {
    const told = await saidOf(method, value);
    const cut = told.map((one) => one.replace(`the answer to ${method} `, ""));
    expect(cut).toEqual(said === undefined ? [] : [expect.stringContaining(said)]);
  });

  test("I77 in a dialect that nothing names is not held to one before 2025-11-25", async () => {
    const inputSchema = { ...object, properties: { a: { exclusiveMinimum: true, minimum: 1 } } };
    expect(await saidOf("tools/list", tool({ inputSchema }), { revision: "2025-06-18" })).toEqual(
      [],
    );
    expect(await saidOf("tools/list", tool({ inputSchema }))).toHaveLength(1);
    const typo = { ...object, properties: { a: { type: "strng" } } };
    expect(
      await saidOf("tools/list", tool({ inputSchema: typo }), { revision: "2025-06-18" }),
    ).toHaveLength(1);
  });

  test("I77 of 5 MB is looked at in good time", async () => {
    const properties = Object.fromEntries(
      Array.from({ length: 50_000 }, (_, index) => [
        `p${index}`,
        { type: "string", description: "x".repeat(80) },
      ]),
    );
    expect(await saidOf("tools/list", tool({ inputSchema: { ...object, properties } }))).toEqual(
      [],
    );
  }, 5_000);

  test("I79 is one of the first 10,000: of a million the rest is not looked at", async () => {
    const tools: unknown[] = Array(1_000_000).fill({ name: "a", inputSchema: object });
    expect(await saidOf("tools/list", { tools: [...tools, {}] })).toEqual([]);
    expect(await saidOf("tools/list", { tools: [...tools.slice(0, 9_999), {}] })).toHaveLength(1);
  }, 10_000);

  test("I95 with an x-mcp-header is a tool like any other where there are no headers", async () => {
    const inputSchema = {
      ...object,
      properties: { a: { type: "string", "x-mcp-header": "Bad Name" } },
    };
    expect(await saidOf("tools/list", tool({ inputSchema }))).toEqual([]);
  });
});
