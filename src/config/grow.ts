import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
} from "yaml";
import { aliasTargets } from "./aliases.ts";
import { expressionOffsets, type FilledIn, fillIn, type Lookup } from "./interpolate.ts";
import { numberProblem, plainValue, typedValue } from "./scalars.ts";
import type { Finding } from "./source.ts";
import type { Entry, ScalarTree, Tree } from "./tree.ts";

export interface Grown {
  readonly tree: Tree;
  readonly findings: readonly Finding[];
  /** The text with every filled-in value written as JSON text, which is YAML too. */
  readonly text: string;
  readonly names: ReadonlySet<string>;
}

/** Values after aliases are followed: a bomb of aliases ends here, whatever it would have grown to. */
const maxValues = 50_000;

/** Names that reach the prototype when an object is copied carelessly. */
export const prototypeNames: ReadonlySet<string> = new Set([
  "__proto__",
  "constructor",
  "prototype",
]);

/**
 * Makes the tree of a document: aliases followed, `${…}` filled in. Filling in happens in the scalars of the document
 * and not in its text, so a value can never add keys, lines or comments, and every position stays exact.
 */
export function grow(document: Document.Parsed, source: string, lookup: Lookup): Grown {
  const findings: Finding[] = [];
  const names = new Set<string>();
  const replacements = new Map<number, { readonly end: number; readonly text: string }>();
  const targets = aliasTargets(document.contents);
  const open = new Set<Node>();
  let values = 0;

  function visit(node: Node | null): Tree {
    const offset = node?.range?.[0] ?? 0;
    values += 1;
    if (values > maxValues) {
      if (values === maxValues + 1) {
        findings.push({ offset, message: `aliases make it more than ${maxValues} values` });
      }
      return broken(offset);
    }
    if (isAlias(node)) {
      return followed(node, offset);
    }
    if (isMap(node)) {
      open.add(node);
      const entries = entriesOfMap(node.items);
      open.delete(node);
      return { kind: "map", offset, entries };
    }
    if (isSeq(node)) {
      open.add(node);
      // The items of a parsed list are nodes; the type of the library allows anything.
      const items = node.items.map((item) => visit(item as Node | null));
      open.delete(node);
      return { kind: "list", offset, items };
    }
    return isScalar(node) ? scalar(node, offset) : broken(offset);
  }

  function followed(alias: Alias, offset: number): Tree {
    const target = targets.get(alias);
    if (target === undefined || open.has(target)) {
      const why = target === undefined ? "has no anchor above it" : "contains itself";
      findings.push({ offset, message: `the alias *${alias.source} ${why}` });
      return broken(offset);
    }
    return visit(target);
  }

  function entriesOfMap(pairs: readonly Pair[]): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const pair of pairs) {
      // Keys and values of a parsed map are nodes; the type of the library allows anything.
      const key = pair.key as Node;
      const keyOffset = key.range?.[0] ?? 0;
      const name = isScalar(key) ? String(key.value) : undefined;
      const value = visit(pair.value as Node | null);
      const wrong = name === undefined ? "a key must be text" : keyProblem(name);
      const earlier = name === undefined ? undefined : entries.get(name);
      if (wrong !== undefined) {
        findings.push({ offset: keyOffset, message: wrong });
      } else if (earlier !== undefined) {
        findings.push({
          offset: keyOffset,
          message: `the key ${JSON.stringify(name)} is here twice; it was first written at`,
          first: earlier.keyOffset,
        });
      } else if (name !== undefined) {
        // A value left out has no place of its own.
        const placed = pair.value === null ? { ...value, offset: keyOffset } : value;
        entries.set(name, { keyOffset, value: placed });
      }
    }
    return entries;
  }

  function scalar(node: Scalar, offset: number): ScalarTree {
    if (node.source?.includes("$")) {
      const filled = fillIn(node.source, lookup);
      filled.names.forEach((name) => names.add(name));
      if (filled.text !== node.source || filled.names.length > 0) {
        return filledScalar(node, filled, offset, node.source);
      }
      findings.push(...placed(filled, offset, node));
    }
    const value = plainValue(node.value);
    const text = node.source ?? "";
    const wrong = numberProblem(value, text);
    if (wrong !== undefined) {
      findings.push({ offset, message: wrong });
    }
    return { kind: "scalar", offset, value, text, broken: wrong !== undefined };
  }

  function filledScalar(node: Scalar, filled: FilledIn, offset: number, written: string) {
    const { text } = filled;
    const typed = filled.whole && node.type === Scalar.PLAIN ? typedValue(text, document) : text;
    const wrong = placed(filled, offset, node);
    const number =
      numberProblem(typed, text) === undefined
        ? []
        : [
            {
              offset,
              message: "the number filled in cannot be held exactly; quote it to keep it as text",
            },
          ];
    findings.push(...wrong, ...number);
    const [, end] = node.range ?? [0, 0, 0];
    const blockEnd = source.slice(offset, end).endsWith("\n") ? "\n" : "";
    replacements.set(offset, {
      end,
      text: (typeof typed === "string" ? JSON.stringify(text) : text) + blockEnd,
    });
    return {
      kind: "scalar" as const,
      offset,
      value: typed,
      text,
      ...(filled.names.length > 0 ? { written } : {}),
      broken: wrong.length + number.length > 0,
    };
  }

  /** Problems at the very `${` when the text as written can be lined up with the value, else at the value. */
  function placed(filled: FilledIn, offset: number, node: Scalar): Finding[] {
    const starts = expressionOffsets(source.slice(offset, node.range?.[1] ?? offset));
    return filled.problems.map(({ nth, message }) => ({
      offset: offset + (starts[nth] ?? 0),
      message,
    }));
  }

  const tree = visit(document.contents);
  return { tree, findings, text: replaced(source, replacements), names };
}

function broken(offset: number): ScalarTree {
  return { kind: "scalar", offset, value: null, text: "", broken: true };
}

function keyProblem(name: string): string | undefined {
  if (prototypeNames.has(name)) {
    return `the key ${name} is not allowed`;
  }
  return name === "<<"
    ? "merge keys (<<) are not a part of YAML 1.2; write the keys out, or use an alias for the whole value"
    : undefined;
}

function replaced(
  source: string,
  replacements: ReadonlyMap<number, { readonly end: number; readonly text: string }>,
): string {
  let text = "";
  let done = 0;
  for (const [start, replacement] of [...replacements].toSorted(([a], [b]) => a - b)) {
    text += source.slice(done, start) + replacement.text;
    done = replacement.end;
  }
  return text + source.slice(done);
}
