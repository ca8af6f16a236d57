import { describe, expect, test } from "vitest";
import { type CompiledSchema, compileSchema, type SchemaProblem } from "../../src/schema/index.ts";

async function problems(
  schema: unknown,
  value: unknown,
  formats = true,
): Promise<readonly SchemaProblem[] | CompiledSchema> {
  const compiled = await compileSchema(schema, formats);
  return compiled.kind === "compiled" ? compiled.validate(value) : compiled;
}

async function told(schema: unknown, value: unknown): Promise<string[]> {
  const compiled = await compileSchema(schema);
  return compiled.kind === "compiled"
    ? compiled.validate(value).map(({ pointer, message }) => `${pointer}: ${message}`)
    : [compiled.kind];
}

describe("a value", () => {
  const person = {
    type: "object",
    properties: { name: { type: "string" }, age: { type: "integer", minimum: 0 } },
    required: ["name"],
    additionalProperties: false,
  };

  test.each([
    [person, { name: "Ada", age: 36 }, []],
    [person, { age: 1.5 }, ["/age: is 1.5, not an integer", ': has no "name"']],
    [person, { name: "Ada", "a/b": 1 }, [': has the member "a/b", which is not allowed']],
    [
      { items: { properties: { "a/~": { type: "null" } } } },
      [{ "a/~": 1 }],
      ["/0/a~1~0: is 1, not null"],
    ],
    [{ const: { a: [1] } }, { a: [1] }, []],
    [
      { anyOf: [{ type: "string" }, { type: "null" }] },
      5,
      [": is a number that fits none of 2 alternatives"],
    ],
    [
      { oneOf: [{ type: "number" }, { minimum: 1 }] },
      5,
      [": fits 2 schemas of which it may fit one"],
    ],
    [{ not: { type: "string" } }, "x", [": is what its schema excludes"]],
    [{ pattern: "^a+$" }, "ab", [': must match pattern "^a+$"']],
    [{ format: "date-time" }, "yesterday", [': must match format "date-time"']],
    [false, 1, [": must not be there"]],
    [{ maxLength: 1 }, "𝒳", []],
    [{ required: ["toString"] }, {}, [': has no "toString"']],
  ])("%j: %j", async (schema, value, expected) => {
    expect(await told(schema, value)).toEqual(expected);
  });

  test("is judged by members of its own, whatever their name", async () => {
    const schema = { properties: JSON.parse('{"__proto__": {"type": "string"}}') as object };
    expect(await problems(schema, JSON.parse('{"__proto__": 1}'))).toMatchObject([
      { pointer: "/__proto__" },
    ]);
    expect(await problems(schema, {})).toEqual([]);
  });

  test("is told the alternative of a union that was meant", async () => {
    const union = {
      anyOf: [
        {
          properties: { type: { const: "text" }, text: { type: "string" } },
          required: ["type", "text"],
        },
        {
          properties: { type: { const: "image" }, data: { type: "string" } },
          required: ["type", "data"],
        },
      ],
    };
    expect(await problems(union, { type: "text", text: 5 })).toMatchObject([
      { pointer: "/text", keyword: "type" },
    ]);
    expect(await problems(union, { type: "image" })).toMatchObject([{ message: 'has no "data"' }]);
  });

  test("with more than five problems has the first five told", async () => {
    expect(await problems({ items: { type: "string" } }, Array(50).fill(1))).toHaveLength(5);
    expect(
      await problems({ items: { type: "string", pattern: "x" } }, Array(50).fill(1)),
    ).toHaveLength(5);
  });

  test("of a format that nobody asked for is not judged by it", async () => {
    expect(await problems({ format: "date-time" }, "yesterday", false)).toEqual([]);
  });
});

describe("I41 a schema", () => {
  test.each([
    [{ type: "strnig" }, "/type", "type"],
    [{ properties: { a: { required: "a" } } }, "/properties/a/required", "required"],
    [{ properties: [] }, "/properties", "properties"],
    [{ anyOf: [] }, "/anyOf", "anyOf"],
    [{ $ref: "#/$defs/missing" }, "/$ref", "$ref"],
    [{ items: 5 }, "/items", ""],
    ["text", "", ""],
  ])("that is none is refused with the place: %j", async (schema, pointer, keyword) => {
    expect(await compileSchema(schema)).toMatchObject({
      kind: "invalid",
      problem: { pointer, keyword },
    });
  });

  test("may hold unknown keywords and refer to itself", async () => {
    const tree = {
      type: "object",
      "x-mine": 1,
      properties: { children: { items: { $ref: "#" } } },
    };
    expect(await problems(tree, { children: [{ children: [] }] })).toEqual([]);
    expect(await problems(tree, { children: [{ children: [1] }] })).toMatchObject([
      { pointer: "/children/0/children/0" },
    ]);
  });

  test("that refers to another document is refused, and nothing is fetched", async () => {
    expect(await compileSchema({ $ref: "https://example.com/a.json" })).toEqual({
      kind: "unsupported",
      reason: 'refers to "https://example.com/a.json", which is not part of it; nothing is fetched',
    });
  });

  test("of more than a megabyte, nested too deep or in another dialect is refused", async () => {
    let deep: unknown = {};
    for (let level = 0; level < 500; level += 1) {
      deep = { not: deep };
    }
    const circular: Record<string, unknown> = {};
    circular["not"] = circular;
    expect(await compileSchema({ description: "x".repeat(2 ** 20) })).toMatchObject({
      kind: "unsupported",
    });
    expect(await compileSchema(circular)).toMatchObject({ kind: "unsupported" });
    expect(await compileSchema(deep)).toMatchObject({ kind: "invalid" });
    expect(
      await compileSchema({ $schema: "http://json-schema.org/draft-04/schema#" }),
    ).toMatchObject({
      kind: "unsupported",
    });
  });

  test("that never ends ends all the same", async () => {
    const doubling: Record<string, unknown> = { last: { type: "string" } };
    for (let level = 0; level < 60; level += 1) {
      const next = { $ref: level === 0 ? "#/$defs/last" : `#/$defs/d${level - 1}` };
      doubling[`d${level}`] = { allOf: [next, next] };
    }
    for (const schema of [
      { $ref: "#" },
      { $defs: doubling, $ref: "#/$defs/d59" },
      { pattern: "^(a+)+$" },
    ]) {
      const compiled = compiledOf(await compileSchema(schema));
      expect(() => compiled("a".repeat(50) + "b"), JSON.stringify(schema).slice(0, 50)).toThrow(
        "JSON Schema too slow",
      );
    }
  });

  test("in draft-07 that says so has its tuples and its lonely references", async () => {
    const $schema = "http://json-schema.org/draft-07/schema#";
    expect(await problems({ $schema, items: [{ type: "string" }] }, [1])).toMatchObject([
      { pointer: "/0" },
    ]);
    expect(await compileSchema({ items: [{ type: "string" }] })).toMatchObject({ kind: "invalid" });
    const reference = { definitions: { any: {} }, $ref: "#/definitions/any", type: "string" };
    expect(await problems({ $schema, ...reference }, 1)).toEqual([]);
    expect(await problems(reference, 1)).toMatchObject([{ keyword: "type" }]);
  });
});

function compiledOf(compiled: CompiledSchema) {
  expect(compiled).toMatchObject({ kind: "compiled" });
  return compiled.kind === "compiled" ? compiled.validate : () => [];
}
