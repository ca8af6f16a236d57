import type { ExpectSpec } from "./expect.ts";
import type { JudgedSpec, SequenceItemSpec } from "./judged.ts";
import type { Expectation } from "./predicate.ts";
import { expectationsAt, type Making } from "./predicates-of.ts";
import type { Path } from "./tree.ts";

/** A step's expectations one by one, in the order written; a bare value is `equals`. `path` is that of `expect`. */
export function expectationsOf(
  spec: ExpectSpec | undefined,
  path: Path,
  making: Making,
): readonly Expectation[] {
  const found = Object.entries(spec ?? {}).flatMap(([key, value]) => {
    const own = [...path, key];
    if (key === "error" && typeof value === "object" && value !== null) {
      return Object.entries(value).flatMap(([part, judged]: [string, JudgedSpec | undefined]) =>
        judged === undefined ? [] : expectationsAt(judged, `error.${part}`, [...own, part], making),
      );
    }
    if (key === "content" && Array.isArray(value)) {
      // A list under `content` is one of blocks; the schema has checked it.
      return blocksOf(value as readonly Readonly<Record<string, JudgedSpec>>[], own, making);
    }
    // What has a form of its own was taken above; everything else is judged as it is.
    const judged = value as JudgedSpec | readonly SequenceItemSpec[] | undefined;
    return judged === undefined ? [] : expectationsAt(judged, key, own, making);
  });
  // The schema gives known places first, whatever the order they were written in.
  return found.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

/** As many blocks as the list has, and what holds of each. */
function blocksOf(
  blocks: readonly Readonly<Record<string, JudgedSpec>>[],
  path: Path,
  making: Making,
): readonly Expectation[] {
  const count: Expectation = {
    place: "content.length",
    predicate: { name: "equals", value: blocks.length },
    at: making.locate(path),
  };
  const each = blocks.flatMap((block, nth) =>
    Object.entries(block).flatMap(([part, judged]) =>
      expectationsAt(judged, `content[${nth}].${part}`, [...path, nth, part], making),
    ),
  );
  return [count, ...each];
}
