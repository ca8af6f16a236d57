import { isObject, valueChecks } from "./checks.ts";
import type { Dialect } from "./dialect.ts";
import { anyOf, items, object, oneOf } from "./inner-checks.ts";
import { dereference } from "./reference.ts";
import { attempt, type Check, fail, OutOfSteps, type Run } from "./run.ts";

/** Keywords that check nothing. */
const notes: ReadonlySet<string> = new Set(
  (
    "$schema $id $defs $comment definitions title description default examples deprecated readOnly writeOnly " +
    "contentEncoding contentMediaType"
  ).split(" "),
);
/** Keywords of the dialects that are left to the library. */
const libraryWords: ReadonlySet<string> = new Set(
  (
    "pattern patternProperties uniqueItems contains minContains maxContains dependentRequired dependentSchemas " +
    "dependencies additionalItems unevaluatedItems unevaluatedProperties contentSchema $anchor $dynamicRef " +
    "$dynamicAnchor $recursiveRef $recursiveAnchor $vocabulary"
  ).split(" "),
);

/**
 * Turns schemas of one document into checks, those that use only the words that most schemas use.
 *
 * The library takes 45 ms to load and 12 to 20 ms for each definition of MCP's own schema, on every cold run; this
 * takes less than one. Both judge alike: a property test compares them.
 */
export class Checker {
  readonly #root: unknown;
  readonly #dialect: Dialect;
  readonly #formats: boolean;
  readonly #known = new Map<unknown, Check>();

  constructor(root: unknown, dialect: Dialect, formats = false) {
    this.#root = root;
    this.#dialect = dialect;
    this.#formats = formats;
  }

  /**
   * The check of a schema of this document; undefined when it, or what its `$ref`s lead to, needs the library.
   *
   * After that no other check of the document may be used: one in a circle with it has a gap.
   */
  compile(schema: unknown): Check | undefined {
    if (schema === true) {
      return () => true;
    }
    if (schema === false) {
      return (_, run) => fail(run, "", "must not be there");
    }
    const known = this.#known.get(schema);
    if (known !== undefined) {
      return known;
    }
    if (!isObject(schema)) {
      return undefined;
    }
    // Entered before its parts are made, so that a schema which holds itself finds itself.
    this.#known.set(schema, (value, run) => whole?.(value, run) ?? true);
    const whole = this.#all(schema);
    if (whole === undefined) {
      this.#known.delete(schema);
    } else {
      this.#known.set(schema, whole);
    }
    return whole;
  }

  #all(schema: Readonly<Record<string, unknown>>): Check | undefined {
    if (schema !== this.#root && Object.hasOwn(schema, "$id")) {
      return undefined;
    }
    const checks: Check[] = [];
    const words =
      this.#dialect === "draft-07" && Object.hasOwn(schema, "$ref") ? ["$ref"] : wordsOf(schema);
    for (const word of words) {
      const made = this.#word(word, schema);
      if (made === undefined) {
        return undefined;
      }
      if (made !== "note") {
        checks.push(made);
      }
    }
    return (value, run) => {
      run.steps -= 1;
      if (run.steps < 0) {
        throw new OutOfSteps();
      }
      let good = true;
      for (const check of checks) {
        if (!check(value, run)) {
          good = false;
          if (run.problems.length >= run.limit) {
            return false;
          }
        }
      }
      return good;
    };
  }

  #word(word: string, schema: Readonly<Record<string, unknown>>): Check | "note" | undefined {
    const wanted = schema[word];
    const simple = Object.hasOwn(valueChecks, word) ? valueChecks[word] : undefined;
    if (simple !== undefined) {
      // The soundness of each keyword's value is tested before anything is compiled.
      return simple(wanted as never);
    }
    switch (word) {
      case "$ref":
        return this.#reference(wanted);
      case "allOf":
        return this.#each(
          wanted,
          (checks) => (value, run) => checks.every((check) => check(value, run)),
        );
      case "anyOf":
        return this.#each(wanted, anyOf);
      case "oneOf":
        return this.#each(wanted, oneOf);
      case "not":
        return this.#one(
          wanted,
          (check) => (value, run) =>
            !attempt(run, value, check) || fail(run, "not", "is what its schema excludes"),
        );
      case "if":
        return this.#condition(schema);
      case "properties":
        return this.#object(schema);
      case "additionalProperties":
        return Object.hasOwn(schema, "properties") ? "note" : this.#object(schema);
      case "propertyNames":
        return this.#one(
          wanted,
          (check) => (value, run) =>
            !isObject(value) || Object.keys(value).every((key) => check(key, run)),
        );
      case "items":
      case "prefixItems":
        return this.#items(word, schema);
      default:
        return libraryWords.has(word) || (word === "format" && this.#formats) ? undefined : "note";
    }
  }

  #reference(reference: unknown): Check | undefined {
    const found = typeof reference === "string" ? dereference(this.#root, reference) : undefined;
    return found?.kind === "found" ? this.compile(found.schema) : undefined;
  }

  #one(schema: unknown, make: (check: Check) => Check): Check | undefined {
    const check = this.compile(schema);
    return check === undefined ? undefined : make(check);
  }

  #each(schemas: unknown, make: (checks: readonly Check[]) => Check): Check | undefined {
    const checks = Array.isArray(schemas)
      ? schemas.map((schema) => this.compile(schema))
      : [undefined];
    return checks.every((check) => check !== undefined) ? make(checks) : undefined;
  }

  #condition(schema: Readonly<Record<string, unknown>>): Check | undefined {
    const [test, yes, no] = ["if", "then", "else"].map((word) =>
      this.compile(Object.hasOwn(schema, word) ? schema[word] : true),
    );
    return test === undefined || yes === undefined || no === undefined
      ? undefined
      : (value: unknown, run: Run) => (attempt(run, value, test) ? yes : no)(value, run);
  }

  #object(schema: Readonly<Record<string, unknown>>): Check | undefined {
    const { properties = {}, additionalProperties: rest = true } = schema;
    const others = this.compile(rest);
    const members = new Map<string, Check>();
    for (const [key, member] of Object.entries(isObject(properties) ? properties : {})) {
      const check = this.compile(member);
      if (check === undefined) {
        return undefined;
      }
      members.set(key, check);
    }
    return others === undefined || Object.hasOwn(schema, "patternProperties")
      ? undefined
      : object(members, rest === true ? undefined : others, rest === false);
  }

  #items(word: string, schema: Readonly<Record<string, unknown>>): Check | "note" | undefined {
    if (
      word === "prefixItems" &&
      (this.#dialect === "draft-07" || Object.hasOwn(schema, "items"))
    ) {
      return "note";
    }
    // An array of schemas as `items` is a tuple of draft-07, left to the library.
    const rest = this.compile(Object.hasOwn(schema, "items") ? schema["items"] : true);
    const prefix = this.#dialect === "2020-12" ? (schema["prefixItems"] ?? []) : [];
    return rest === undefined ? undefined : this.#each(prefix, (checks) => items(checks, rest));
  }
}

/** The type first: of a value of the wrong kind nothing else is worth telling. */
function wordsOf(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const words = Object.keys(schema).filter((word) => !notes.has(word) && word !== "type");
  return Object.hasOwn(schema, "type") ? ["type", ...words] : words;
}
