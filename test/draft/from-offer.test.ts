import { expect, test } from "vitest";
import {
  draftTool,
  runFileText,
  scenariosOfOffer,
  serverText,
  type Trial,
} from "../../src/draft/index.ts";
import { offeredTools } from "../../src/draft/offer.ts";
import { load } from "../config/loading.ts";

const nothing = { resources: null, resourceTemplates: null, prompts: null };

async function draftOf(
  tools: readonly unknown[],
  trials: readonly (Trial | undefined)[] = [],
  external = false,
): Promise<string> {
  const offer = { ...nothing, tools: offeredTools({ tools }) };
  const drafted = await Promise.all(offer.tools.map((tool) => draftTool(tool, external)));
  return runFileText({
    comments: [],
    servers: serverText("one", { image: "alpine:3.20" }),
    scenarios: scenariosOfOffer(offer, drafted, trials),
  });
}

function names(text: string): string[] {
  return load(text).scenarios.map(({ name }) => name);
}

const inputSchema = {
  type: "object",
  properties: { id: { type: "integer", minimum: 3 } },
  required: ["id"],
};

test("each tool is a scenario with arguments from its input schema", async () => {
  const text = await draftOf([{ name: "get", inputSchema }]);
  expect(load(text).scenarios[1]?.steps[0]).toMatchObject({
    action: { verb: "call", target: "get", arguments: { id: 3 } },
    expectations: [{ place: "is_error", predicate: { name: "equals", value: false } }],
  });
});

test("a tool that says that it destroys is written as a comment, with the reason", async () => {
  const text = await draftOf([
    { name: "wipe", inputSchema, annotations: { destructiveHint: true } },
    { name: "look", inputSchema, annotations: { destructiveHint: true, readOnlyHint: true } },
  ]);
  expect(names(text)).toEqual(["what the server offers", "look"]);
  expect(text).toMatch(/# Not run: .*destructiveHint.*\n {2}# - name: wipe\n/);
});

test("of a server that runs elsewhere only what says that it only reads is run", async () => {
  const tools = [
    { name: "change", inputSchema },
    { name: "look", inputSchema, annotations: { readOnlyHint: true } },
  ];
  expect(names(await draftOf(tools, [], true))).toEqual(["what the server offers", "look"]);
  expect(names(await draftOf(tools))).toEqual(["what the server offers", "change", "look"]);
});

test("what came of calling a tool is what the draft expects", async () => {
  const tools = ["good", "bad", "none", "silent"].map((name) => ({ name, inputSchema }));
  const text = await draftOf(tools, [
    { kind: "answered", isError: false, text: "x" },
    { kind: "answered", isError: true, text: "no file 3" },
    { kind: "refused", code: -32602, text: "bad id" },
    { kind: "unanswered", text: "called with these values it did not answer within 15 s" },
  ]);
  const expected = load(text)
    .scenarios.slice(1)
    .map(({ name, steps }) => [
      name,
      steps[0]?.expectations.map(({ place, predicate }) => ({ place, ...predicate })),
    ]);
  expect(expected).toEqual([
    ["good", [{ place: "is_error", name: "equals", value: false }]],
    ["bad", [{ place: "is_error", name: "equals", value: true }]],
    ["none", [{ place: "error.code", name: "equals", value: -32602 }]],
  ]);
  expect(text).toMatch(/# TODO .*no file 3\n/);
  expect(text).toMatch(/# Not run: called with these values it did not answer within 15 s\n/);
});

test("values that the schema does not take after all are marked", async () => {
  const odd = {
    type: "object",
    properties: { id: { type: "string", not: { const: "text" } } },
    required: ["id"],
  };
  expect(await draftOf([{ name: "odd", inputSchema: odd }])).toMatch(/# TODO the arguments: \/id /);
  expect(await draftOf([{ name: "get", inputSchema }])).not.toContain("TODO");
});

test.each([
  ["an input schema that is no object", { name: "t", inputSchema: { type: "array" } }],
  ["an input schema that is none", { name: "t", inputSchema: { type: 7 } }],
  ["no input schema", { name: "t" }],
  ["a name that would be filled in", { name: "{{ x }}", inputSchema }],
  [
    "arguments that a run file cannot hold",
    { name: "t", inputSchema: { const: JSON.parse('{"__proto__":1}') as unknown } },
  ],
  ["an entry that is no tool", 7],
])("the draft is valid for %s", async (_, tool) => {
  expect(names(await draftOf([tool])).length).toBeGreaterThan(0);
});

test("lists of resources and prompts are asked for twice", async () => {
  const offer = { tools: [], resources: ["a://b"], resourceTemplates: null, prompts: [] };
  const text = runFileText({
    comments: [],
    servers: serverText("one", { image: "alpine:3.20" }),
    scenarios: scenariosOfOffer(offer, [], []),
  });
  const [first] = load(text).scenarios;
  expect(first?.steps.map(({ action }) => action.target)).toEqual([
    "",
    "tools",
    "resources",
    "resources",
    "prompts",
    "prompts",
  ]);
});

test("a tool that can only be called as a task is called as one", async () => {
  const text = await draftOf([
    { name: "long", inputSchema, execution: { taskSupport: "required" } },
  ]);
  expect(load(text).scenarios[1]?.steps[0]?.action).toMatchObject({ task: { wait: true } });
});
