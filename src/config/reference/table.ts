import type { SchemaNode } from "../json-schema.ts";
import { showExpected } from "../wording.ts";

/** Parts of the schema that have a section of their own. */
const ownSections: ReadonlySet<string> = new Set([
  "json",
  "judged",
  "predicates",
  "step",
  "expect",
  "answers",
  "rows",
]);

/** A table of the keys of a map. */
export function fieldTable(root: SchemaNode, node: SchemaNode): string {
  const rows = Object.entries(node.properties ?? {}).map(([key, property]) =>
    row(root, key, property, node.required?.includes(key) === true, property.description ?? ""),
  );
  return `| key | type | default | example | meaning |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
}

/** The keys of a schema's map, and below them the maps that stand in it, each as a section of its own. */
export function fieldSections(root: SchemaNode, title: string): readonly string[] {
  return [fieldTable(root, root), ...nestedSections(root, root, title)];
}

/** The maps below the keys of a map, each as a section with its table. */
export function nestedSections(root: SchemaNode, node: SchemaNode, title: string): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, property]) =>
    mapsIn(root, property).flatMap(({ map, suffix }) => {
      const name = `${title}.${key}${suffix}`;
      const about = map.description === undefined ? "" : `${map.description}\n\n`;
      return [
        `### ${name}\n\n${about}${fieldTable(root, map)}`,
        ...nestedSections(root, map, name),
      ];
    }),
  );
}

/** One row of a table of keys. */
export function row(
  root: SchemaNode,
  key: string,
  node: SchemaNode,
  required: boolean,
  meaning: string,
): string {
  const fallback = node.default === undefined ? "" : code(node.default);
  const example = node.examples?.[0] === undefined ? "" : code(node.examples[0]);
  const cells = [
    `\`${key}\``,
    typeOf(root, node),
    required ? "**required**" : fallback,
    example,
    meaning,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** The node that a reference means. */
export function resolved(root: SchemaNode, node: SchemaNode): SchemaNode {
  const name = definitionOf(node);
  return name === undefined ? node : (root.$defs?.[name] ?? node);
}

function definitionOf({ $ref }: SchemaNode): string | undefined {
  return $ref?.startsWith("#/$defs/") ? $ref.slice("#/$defs/".length) : undefined;
}

function mapsIn(
  root: SchemaNode,
  node: SchemaNode,
  suffix = "",
): readonly { readonly map: SchemaNode; readonly suffix: string }[] {
  const name = definitionOf(node);
  if (name !== undefined && ownSections.has(name)) {
    return [];
  }
  const inner = resolved(root, node);
  const own = inner.properties === undefined ? [] : [{ map: inner, suffix }];
  const choices = (inner.anyOf ?? []).flatMap((choice) => mapsIn(root, choice, suffix));
  const items = inner.items === undefined ? [] : mapsIn(root, inner.items, `${suffix}[]`);
  const all = [...own, ...choices, ...items];
  // One answer may stand without a list, so its map is there twice.
  return all.filter(
    ({ map }, nth) => all.findIndex((other) => other.map.description === map.description) === nth,
  );
}

function typeOf(root: SchemaNode, node: SchemaNode): string {
  const words = typeWords.get(definitionOf(node) ?? "");
  const inner = resolved(root, node);
  return words ?? showExpected((inner.anyOf ?? [inner]).map((choice) => resolved(root, choice)));
}

const typeWords: ReadonlyMap<string, string> = new Map([
  ["judged", "predicates or a bare value"],
  ["json", "any value"],
  ["answers", "a map"],
  ["expect", "a map"],
  ["rows", "a list or a map"],
]);

function code(value: unknown): string {
  const empty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return empty ? "" : `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}
