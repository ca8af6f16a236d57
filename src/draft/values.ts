import { numberValue } from "./number-value.ts";
import { flattened, isSchema, listOf, member, numberOr, type Schema } from "./schema-parts.ts";
import { stringValue } from "./string-value.ts";

/** A value for a schema, and what a person should look at, each with its place in the value. */
export interface MadeUp {
  readonly value: unknown;
  readonly notes: readonly Note[];
}

export interface Note {
  /** `entities[0].name`; empty for the value itself. */
  readonly at: string;
  readonly text: string;
}

const deepest = 12;
const mostItems = 100;

/**
 * Makes up a value that a JSON Schema allows: the schema's own default or example where it gives one, else the
 * plainest value of its type, with no more properties than are required.
 *
 * Of alternatives the first is taken. What cannot be satisfied by construction (`not`, `if`, odd patterns) has to be
 * found out by validating the value.
 */
export function madeUp(schema: unknown): MadeUp {
  const notes: Note[] = [];
  const value = make(schema, "", 0, 0);
  return { value, notes };

  function make(given: unknown, at: string, depth: number, variant: number): unknown {
    const flat = flattened(given, schema);
    const ready = ownValue(flat, variant);
    if (ready !== undefined) {
      return ready.value;
    }
    if (depth > deepest) {
      notes.push({ at, text: "the schema goes deeper than this" });
      return null;
    }
    switch (typeOf(flat)) {
      case "string": {
        const { text, note } = stringValue(flat, variant);
        if (note !== null) {
          notes.push({ at, text: note });
        }
        return text;
      }
      case "integer":
      case "number":
        return number(flat, at, variant);
      case "boolean":
        return variant % 2 === 0;
      case "null":
        return null;
      case "array":
        return array(flat, at, depth, variant);
      default:
        return object(flat, at, depth, variant);
    }
  }

  function number(flat: Schema, at: string, variant: number): number {
    const found = numberValue(flat, typeOf(flat) === "integer", variant);
    if (found === undefined) {
      notes.push({ at, text: "no number was found that satisfies the schema" });
    }
    return found ?? 0;
  }

  function array(flat: Schema, at: string, depth: number, variant: number): unknown[] {
    const { items, prefixItems } = flat;
    const first = listOf(prefixItems ?? (Array.isArray(items) ? items : undefined));
    const rest = Array.isArray(items) ? flat["additionalItems"] : items;
    const max = numberOr(flat["maxItems"], Infinity);
    const min = Math.max(numberOr(flat["minItems"], 0), flat["contains"] === undefined ? 0 : 1);
    // An empty list is a poor example; one element shows what is meant.
    const wanted = Math.max(min, first.length, rest === false || depth >= 6 ? 0 : 1);
    const length = Math.min(wanted, max, mostItems, rest === false ? first.length : Infinity);
    if (min > mostItems) {
      notes.push({ at, text: `must have ${min} elements` });
    }
    const differ = flat["uniqueItems"] === true;
    return Array.from({ length }, (_, index) => {
      const schemaOfItem = first[index] ?? flat["contains"] ?? rest ?? { type: "string" };
      const element = index < first.length || !differ ? variant : variant + index;
      return make(schemaOfItem, `${at}[${index}]`, depth + 1, element);
    });
  }

  function object(flat: Schema, at: string, depth: number, variant: number): unknown {
    const properties = isSchema(flat["properties"]) ? flat["properties"] : {};
    const names = new Set(listOf(flat["required"]).filter((name) => typeof name === "string"));
    const min = numberOr(flat["minProperties"], 0);
    for (const name of Object.keys(properties)) {
      if (names.size < min && properties[name] !== false) {
        names.add(name);
      }
    }
    for (let count = names.size; count < min && count < mostItems; count += 1) {
      names.add(`key${count + 1}`);
    }
    const extra = flat["additionalProperties"];
    // fromEntries makes own properties, also of a name such as __proto__.
    return Object.fromEntries(
      [...names].map((name) => {
        const below = member(properties, name) ?? (isSchema(extra) ? extra : { type: "string" });
        return [name, make(below, at === "" ? name : `${at}.${name}`, depth + 1, variant)];
      }),
    );
  }
}

/** What the schema itself says a value could be. */
function ownValue(flat: Schema, variant: number): { readonly value: unknown } | undefined {
  if (Object.hasOwn(flat, "const")) {
    return { value: flat["const"] };
  }
  const options = listOf(flat["enum"]);
  if (options.length > 0) {
    const usual = flat["default"];
    const at = variant === 0 && options.includes(usual) ? options.indexOf(usual) : variant;
    return { value: options[at % options.length] };
  }
  const examples = listOf(flat["examples"]);
  if (variant < examples.length) {
    return { value: examples[variant] };
  }
  return variant === 0 && Object.hasOwn(flat, "default") && flat["default"] !== null
    ? { value: flat["default"] }
    : undefined;
}

/** The type a value is made of; where the schema names none, what its keywords speak of. */
function typeOf(flat: Schema): string {
  const types = [flat["type"]].flat().filter((type) => typeof type === "string");
  const named = types.find((type) => type !== "null") ?? types[0];
  if (named !== undefined) {
    return named;
  }
  const has = (...keys: readonly string[]) => keys.some((key) => Object.hasOwn(flat, key));
  if (has("properties", "required", "additionalProperties", "minProperties")) {
    return "object";
  }
  if (has("items", "prefixItems", "minItems", "contains", "uniqueItems")) {
    return "array";
  }
  return has("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
    ? "number"
    : "string";
}
