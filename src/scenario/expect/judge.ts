import type { Expectation, Predicate, SequenceItem } from "../../config/index.ts";
import { equal } from "./difference.ts";
import { judgeEquals } from "./equality.ts";
import { type Found, present } from "./found.ts";
import { lookUpPath } from "./json-path.ts";
import { allOf, anyOf, type Judgement, notOf } from "./judgement.ts";
import { lengthOf } from "./length.ts";
import { member } from "./member.ts";
import { judgeSchema } from "./schema.ts";
import { judgeSequence } from "./sequence.ts";
import type { Show } from "./show.ts";
import { judgeContains, judgeEdge, judgeMatches } from "./text-predicates.ts";
import { judgeBound, judgeIncludes, judgeType } from "./value-predicates.ts";

type SnapshotPredicate = Extract<Predicate, { name: "snapshot" }>;

/** What judging needs beside the value. */
export interface JudgeDeps {
  readonly show: Show;
  /** Compares with the stored snapshot of this place. */
  snapshot(predicate: SnapshotPredicate, value: unknown): Promise<Judgement>;
}

/**
 * Applies a predicate to what was found.
 *
 * Where nothing was found only `exists: false` holds. Throws NOT_JUDGEABLE when a pattern, path or schema is unsound or
 * too slow.
 */
export async function judge(
  predicate: Predicate,
  found: Found,
  deps: JudgeDeps,
): Promise<Judgement> {
  if ("of" in predicate) {
    return judgeCompound(predicate, found, deps);
  }
  if (predicate.name === "exists") {
    const actual = found.found ? deps.show(found.value) : found.why;
    return { ok: found.found === predicate.value, actual };
  }
  return found.found
    ? judgeValue(predicate, found, deps)
    : { ok: false, unfit: true, actual: found.why };
}

type Compound = Extract<Predicate, { readonly of: unknown }>;

async function judgeCompound(
  predicate: Compound,
  found: Found,
  deps: JudgeDeps,
): Promise<Judgement> {
  const seen = found.found ? deps.show(found.value) : found.why;
  switch (predicate.name) {
    case "not":
      return notOf(await judgeAll(predicate.of, found, deps));
    case "all_of":
      return allOf(await judgeLists(predicate.of, found, deps), seen);
    case "any_of":
      return anyOf(await judgeLists(predicate.of, found, deps), seen);
    case "each":
      return judgeEach(predicate.of, found, deps);
    case "length":
      return judgeLength(predicate.of, found, deps);
    default:
      return predicate satisfies never;
  }
}

/** Applies predicates that must all hold. */
async function judgeAll(
  predicates: readonly Predicate[],
  found: Found,
  deps: JudgeDeps,
): Promise<Judgement> {
  const judgements: Judgement[] = [];
  for (const predicate of predicates) {
    judgements.push(await judge(predicate, found, deps));
  }
  return allOf(judgements, found.found ? deps.show(found.value) : found.why);
}

async function judgeLists(
  lists: readonly (readonly Predicate[])[],
  found: Found,
  deps: JudgeDeps,
): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const predicates of lists) {
    judgements.push(await judgeAll(predicates, found, deps));
  }
  return judgements;
}

/** Holds of an empty list. */
async function judgeEach(
  predicates: readonly Predicate[],
  found: Found,
  deps: JudgeDeps,
): Promise<Judgement> {
  const elements = found.each ?? (found.found ? found.value : undefined);
  if (!Array.isArray(elements)) {
    const actual = found.found ? `${deps.show(found.value)}, not a list` : found.why;
    return { ok: false, unfit: true, actual };
  }
  for (const [index, element] of (elements as readonly unknown[]).entries()) {
    const judgement = await judgeAll(predicates, present(element), deps);
    if (!judgement.ok) {
      return { ...judgement, actual: `${judgement.actual} at element ${index}` };
    }
  }
  return { ok: true, actual: deps.show(elements) };
}

async function judgeLength(
  predicates: readonly Predicate[],
  found: Found,
  deps: JudgeDeps,
): Promise<Judgement> {
  const length = lengthOf(found);
  if (length === undefined) {
    const actual = found.found ? `${deps.show(found.value)}, which has no length` : found.why;
    return { ok: false, unfit: true, actual };
  }
  const judgement = await judgeAll(predicates, present(length), deps);
  return { ...judgement, actual: `of length ${length}` };
}

type OfValue = Exclude<Predicate, Compound | { readonly name: "exists" }>;

async function judgeValue(
  predicate: OfValue,
  { value, each }: Extract<Found, { found: true }>,
  deps: JudgeDeps,
): Promise<Judgement> {
  const { show } = deps;
  switch (predicate.name) {
    case "equals":
      // A path that may match several values may be compared with the list of them, also when it is one.
      return each !== undefined && equal(predicate.value, each)
        ? { ok: true, actual: show(each) }
        : judgeEquals(predicate.value, value, show);
    case "contains":
      return judgeContains(predicate.value, value, show);
    case "starts_with":
    case "ends_with":
      return judgeEdge(predicate.name, predicate.value, value, show);
    case "includes":
      return judgeIncludes(predicate.value, value, show);
    case "matches":
      return judgeMatches(predicate.value, value, show);
    case "above":
    case "below":
    case "at_least":
    case "at_most":
    case "between":
      return judgeBound(predicate, value, show);
    case "one_of":
      return {
        ok: predicate.value.some((candidate) => equal(candidate, value)),
        actual: show(value),
      };
    case "type":
      return judgeType(predicate.value, value, show);
    case "schema":
      return judgeSchema(predicate.value, value, show);
    case "snapshot":
      return deps.snapshot(predicate, value);
    case "sequence":
      return judgeSequence(predicate.items, value, show, (item, message) =>
        fitsItem(item, message, deps),
      );
    default:
      return predicate satisfies never;
  }
}

/** Whether all expectations hold of a value, their places being JSONPaths into it. */
export async function holdsOf(
  expectations: readonly Expectation[],
  value: unknown,
  deps: JudgeDeps,
): Promise<boolean> {
  for (const { place, predicate } of expectations) {
    const found = await lookUpPath(place, value, deps.show);
    if (!(await judge(predicate, found, deps)).ok) {
      return false;
    }
  }
  return true;
}

async function fitsItem(item: SequenceItem, message: unknown, deps: JudgeDeps): Promise<boolean> {
  const method = await judgeAll(item.method, present(member(message, "method")), deps);
  return method.ok && (await holdsOf(item.params, member(message, "params"), deps));
}
