import { blockPlaces } from "./places.ts";
import { child, type Entry, entriesOf, itemsOf, type Tree } from "./tree.ts";

/** One place of an `expect:` as it is written, with what must hold there. */
export interface WrittenPlace {
  readonly place: string;
  readonly entry: Entry;
}

/** The places below `expect:`; `error: {code: …}` is error.code, a block of the list `content` is content[0].type and so on. */
export function writtenPlaces(expect: Tree | undefined): readonly WrittenPlace[] {
  return entriesOf(expect).flatMap(([place, entry]) => {
    if (place === "error" && entry.value.kind === "map") {
      return entriesOf(entry.value).map(([part, below]) => ({
        place: `error.${part}`,
        entry: below,
      }));
    }
    if (place === "content" && entry.value.kind === "list") {
      return itemsOf(entry.value).flatMap((block, nth) =>
        entriesOf(block)
          .filter(([part]) => Object.hasOwn(blockPlaces, part))
          .map(([part, below]) => ({ place: `content[${nth}].${part}`, entry: below })),
      );
    }
    return [{ place, entry }];
  });
}

/** The maps of a step that look at places: its `expect` and its `retry.until`. */
export function expectTrees(step: Tree): readonly (Tree | undefined)[] {
  return [child(step, "expect"), child(child(step, "retry"), "until")];
}

/** Everything of a step that is judged: those, `wait_for.where` and the `when` of its answers. */
export function judgedTrees(step: Tree): readonly Tree[] {
  const expected = expectTrees(step).flatMap((tree) =>
    writtenPlaces(tree).map(({ entry }) => entry.value),
  );
  const where = entriesOf(child(child(step, "wait_for"), "where")).map(([, { value }]) => value);
  const when = rulesOf(child(step, "answers")).flatMap((rule) =>
    entriesOf(child(rule, "when")).map(([, { value }]) => value),
  );
  return [...expected, ...where, ...when];
}

/** The rules of `answers:` or `client:`; one rule may stand without a list. */
export function rulesOf(answers: Tree | undefined): readonly Tree[] {
  return ["sampling", "elicitation", "roots"].flatMap((key) => {
    const tree = child(answers, key);
    return tree?.kind === "map" ? [tree] : itemsOf(tree).filter(({ kind }) => kind === "map");
  });
}

/** The values of every predicate `name`, at any depth of what is judged; values to compare with are not looked into. */
export function predicateTrees(judged: Tree, name: string): readonly Tree[] {
  if (judged.kind === "list") {
    return sequenceParts(judged).flatMap((part) => predicateTrees(part, name));
  }
  return entriesOf(judged).flatMap(([key, { value }]) => {
    const own = key === name ? [value] : [];
    switch (key) {
      case "not":
      case "each":
      case "length":
        return [...own, ...predicateTrees(value, name)];
      case "all_of":
      case "any_of":
        return [...own, ...itemsOf(value).flatMap((item) => predicateTrees(item, name))];
      case "sequence":
        return [...own, ...sequenceParts(value).flatMap((part) => predicateTrees(part, name))];
      default:
        return own;
    }
  });
}

/** What is judged in a sequence: methods and params. */
function sequenceParts(sequence: Tree): readonly Tree[] {
  return itemsOf(sequence).flatMap((item) => {
    const method = child(item, "method");
    const params = entriesOf(child(item, "params")).map(([, { value }]) => value);
    return method === undefined ? params : [method, ...params];
  });
}

/** JSONPath keys of the maps that hold conditions on params, at any depth of what is judged. */
export function sequencePaths(judged: Tree): readonly (readonly [string, Entry])[] {
  const sequences = [
    ...predicateTrees(judged, "sequence"),
    ...(judged.kind === "list" ? [judged] : []),
  ];
  return sequences.flatMap((sequence) =>
    itemsOf(sequence).flatMap((item) => entriesOf(child(item, "params"))),
  );
}
