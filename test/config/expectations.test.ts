import { describe, expect, test } from "vitest";
import { stepsOf } from "./loading.ts";

describe("expectations", () => {
  const predicatesAt = (written: string) =>
    stepsOf(`- call: echo\n  expect: ${written}`)[0]?.expectations.map(({ place, predicate }) => [
      place,
      predicate,
    ]);

  test.each([
    ["{ text: { starts_with: a } }", ["text", { name: "starts_with", value: "a" }]],
    ["{ duration: { between: [1ms, 2s] } }", ["duration", { name: "between", value: [1, 2_000] }]],
    ["{ $.a: { one_of: [1, x] } }", ["$.a", { name: "one_of", value: [1, "x"] }]],
    ["{ $.a: { exists: false } }", ["$.a", { name: "exists", value: false }]],
    [
      "{ content: { length: 2 } }",
      ["content", { name: "length", of: [{ name: "equals", value: 2 }] }],
    ],
    [
      "{ $.a: { each: { type: string, length: { at_least: 1, at_most: 9 } } } }",
      [
        "$.a",
        {
          name: "each",
          of: [
            { name: "type", value: "string" },
            {
              name: "length",
              of: [
                { name: "at_least", value: 1 },
                { name: "at_most", value: 9 },
              ],
            },
          ],
        },
      ],
    ],
    [
      "{ text: { any_of: [a, { ends_with: b }] } }",
      [
        "text",
        {
          name: "any_of",
          of: [[{ name: "equals", value: "a" }], [{ name: "ends_with", value: "b" }]],
        },
      ],
    ],
    ["{ text: { not: a } }", ["text", { name: "not", of: [{ name: "equals", value: "a" }] }]],
    [
      '{ notifications: [a/b, { params: { "$.x": 1 } }] }',
      [
        "notifications",
        {
          name: "sequence",
          items: [
            { method: [{ name: "equals", value: "a/b" }], params: [] },
            {
              method: [],
              params: [
                {
                  place: "$.x",
                  predicate: { name: "equals", value: 1 },
                  at: { line: 9, column: 59 },
                },
              ],
            },
          ],
        },
      ],
    ],
    [
      "{ 'content[1].bytes': { below: 1KiB } }",
      ["content[1].bytes", { name: "below", value: 1024 }],
    ],
  ])("%s", (written, expected) => {
    expect(predicatesAt(written)).toEqual([expected]);
  });

  test("a list of content blocks says how many there are and what each holds", () => {
    expect(
      predicatesAt(
        "{ content: [{ type: text, text: { contains: a } }, { mime_type: image/png }] }",
      ),
    ).toEqual([
      ["content.length", { name: "equals", value: 2 }],
      ["content[0].type", { name: "equals", value: "text" }],
      ["content[0].text", { name: "contains", value: "a" }],
      ["content[1].mime_type", { name: "equals", value: "image/png" }],
    ]);
  });

  test("a snapshot has a key of its own, also where steps and places have the same names", () => {
    const steps = stepsOf(`
- call: echo
  expect: { text: { snapshot: true }, $.a: { snapshot: true } }
- call: echo
  expect: { text: { snapshot: true } }
- call: echo
  expect: { text: { snapshot: mine }, structured: { snapshot: { name: mine, mask: [$.t, /x+/] } } }
`);
    const keys = steps.flatMap(({ expectations }) =>
      expectations.map(({ predicate }) => predicate.name === "snapshot" && predicate.key),
    );
    expect(keys).toEqual([
      "one › call echo › text",
      "one › call echo › $.a",
      "one › call echo › text #2",
      "mine",
      "mine #2",
    ]);
    expect(steps[2]?.expectations[1]?.predicate).toMatchObject({
      mask: [{ path: "$.t" }, { pattern: "x+" }],
    });
  });
});
