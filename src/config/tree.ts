import type { LineCounter } from "yaml";

/** The run file as written, with the offset of everything: what messages point at. */
export type Tree = ScalarTree | ListTree | MapTree;

export interface ScalarTree {
  readonly kind: "scalar";
  readonly offset: number;
  readonly value: string | number | boolean | null;
  /** As text, before YAML made a number or boolean of it. */
  readonly text: string;
  /** As written, when something was filled in: the value may be secret and is not shown. */
  readonly written?: string;
  /** Reported already; its value means nothing. */
  readonly broken: boolean;
}

export interface ListTree {
  readonly kind: "list";
  readonly offset: number;
  readonly items: readonly Tree[];
}

export interface MapTree {
  readonly kind: "map";
  readonly offset: number;
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly keyOffset: number;
  readonly value: Tree;
}

export type Path = readonly PropertyKey[];

/** Line and column, both from 1, column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function child(tree: Tree | undefined, key: PropertyKey): Tree | undefined {
  if (tree?.kind === "map") {
    return tree.entries.get(String(key))?.value;
  }
  return tree?.kind === "list" && typeof key === "number" ? tree.items[key] : undefined;
}

export function entriesOf(tree: Tree | undefined): readonly (readonly [string, Entry])[] {
  return tree?.kind === "map" ? [...tree.entries] : [];
}

export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === "list" ? tree.items : [];
}

/** The text of a scalar that is text and was not reported already. */
export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === "scalar" && typeof tree.value === "string" && !tree.broken
    ? tree.value
    : undefined;
}

/** The node at `path`, or the nearest one above it, with how many steps of the path were taken. */
export function nodeAt(root: Tree, path: Path): { readonly tree: Tree; readonly depth: number } {
  let tree = root;
  for (const [depth, key] of path.entries()) {
    const next = child(tree, key);
    if (next === undefined) {
      return { tree, depth };
    }
    tree = next;
  }
  return { tree, depth: path.length };
}

/** Offset of the value at `path` when it begins on its key's line, else of the key; of the nearest above when absent. */
export function offsetAt(root: Tree, path: Path, counter: LineCounter): number {
  const { tree, depth } = nodeAt(root, path);
  if (depth === 0) {
    return tree.offset;
  }
  const above = nodeAt(root, path.slice(0, depth - 1)).tree;
  const entry = above.kind === "map" ? above.entries.get(String(path[depth - 1])) : undefined;
  return entry === undefined ? tree.offset : entryOffset(entry, counter);
}

function entryOffset(entry: Entry, counter: LineCounter): number {
  const sameLine =
    counter.linePos(entry.keyOffset).line === counter.linePos(entry.value.offset).line;
  return sameLine ? entry.value.offset : entry.keyOffset;
}

export function positionOf(offset: number, counter: LineCounter): Position {
  const { line, col } = counter.linePos(offset);
  return { line, column: col };
}
