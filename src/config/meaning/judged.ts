import { capturesIn } from "../captures.ts";
import { predicateNames } from "../judged.ts";
import type { Kind } from "../places.ts";
import type { Finding } from "../source.ts";
import { entriesOf, itemsOf, type Tree, textOf } from "../tree.ts";
import { showValue } from "../wording.ts";

/** The kinds of value that a predicate can look into; those not listed go with every kind. */
const applies: Readonly<Record<string, readonly Kind[]>> = {
  contains: ["text", "list"],
  includes: ["list"],
  starts_with: ["text"],
  ends_with: ["text"],
  matches: ["text"],
  above: ["number"],
  below: ["number"],
  at_least: ["number"],
  at_most: ["number"],
  between: ["number"],
  length: ["text", "list"],
  each: ["list"],
  schema: ["list"],
  // A number that is measured is never the same twice.
  snapshot: ["text", "boolean", "list"],
};

const kindWords: Readonly<Record<Exclude<Kind, "any">, string>> = {
  text: "text",
  number: "a number",
  boolean: "true or false",
  list: "a list",
};

export interface JudgedContext {
  /** As messages call it. */
  readonly place: string;
  readonly kind: Kind;
  /** Whether its elements have methods, so that they may stand in a sequence. */
  readonly ordered: boolean;
}

/** Predicates that can never hold at a place of this kind. */
export function judgedFindings(tree: Tree, context: JudgedContext): readonly Finding[] {
  const { place, kind, ordered } = context;
  if (tree.kind === "scalar") {
    return comparedFindings(tree, context);
  }
  if (tree.kind === "list") {
    return [];
  }
  return entriesOf(tree).flatMap(([name, { keyOffset, value }]) => {
    if (!predicateNames.some((known) => known === name)) {
      return [];
    }
    if (name === "sequence") {
      return ordered
        ? []
        : [
            wrong(
              keyOffset,
              place,
              "has no order; sequence judges notifications, progress and requests",
            ),
          ];
    }
    const kinds = applies[name];
    if (kinds !== undefined && kind !== "any" && !kinds.includes(kind)) {
      return [wrong(keyOffset, place, `is ${kindWords[kind]}; ${suited(name, kind)}`)];
    }
    switch (name) {
      case "equals":
        return comparedFindings(value, context);
      case "one_of":
        return itemsOf(value).flatMap((item) => comparedFindings(item, context));
      case "not":
        return judgedFindings(value, context);
      case "all_of":
      case "any_of":
        return itemsOf(value).flatMap((item) => judgedFindings(item, context));
      case "length":
        return judgedFindings(value, {
          place: `the length of ${place}`,
          kind: "number",
          ordered: false,
        });
      case "each":
        return judgedFindings(value, { place: `each of ${place}`, kind: "any", ordered: false });
      default:
        return [];
    }
  });
}

function wrong(offset: number, place: string, why: string): Finding {
  return { offset, message: `${place} ${why}` };
}

function suited(name: string, kind: Kind): string {
  const others = Object.entries(applies).flatMap(([other, kinds]) =>
    kinds.includes(kind) ? [other] : [],
  );
  return kind === "number"
    ? `judge it with above, below, between or a number`
    : `${name} does not apply; ${["equals", ...others].slice(0, 6).join(", ")} do`;
}

/** A value of another kind than the place has. What is filled in later may become any kind. */
function comparedFindings(tree: Tree, { place, kind }: JudgedContext): readonly Finding[] {
  if (kind === "any" || (tree.kind === "scalar" && tree.broken)) {
    return [];
  }
  const text = textOf(tree);
  if (text !== undefined && capturesIn(text).length > 0) {
    return [];
  }
  const given: Kind | "other" =
    tree.kind === "list"
      ? "list"
      : tree.kind === "map" || tree.value === null
        ? "other"
        : typeof tree.value === "string"
          ? "text"
          : typeof tree.value === "number"
            ? "number"
            : "boolean";
  if (given === kind) {
    return [];
  }
  const how = kind === "number" ? "; judge it with above, below, between or a number" : "";
  return [
    {
      offset: tree.offset,
      message: `${place} is ${kindWords[kind]} and never ${showValue(tree)}${how}`,
    },
  ];
}
