import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledSchema, compileSchema } from "../../src/schema/index.ts";

async function problems(schema: unknown, value: unknown, formats = true) {
  const compiled = await compileSchema(schema, formats);
  return compiled.kind === "compiled" ? compiled.validate(value) : compiled;
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
    const found = await problems(schema, value);
    expect(
      Array.isArray(found) ? found.map((one) => `${one.pointer}: ${one.message}`) : found,
    ).toEqual(expected);
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

describe("our own judgement is the library's", () => {
  const scalar = fc.constantFrom(null, true, 0, 1, 2.5, -3, "", "a", "ab", "abc");
  const value = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie("json"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b", "c"), tie("json"), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    ),
  })).json;
  const type = fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object");
  const small = fc.integer({ min: 0, max: 3 });
  const schema = fc.letrec((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.boolean(),
      fc.record(
        {
          type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
          const: value,
          enum: fc.array(value, { minLength: 1, maxLength: 3 }),
          minimum: small,
          exclusiveMaximum: small,
          multipleOf: fc.constantFrom(1, 2, 0.5),
          minLength: small,
          maxLength: small,
          minItems: small,
          maxItems: small,
          minProperties: small,
          required: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 2 }),
          properties: fc.dictionary(fc.constantFrom("a", "b"), tie("schema"), {
            maxKeys: 2,
            noNullPrototype: true,
          }),
          additionalProperties: tie("schema"),
          propertyNames: tie("schema"),
          items: tie("schema"),
          prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
          allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
          anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
          oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
          not: tie("schema"),
          if: tie("schema"),
          then: tie("schema"),
          else: tie("schema"),
        },
        { requiredKeys: [] },
      ),
      fc.record({ $ref: fc.constantFrom("#/$defs/x", "#/$defs/y") }),
    ),
  })).schema;

  test.each(["2020-12", "draft-07"])(
    "%s",
    async (dialect) => {
      const $schema = dialect === "draft-07" ? "http://json-schema.org/draft-07/schema" : undefined;
      const options = {
        strict: false,
        validateSchema: false,
        ownProperties: true,
        logger: false,
      } as const;
      await fc.assert(
        fc.asyncProperty(schema, schema, value, async (one, x, json) => {
          const whole = {
            ...(typeof one === "object" ? one : { allOf: [one] }),
            $defs: { x, y: { type: "object", properties: { a: { $ref: "#/$defs/y" } } } },
          };
          const ajv = new (dialect === "draft-07" ? Ajv : Ajv2020)(options);
          let expected: boolean;
          try {
            expected = ajv.validate(whole, json);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
            return;
          }
          const compiled = await compileSchema(
            { ...whole, ...($schema === undefined ? {} : { $schema }) },
            false,
          );
          expect(compiledOf(compiled)(json).length === 0).toBe(expected);
        }),
        { numRuns: 200 },
      );
    },
    60_000,
  );

  test("of schemas too", async () => {
    const broken = fc.record(
      {
        type: fc.oneof(type, fc.constant("any"), fc.array(type, { maxLength: 2 })),
        required: fc.oneof(
          fc.array(fc.constantFrom("a", "b"), { maxLength: 2 }),
          fc.constant(true),
        ),
        minLength: fc.oneof(small, fc.constant(-1), fc.constant("1")),
        minimum: fc.oneof(small, fc.constant("1")),
        uniqueItems: fc.oneof(fc.boolean(), fc.constant(1)),
        items: fc.oneof(schema, fc.constant([]), fc.constant(1)),
        properties: fc.oneof(
          fc.constant([]),
          fc.dictionary(fc.constantFrom("a", "b"), fc.oneof(schema, fc.constant(1))),
        ),
        anyOf: fc.array(schema, { maxLength: 2 }),
        title: fc.oneof(fc.constant("x"), fc.constant(1)),
        multipleOf: fc.oneof(small, fc.constant(0.1)),
      },
      { requiredKeys: [] },
    );
    const ajv = new Ajv2020({ strict: false, logger: false });
    await fc.assert(
      fc.asyncProperty(broken, async (one) => {
        const whole = { ...one, $defs: { x: {}, y: {} } };
        const compiled = await compileSchema(whole, false);
        expect(compiled.kind !== "invalid").toBe(ajv.validateSchema(whole));
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

function compiledOf(compiled: CompiledSchema) {
  expect(compiled).toMatchObject({ kind: "compiled" });
  return compiled.kind === "compiled" ? compiled.validate : () => [];
}
