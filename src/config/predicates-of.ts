import {
  type JudgedSpec,
  type PredicatesSpec,
  predicateNames,
  type SequenceItemSpec,
} from "./judged.ts";
import type { Expectation, Predicate, SequenceItem } from "./predicate.ts";
import type { Path, Position, Tree } from "./tree.ts";

/** What is needed to make loaded conditions of written ones. Paths are those of the run file. */
export interface Making {
  locate(path: Path): Position;
  treeAt(path: Path): Tree | undefined;
  /** By the value of the predicate `schema`. */
  readonly schemas: ReadonlyMap<Tree, unknown>;
  /** The key of a snapshot, by the name it was given or else by its place. */
  snapshotKey(place: string, name: string | undefined): string;
}

/** The predicates of a judged value; a bare value is `equals`, a bare list a sequence. */
function predicatesOf(
  spec: JudgedSpec | readonly SequenceItemSpec[],
  place: string,
  path: Path,
  making: Making,
): readonly Predicate[] {
  if (Array.isArray(spec)) {
    return [sequenceOf(spec, place, path, making)];
  }
  if (typeof spec !== "object" || spec === null) {
    return [{ name: "equals", value: spec }];
  }
  const written: PredicatesSpec = spec;
  return predicateNames.flatMap((name) =>
    written[name] === undefined ? [] : [predicateOf(name, written, place, [...path, name], making)],
  );
}

/** Conditions by JSONPath, in the order written. */
export function conditionsOf(
  spec: Readonly<Record<string, JudgedSpec>>,
  path: Path,
  making: Making,
): readonly Expectation[] {
  return Object.entries(spec).flatMap(([place, judged]) =>
    expectationsAt(judged, place, [...path, place], making),
  );
}

/** One expectation for each predicate, with its position. */
export function expectationsAt(
  spec: JudgedSpec | readonly SequenceItemSpec[],
  place: string,
  path: Path,
  making: Making,
): readonly Expectation[] {
  return predicatesOf(spec, place, path, making).map((predicate) => ({
    place,
    predicate,
    at: making.locate([...path, predicate.name]),
  }));
}

function predicateOf(
  name: (typeof predicateNames)[number],
  spec: PredicatesSpec,
  place: string,
  path: Path,
  making: Making,
): Predicate {
  const inner = (judged: JudgedSpec | undefined, below: Path) =>
    judged === undefined ? [] : predicatesOf(judged, place, below, making);
  if (name === "length" || name === "not" || name === "each") {
    return { name, of: inner(spec[name], path) };
  }
  if (name === "all_of" || name === "any_of") {
    return { name, of: (spec[name] ?? []).map((item, nth) => inner(item, [...path, nth])) };
  }
  if (name === "schema") {
    const tree = making.treeAt(path);
    return { name, value: tree === undefined ? true : making.schemas.get(tree) };
  }
  if (name === "snapshot") {
    const given = typeof spec.snapshot === "object" ? spec.snapshot : undefined;
    const own = typeof spec.snapshot === "string" ? spec.snapshot : given?.name;
    return { name, key: making.snapshotKey(place, own), mask: given?.mask ?? [] };
  }
  if (name === "sequence") {
    return sequenceOf(spec.sequence ?? [], place, path, making);
  }
  // The schema has checked that the value is of the predicate's kind.
  return { name, value: spec[name] } as Predicate;
}

function sequenceOf(
  items: readonly SequenceItemSpec[],
  place: string,
  path: Path,
  making: Making,
): Predicate {
  return {
    name: "sequence",
    items: items.map((item, nth): SequenceItem => {
      if (typeof item === "string") {
        return { method: [{ name: "equals", value: item }], params: [] };
      }
      const below = [...path, nth];
      const method = item.method;
      return {
        method:
          method === undefined ? [] : predicatesOf(method, place, [...below, "method"], making),
        params: conditionsOf(item.params ?? {}, [...below, "params"], making),
      };
    }),
  };
}
