import type { Path, ScalarTree, Tree } from "./tree.ts";

/**
 * Maps inherit nothing but this. The schema library compares the `length` of whatever has one, so also that of a map with
 * such a key; a map that cannot become a number would end us there.
 */
const prototype: object = Object.freeze(
  Object.assign(Object.create(null) as object, { [Symbol.toPrimitive]: () => Number.NaN }),
);

/** The tree as plain values for the schema. */
export function plainOf(tree: Tree, path: Path = []): unknown {
  switch (tree.kind) {
    case "list":
      return tree.items.map((item, index) => plainOf(item, [...path, index]));
    case "map": {
      const map = Object.create(prototype) as Record<string, unknown>;
      for (const [key, entry] of tree.entries) {
        map[key] = plainOf(entry.value, [...path, key]);
      }
      return map;
    }
    case "scalar":
      return scalarOf(tree, path);
  }
}

/**
 * Environment, arguments and build arguments are text in the end: there `1.10` and `012` stay as written. Parameters of a
 * template may be numbers, but not other numbers than were written.
 */
function scalarOf({ value, text }: ScalarTree, path: Path): unknown {
  if (
    (path[0] !== "servers" && path[0] !== "services") ||
    (typeof value !== "number" && typeof value !== "boolean")
  ) {
    return value;
  }
  const [, , section, below] = path;
  const isText =
    (path.length === 4 && (section === "env" || section === "args")) ||
    (path.length === 5 && section === "build" && below === "args");
  const changed = path.length === 4 && section === "with" && String(value) !== text;
  return isText || changed ? text : value;
}
