import fc from "fast-check";
import { expect, test } from "vitest";
import { contextCost } from "../../src/mcp/index.ts";
import { differenceOf } from "../../src/mcp/survey-tools.ts";
import { uriProblem, uriTemplateProblem } from "../../src/mcp/uri.ts";

test("the context cost of tools is the size of their JSON", async () => {
  const tools = [{ name: "a", description: "ä" }, { description: "no name" }];
  const cost = await contextCost(tools);
  expect(cost.tools).toMatchObject([
    { name: "a", bytes: 31 },
    { name: "", bytes: 25 },
  ]);
  expect(cost.bytes).toBe(56);
  expect(cost.tokens).toBe((cost.tools[0]?.tokens ?? 0) + (cost.tools[1]?.tokens ?? 0));
  expect(cost.tokens).toBeGreaterThan(10);
  expect(await contextCost([])).toEqual({ tools: [], bytes: 0, tokens: 0 });
});

test("a longer description costs more", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (description) => {
      const [short, long] = [
        await contextCost([{ description }]),
        await contextCost([{ description: `${description} and more words` }]),
      ];
      expect(long.bytes).toBe(short.bytes + 15);
      expect(long.tokens).toBeGreaterThan(short.tokens);
    }),
    { numRuns: 50 },
  );
});

test.each([
  [[{ name: "a" }], [{ name: "a" }], undefined],
  [[{ name: "a", x: 1 }], [{ x: 1, name: "a" }], undefined],
  [[{ name: "a" }], [], "tools/list gave 1 tools, then 0"],
  [
    [{ name: "a" }, { name: "b" }],
    [{ name: "b" }, { name: "a" }],
    'tools/list gave "a", then "b" at place 1 when asked twice',
  ],
  [
    [{ name: "a", x: 1 }],
    [{ name: "a", x: 2 }],
    'tools/list described "a" (place 1) in two ways when asked twice',
  ],
])("lists %j and %j: %s", (first, second, said) => {
  expect(differenceOf(first, second)).toBe(said);
});

test.each([
  ["file:///{path}", true],
  ["a:{+path}{?x,y*}{#frag:3}", true],
  ["a:b", true],
  ["test://{a.b}/{%41}", true],
  ["a:{", false],
  ["a:}", false],
  ["a:{}", false],
  ["a:{a b}", false],
  ["a:{a,}", false],
  ["a:{a:0}", false],
  ["a:{a:99999}", false],
  ["a: b", false],
  ["a:{{b}}", false],
])("%s is a URI template: %s", (template, good) => {
  expect(uriTemplateProblem(template) === undefined).toBe(good);
});

test("a URI template is judged by its grammar", () => {
  const name = fc.stringMatching(/^[A-Za-z0-9_]{1,5}(\.[a-z]{1,3})?$/u);
  const variable = fc
    .tuple(name, fc.constantFrom("", "*", ":1", ":9999"))
    .map((parts) => parts.join(""));
  const expression = fc
    .tuple(
      fc.constantFrom("", "+", "#", ".", "/", ";", "?", "&"),
      fc.array(variable, { minLength: 1, maxLength: 3 }),
    )
    .map(([operator, variables]) => `{${operator}${variables.join(",")}}`);
  const template = fc.array(fc.oneof(expression, fc.constantFrom("a", "/", ":", "%20", "ä", "~")));
  fc.assert(
    fc.property(
      template,
      fc.constantFrom("{", "}", "{}", "{ }", "{a:0}", "<", " "),
      (parts, broken) => {
        expect(uriTemplateProblem(parts.join(""))).toBeUndefined();
        expect(uriTemplateProblem(`${parts.join("")}${broken}`)).toBeDefined();
      },
    ),
  );
});

test.each([
  ["https://example.com/a?b#c", true],
  ["urn:isbn:1", true],
  ["file:///ä", true],
  ["a/b", false],
  ["1a:b", false],
  ["a:b\n", false],
  ["a:{b}", false],
])("%j is a URI: %s", (uri, good) => {
  expect(uriProblem(uri) === undefined).toBe(good);
});
