import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompiledSchema, compileSchema } from "../../src/schema/index.ts";

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
        { numRuns: 80 },
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
      { numRuns: 80 },
    );
  }, 60_000);
});

function compiledOf(compiled: CompiledSchema) {
  expect(compiled).toMatchObject({ kind: "compiled" });
  return compiled.kind === "compiled" ? compiled.validate : () => [];
}
