import { capturesIn } from "../captures.ts";
import type { Rows } from "../rows.ts";
import type { Finding } from "../source.ts";
import { child, entriesOf, type ScalarTree, type Tree, textOf } from "../tree.ts";
import { nearest, quote, showValue, suggestion } from "../wording.ts";
import { stepsOf } from "../written-steps.ts";

/** Keys of a step in which no `{{ name }}` is filled in. */
const neverFilled: ReadonlySet<string> = new Set(["server", "capture", "for_each", "timeout"]);

/** Names that are asked for before they exist, in the order setup, steps, teardown; `rows` by the value of a `for_each`. */
export function captureFindings(scenario: Tree, rows: ReadonlyMap<Tree, Rows>): readonly Finding[] {
  const outer = columnsOf(scenario, rows);
  const captured = new Set<string>();
  return stepsOf(scenario).flatMap((step) => {
    const columns = new Set([...outer, ...columnsOf(step, rows)]);
    const found = entriesOf(step)
      .filter(([key]) => !neverFilled.has(key))
      .flatMap(([key, { value }]) =>
        scalarsOf(value).flatMap((scalar) =>
          nameFindings(scalar, columns, key === "name" ? new Set() : captured),
        ),
      );
    const taken = entriesOf(child(step, "capture")).filter(([name]) => columns.has(name));
    entriesOf(child(step, "capture")).forEach(([name]) => captured.add(name));
    return [
      ...found,
      ...taken.map(([name, { keyOffset }]) => ({
        offset: keyOffset,
        message: `the capture ${quote(name)} has the name of a column of for_each`,
      })),
    ];
  });
}

function columnsOf(tree: Tree, rows: ReadonlyMap<Tree, Rows>): readonly string[] {
  const forEach = child(tree, "for_each");
  return forEach === undefined ? [] : (rows.get(forEach)?.columns ?? []);
}

function nameFindings(
  scalar: ScalarTree,
  columns: ReadonlySet<string>,
  captured: ReadonlySet<string>,
): readonly Finding[] {
  const text = textOf(scalar);
  return [...new Set(text === undefined ? [] : capturesIn(text))].flatMap((name) => {
    const column = name.startsWith("row.") ? name.slice("row.".length) : undefined;
    if (column === undefined ? captured.has(name) || columns.has(name) : columns.has(column)) {
      return [];
    }
    const shown = scalar.written === undefined ? `{{ ${name} }}` : showValue(scalar);
    const { offset } = scalar;
    if (column !== undefined) {
      const hint = suggestion(column, [...columns]).replace("Allowed here", "Columns");
      const message = `${shown} names no column of a for_each`;
      return [{ offset, message, ...(columns.size === 0 ? {} : { hint }) }];
    }
    const known = [...captured, ...columns];
    return [
      {
        offset,
        message: `${shown} names no capture of an earlier step of this scenario`,
        hint: nearest(name, known)
          ? suggestion(name, known)
          : "Capture it in an earlier step with capture:.",
      },
    ];
  });
}

function scalarsOf(tree: Tree | undefined): readonly ScalarTree[] {
  switch (tree?.kind) {
    case "scalar":
      return [tree];
    case "list":
      return tree.items.flatMap(scalarsOf);
    case "map":
      return [...tree.entries.values()].flatMap(({ value }) => scalarsOf(value));
    case undefined:
      return [];
  }
}
