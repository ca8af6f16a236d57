import type { Predicate } from "../../config/index.ts";
import type { Show } from "./show.ts";

/** What a predicate asks for, in words that follow "expected". */
export function wordsOf(predicate: Predicate, show: Show): string {
  switch (predicate.name) {
    case "equals":
      return show(predicate.value);
    case "contains":
      return `to contain ${show(predicate.value)}`;
    case "starts_with":
      return `to start with ${show(predicate.value)}`;
    case "ends_with":
      return `to end with ${show(predicate.value)}`;
    case "includes":
      return `to include ${show(predicate.value)}`;
    case "matches":
      return `to match ${show(predicate.value)}`;
    case "above":
      return `more than ${show(predicate.value)}`;
    case "below":
      return `less than ${show(predicate.value)}`;
    case "at_least":
      return `at least ${show(predicate.value)}`;
    case "at_most":
      return `at most ${show(predicate.value)}`;
    case "between":
      return `from ${show(predicate.value[0])} to ${show(predicate.value[1])}`;
    case "one_of":
      return `one of ${show(predicate.value)}`;
    case "exists":
      return predicate.value ? "something there" : "nothing there";
    case "type":
      return `the type ${predicate.value}`;
    case "schema":
      return "to match its schema";
    case "snapshot":
      return "what the snapshot has";
    case "length":
      return `a length of ${all(predicate.of, show)}`;
    case "each":
      return `each element ${all(predicate.of, show)}`;
    case "not":
      return `not ${all(predicate.of, show)}`;
    case "all_of":
      return predicate.of.map((list) => `(${all(list, show)})`).join(" and ");
    case "any_of":
      return predicate.of.map((list) => `(${all(list, show)})`).join(" or ");
    case "sequence":
      return `a sequence of ${predicate.items.length}`;
    default:
      return predicate satisfies never;
  }
}

/** What is expected as a verdict shows it beside the predicate's name: the bare value where there is one. */
export function expectedText(predicate: Predicate, show: Show): string {
  return "value" in predicate && predicate.name !== "schema" && predicate.name !== "exists"
    ? show(predicate.value)
    : wordsOf(predicate, show);
}

function all(predicates: readonly Predicate[], show: Show): string {
  return predicates.map((predicate) => wordsOf(predicate, show)).join(" and ");
}
