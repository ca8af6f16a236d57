import type { Expectation, Predicate, SequenceItem } from "../../config/index.ts";
import { fill, fillPattern, fillString, type Scope } from "./fill.ts";

/** An expectation with captures and row values filled in; its place may be a path with a filter. */
export function fillExpectation(expectation: Expectation, scope: Scope): Expectation {
  return {
    ...expectation,
    place: fillString(expectation.place, scope),
    predicate: fillPredicate(expectation.predicate, scope),
  };
}

/** Schemas, types, bounds and what names a snapshot stay as they are written. */
function fillPredicate(predicate: Predicate, scope: Scope): Predicate {
  switch (predicate.name) {
    case "equals":
    case "contains":
    case "starts_with":
    case "ends_with":
    case "includes":
      return { ...predicate, value: fill(predicate.value, scope) };
    case "one_of":
      return { ...predicate, value: predicate.value.map((value) => fill(value, scope)) };
    case "matches":
      return { ...predicate, value: fillPattern(predicate.value, scope) };
    case "length":
    case "not":
    case "each":
      return { ...predicate, of: predicate.of.map((inner) => fillPredicate(inner, scope)) };
    case "all_of":
    case "any_of":
      return {
        ...predicate,
        of: predicate.of.map((list) => list.map((inner) => fillPredicate(inner, scope))),
      };
    case "sequence":
      return { ...predicate, items: predicate.items.map((item) => fillItem(item, scope)) };
    case "above":
    case "below":
    case "at_least":
    case "at_most":
    case "between":
    case "exists":
    case "type":
    case "schema":
    case "snapshot":
      return predicate;
    default:
      return predicate satisfies never;
  }
}

function fillItem(item: SequenceItem, scope: Scope): SequenceItem {
  return {
    method: item.method.map((inner) => fillPredicate(inner, scope)),
    params: item.params.map((inner) => fillExpectation(inner, scope)),
  };
}
