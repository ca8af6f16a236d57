import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { madeUp } from "../../src/draft/values.ts";

/** What is wrong with the value made up for a schema; undefined when it is valid. */
function problem(schema: object): string | undefined {
  const ajv = new Ajv2020({ strict: false, allErrors: true, ownProperties: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  const { value } = madeUp(schema);
  return validate(value)
    ? undefined
    : `${JSON.stringify(value)}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(schema)}`;
}

const bounds = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(60))
  .map(([low, size]) => [low, low + size] as const);

const stringSchema = fc.oneof(
  fc.constant({ type: "string" }),
  fc
    .tuple(fc.nat(30), fc.nat(30))
    .map(([min, more]) => ({ type: "string", minLength: min, maxLength: min + more })),
  fc
    .constantFrom(
      "date-time",
      "date",
      "time",
      "duration",
      "email",
      "hostname",
      "ipv4",
      "ipv6",
      "uri",
      "uuid",

      "uri-reference",
      "uri-template",
      "json-pointer",
      "relative-json-pointer",
      "regex",
      "byte",
    )
    .map((format) => ({ type: "string", format })),
  fc
    .constantFrom(
      "^a+$",
      "^[A-Z]{2}-\\d{3,}$",
      "^(?:cat|dog)s?$",
      "^\\w+@\\w+\\.com$",
      "^[^a-z]+$",
      "^.{3}$",

      "^(\\d{1,3}\\.){3}\\d{1,3}$",
      "^#[0-9a-fA-F]{6}$",
      "^[\\w.-]+/[\\w.-]+$",
      "^x*$",
      "\\u0041b",
    )
    .map((pattern) => ({ type: "string", pattern })),
  fc
    .tuple(fc.nat(20), fc.constantFrom("^[a-z]+$", "^\\d*$", "^(?:ab)+$"))
    .map(([minLength, pattern]) => ({
      type: "string",
      minLength,
      pattern,
    })),
);

const numberSchema = fc.oneof(
  fc.constantFrom({ type: "integer" }, { type: "number" }),
  bounds.map(([minimum, maximum]) => ({ type: "integer", minimum, maximum })),
  bounds.map(([exclusiveMinimum, maximum]) => ({
    type: "number",
    exclusiveMinimum,
    exclusiveMaximum: maximum + 0.5,
  })),
  fc.tuple(bounds, fc.integer({ min: 1, max: 9 })).map(([[minimum], multipleOf]) => ({
    type: "integer",
    minimum,
    multipleOf,
  })),
  fc
    .constantFrom(0.01, 0.1, 0.25, 1.5)
    .map((multipleOf) => ({ type: "number", minimum: 3, multipleOf })),
);

const name = fc.constantFrom("a", "b", "c", "__proto__", "constructor", "with space", "ü");

const { schema } = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    stringSchema,
    numberSchema,
    fc.constantFrom({ type: "boolean" }, { type: "null" }, { type: ["null", "string"] }, {}),
    fc.jsonValue({ maxDepth: 2 }).map((value) => ({ const: value })),
    fc
      .uniqueArray(fc.jsonValue({ maxDepth: 1 }), {
        minLength: 1,
        maxLength: 4,
        selector: (one) => JSON.stringify(one),
      })
      .map((values) => ({ enum: values })),
    fc.integer().map((value) => ({ type: "integer", default: value })),
    fc.integer().map((value) => ({ type: "integer", examples: [value] })),
    fc
      .tuple(
        fc.dictionary(name, tie("schema"), { maxKeys: 4, noNullPrototype: true }),
        fc.subarray(["a", "b", "c", "d"]),
      )
      .map(([properties, required]) => ({ type: "object", properties, required })),
    fc.tuple(tie("schema"), fc.nat(3), fc.nat(3)).map(([items, minItems, more]) => ({
      type: "array",
      items,
      minItems,
      maxItems: minItems + more,
    })),
    fc
      .array(tie("schema"), { minLength: 1, maxLength: 3 })
      .map((prefixItems) => ({ type: "array", prefixItems, items: false })),
    fc.array(tie("schema"), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    tie("schema").map((one) => ({ allOf: [one] })),
    fc.tuple(tie("schema"), tie("schema")).map(([one, two]) => ({
      oneOf: [
        { type: "object", properties: { kind: { const: "one" }, one }, required: ["kind", "one"] },
        { type: "object", properties: { kind: { const: "two" }, two }, required: ["kind", "two"] },
      ],
    })),
    fc.integer({ min: 1, max: 5 }).map((minProperties) => ({ type: "object", minProperties })),
    fc
      .tuple(
        fc.constantFrom(
          { type: "string" },
          { type: "integer" },
          { type: "string", format: "uuid" },
        ),
        fc.integer({ min: 2, max: 5 }),
      )
      .map(([items, minItems]) => ({ type: "array", items, minItems, uniqueItems: true })),
  ),
}));

test("a value made up for a schema is valid against it", () => {
  fc.assert(
    fc.property(schema, (made) => {
      expect(problem(made)).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

test("a reference into the schema is followed, also one that comes back to itself", () => {
  fc.assert(
    fc.property(schema, (part) => {
      expect(
        problem({
          $defs: { "a/b": part },
          type: "object",
          properties: { x: { $ref: "#/$defs/a~1b" }, y: { $ref: "#/$defs/a~1b" } },
          required: ["x", "y"],
        }),
      ).toBeUndefined();
    }),
    { numRuns: 50 },
  );
  const tree = {
    $defs: {
      node: {
        type: "object",
        properties: { below: { type: "array", items: { $ref: "#/$defs/node" } } },
        required: ["below"],
      },
    },
    $ref: "#/$defs/node",
  };
  expect(problem(tree)).toBeUndefined();
});

test("a schema that only refers to itself is given up, with a note", () => {
  const endless = { type: "object", properties: { next: { $ref: "#" } }, required: ["next"] };
  expect(madeUp(endless).notes.map(({ text }) => text)).toEqual([
    "the schema goes deeper than this",
  ]);
  expect(madeUp({ $ref: "#" }).value).toEqual("text");
});

test("only what is required is filled in, and what the schema offers itself goes first", () => {
  const schema = {
    type: "object",
    properties: {
      level: { enum: ["low", "high"], default: "high" },
      city: { type: "string", examples: ["Paris"] },
      count: { type: "integer", default: 7 },
      free: { type: "string" },
    },
    required: ["level", "city", "count"],
  };
  expect(madeUp(schema)).toEqual({ value: { level: "high", city: "Paris", count: 7 }, notes: [] });
});

test.each(["(?=x)y", "(a)\\1", "\\p{L}", "a{", "[", "(", "\\d+\\b(?<!x)"])(
  "a pattern that is not written out is named in a note: %s",
  (pattern) => {
    const { value, notes } = madeUp({
      type: "object",
      properties: { id: { type: "string", pattern } },
      required: ["id"],
    });
    expect(value).toEqual({ id: "text" });
    expect(notes).toEqual([{ at: "id", text: `must match ${pattern}` }]);
  },
);

test("a pattern that takes for ever is never run", () => {
  const { value } = madeUp({ type: "string", pattern: "^(?:a+)+$", minLength: 40 });
  expect(value).toMatch(/^a{40,}$/);
});

test.each([
  { minLength: 1e9, type: "string" },
  { type: "array", items: {}, minItems: 1e9 },
  { type: "object", minProperties: 1e9 },
  { type: "string", pattern: "^x$", minLength: 1e9 },
  { type: "string", pattern: "^(?:(?:a{9999}){9999}){9999}$" },
])("a demand beyond all reason ends in a small value: %j", (greedy) => {
  expect(JSON.stringify(madeUp(greedy).value).length).toBeLessThan(12_000);
});

test.each([
  true,
  false,
  null,
  7,
  "x",
  [],
  { type: 3 },
  { properties: [] },
  { required: [1, {}] },
  { anyOf: {} },
  { $ref: "https://example.com/x" },
  { $ref: "#/%" },
  { enum: [] },
])("nonsense for a schema still gives a value: %j", (nonsense) => {
  expect(madeUp(nonsense).value).not.toBeUndefined();
});
