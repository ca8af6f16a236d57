import { relative, resolve } from "node:path";
import { compileSchema } from "../schema/index.ts";
import { judgedTrees, predicateTrees, rulesOf } from "./judged-tree.ts";
import type { JsonPathProblem } from "./meaning/places.ts";
import { mockFileTrees, readMockFile } from "./mock/files.ts";
import type { MockRule } from "./mock/http.ts";
import { type Place, readInside } from "./read-inside.ts";
import { csvRows, jsonRows, type Rows, rowsOf } from "./rows.ts";
import type { Finding } from "./source.ts";
import { child, entriesOf, itemsOf, type Tree, textOf } from "./tree.ts";
import { plainOf } from "./values.ts";
import { quote, showValue } from "./wording.ts";
import { stepsOf } from "./written-steps.ts";

/** What a run file refers to, read and compiled before it is judged. */
export interface Outside {
  /** By the value of `for_each`. */
  readonly rows: ReadonlyMap<Tree, Rows>;
  /** By the value of the predicate `schema`: the schema, also of one in a file. */
  readonly schemas: ReadonlyMap<Tree, unknown>;
  /** By the name of a file of answers: the answers in it. */
  readonly answers: ReadonlyMap<Tree, readonly MockRule[]>;
  readonly findings: readonly Finding[];
  /** What is wrong with a JSONPath; undefined when it is sound. */
  readonly jsonPathProblem: JsonPathProblem;
}

const maxRowsBytes = 16 * 2 ** 20;
const maxSchemaBytes = 2 ** 20;

/** Reads the files that the tree names, all inside the workspace, and compiles its schemas. */
export async function readOutside(root: Tree, place: Place): Promise<Outside> {
  const rows = new Map<Tree, Rows>();
  const schemas = new Map<Tree, unknown>();
  const answers = new Map<Tree, readonly MockRule[]>();
  const findings: Finding[] = [];
  for (const scenario of itemsOf(child(root, "scenarios"))) {
    const steps = stepsOf(scenario);
    for (const tree of [scenario, ...steps]) {
      const forEach = child(tree, "for_each");
      if (forEach !== undefined) {
        findings.push(...(await readRows(forEach, place, rows)));
      }
    }
    for (const schema of steps.flatMap(schemasIn)) {
      findings.push(...(await readSchema(schema, place, schemas)));
    }
  }
  for (const tree of mockFileTrees(root)) {
    findings.push(...(await readMockFile(tree, root, place, answers)));
  }
  const clients = entriesOf(child(root, "servers")).map(([, { value }]) => child(value, "client"));
  for (const rule of clients.flatMap(rulesOf)) {
    const judged = entriesOf(child(rule, "when")).map(([, { value }]) => value);
    for (const schema of judged.flatMap((tree) => predicateTrees(tree, "schema"))) {
      findings.push(...(await readSchema(schema, place, schemas)));
    }
  }
  // Loading takes 7 ms, so only a run file with a path pays for it.
  const jsonPath = await import("json-p3");
  const jsonPathProblem = (path: string): string | undefined => {
    try {
      jsonPath.compile(path);
      return undefined;
    } catch (error) {
      if (error instanceof jsonPath.JSONPathError) {
        return error.message;
      }
      throw error;
    }
  };
  return { rows, schemas, answers, findings, jsonPathProblem };
}

async function readRows(
  tree: Tree,
  place: Place,
  rows: Map<Tree, Rows>,
): Promise<readonly Finding[]> {
  if (tree.kind === "list") {
    const plain = itemsOf(tree).map((item) => (item.kind === "map" ? plainOf(item) : undefined));
    const maps = plain.filter((row) => row !== undefined) as Readonly<Record<string, unknown>>[];
    if (maps.length === 0 || maps.length < plain.length) {
      // The schema says so too.
      return [];
    }
    const read = rowsOf(maps, (nth) => `row ${nth + 1}`);
    if (read.kind === "rows") {
      rows.set(tree, read.rows);
      return [];
    }
    return read.problems.map(({ message }) => ({
      offset: tree.offset,
      message: `for_each: ${message}`,
    }));
  }
  const [format, entry] = entriesOf(tree)[0] ?? [];
  const path = textOf(entry?.value);
  if (entry === undefined || path === undefined || (format !== "csv" && format !== "json")) {
    return [];
  }
  const found = await readInside(entry.value, path, maxRowsBytes, place);
  if ("finding" in found) {
    return [found.finding];
  }
  const read = format === "csv" ? await csvRows(found.text) : jsonRows(found.text);
  if (read.kind === "rows") {
    rows.set(tree, read.rows);
    return [];
  }
  return read.problems.map(({ line, message }) => ({
    offset: entry.value.offset,
    message,
    elsewhere: { file: relative(place.workspace, resolve(place.folder, path)), line, column: 1 },
  }));
}

async function readSchema(
  tree: Tree,
  place: Place,
  schemas: Map<Tree, unknown>,
): Promise<readonly Finding[]> {
  const { offset } = tree;
  const path = textOf(tree);
  let schema = path === undefined ? plainOf(tree) : undefined;
  if (path !== undefined) {
    const found = await readInside(tree, path, maxSchemaBytes, place);
    if ("finding" in found) {
      return [found.finding];
    }
    try {
      schema = JSON.parse(found.text);
    } catch {
      return [{ offset, message: `the schema ${showValue(tree)} is not JSON` }];
    }
  }
  if (path === undefined && tree.kind === "scalar" && typeof tree.value !== "boolean") {
    // The schema of the run file says so too.
    return [];
  }
  schemas.set(tree, schema);
  const compiled = await compileSchema(schema);
  const which = path === undefined ? "the schema" : `the schema ${showValue(tree)}`;
  switch (compiled.kind) {
    case "compiled":
      return [];
    case "invalid": {
      const { pointer, message } = compiled.problem;
      const part = pointer === "" ? "" : ` at ${quote(pointer)}`;
      return [{ offset, message: `${which} is no JSON Schema:${part} ${message}` }];
    }
    case "unsupported":
      return [{ offset, message: `${which} ${compiled.reason}` }];
  }
}

function schemasIn(step: Tree): readonly Tree[] {
  return judgedTrees(step).flatMap((tree) => predicateTrees(tree, "schema"));
}
