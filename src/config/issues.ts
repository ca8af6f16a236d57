import type { LineCounter } from "yaml";
import type { z } from "zod";
import { jsonSchema, type SchemaNode, schemaNodesAt } from "./json-schema.ts";
import type { Finding } from "./source.ts";
import { child, nodeAt, offsetAt, type Path, type Tree } from "./tree.ts";
import { quote, showExpected, showPath, showValue, suggestion } from "./wording.ts";

type Issue = z.core.$ZodIssue;

/** What the schema found wrong, as findings at their places; what grows from a reported value is left out. */
export function findingsOf(
  issues: readonly Issue[],
  root: Tree,
  counter: LineCounter,
): readonly Finding[] {
  return withoutEchoes(issues).flatMap((issue) => findings(issue, issue.path, { root, counter }));
}

let cached: SchemaNode | undefined;

/** Making it takes 10 ms, and only a refusal needs it. */
function schemaOnce(): SchemaNode {
  cached ??= jsonSchema();
  return cached;
}

interface Context {
  readonly root: Tree;
  readonly counter: LineCounter;
}

function findings(issue: Issue, path: Path, context: Context): readonly Finding[] {
  const { root, counter } = context;
  const { tree, depth } = nodeAt(root, path);
  if (tree.kind === "scalar" && tree.broken) {
    return [];
  }
  const offset = offsetAt(root, path, counter);
  const where = path.length === 0 ? "the run file" : showPath(path);
  const got = showValue(tree);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey(key, path, context));
  }
  if (depth < path.length) {
    const expected = showExpected(schemaNodesAt(schemaOnce(), path));
    return [{ offset, message: `${where} is missing; expected ${expected}`, ...hintOf(path) }];
  }
  if (issue.code === "invalid_union") {
    const fitting = fittingBranch(issue.errors);
    if (fitting) {
      return withoutEchoes(fitting).flatMap((inner) =>
        findings(inner, [...path, ...inner.path], context),
      );
    }
  }
  if (issue.code === "invalid_key") {
    const why = issue.issues[0]?.message ?? "is not allowed as a name";
    return [{ offset: keyOffset(root, path), message: `${where}: the name ${why}` }];
  }
  if (issue.code === "custom" || issue.code === "invalid_format") {
    return [{ offset, message: `${where} ${issue.message}; got ${got}` }];
  }
  if (ownWords(issue)) {
    return [{ offset, message: `${where} ${issue.message}` }];
  }
  const limit = sizeLimit(issue);
  const expected = limit ?? showExpected(schemaNodesAt(schemaOnce(), path));
  return [
    { offset, message: `${where}: expected ${expected}, got ${got}`, ...typeHint(path, tree) },
  ];
}

/**
 * One mistake, one message: a list where text is wanted is also too short for it, and a map with only unknown keys
 * also looks empty.
 */
function withoutEchoes(issues: readonly Issue[]): readonly Issue[] {
  const decisive = issues.filter(isDecisive);
  const settled = new Set(decisive.map(({ path }) => showPath(path)));
  return issues.filter((issue) => isDecisive(issue) || !settled.has(showPath(issue.path)));
}

function isDecisive({ code }: Issue): boolean {
  return code === "unrecognized_keys" || code === "invalid_type" || code === "invalid_value";
}

const wholeValue = "To compare with a whole list or map, write equals: before it.";

function unknownKey(key: string, path: Path, context: Context): Finding {
  const allowed = schemaNodesAt(schemaOnce(), path).flatMap((node) =>
    Object.keys(node.properties ?? {}),
  );
  const where = path.length === 0 ? "the run file" : showPath(path);
  return {
    offset: keyOffset(context.root, [...path, key]),
    message: `unknown key ${quote(key)} in ${where}`,
    hint: `${suggestion(key, allowed)}${allowed.includes("equals") ? ` ${wholeValue}` : ""}`,
  };
}

function keyOffset(root: Tree, path: Path): number {
  const { tree } = nodeAt(root, path.slice(0, -1));
  const entry = tree.kind === "map" ? tree.entries.get(String(path.at(-1))) : undefined;
  return entry?.keyOffset ?? child(tree, path.at(-1) ?? "")?.offset ?? tree.offset;
}

/** The one branch of a union whose kind of value this is: its issues lie inside the value, or are its own words. */
function fittingBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = branches.filter((issues) =>
    issues.every(
      (issue) =>
        issue.path.length > 0 || (issue.code !== "invalid_type" && issue.code !== "invalid_value"),
    ),
  );
  // Of several kinds of map it is the one that knows all keys.
  const known = fitting.filter((issues) => !issues.some(isAboutOwnKeys));
  const best = fitting.length > 1 ? known : fitting;
  return best.length === 1 ? best[0] : undefined;
}

function isAboutOwnKeys({ code, path }: Issue): boolean {
  return code === "unrecognized_keys" && path.length === 0;
}

/** Whether the schema gave the message itself. */
function ownWords(issue: Issue): boolean {
  return issue.message.startsWith("needs ");
}

function sizeLimit(issue: Issue): string | undefined {
  if (issue.code === "too_small" && issue.origin !== "number" && issue.origin !== "int") {
    return issue.origin === "string" ? "text that is not empty" : `at least ${issue.minimum}`;
  }
  if (issue.code === "too_big" && issue.origin !== "number" && issue.origin !== "int") {
    return `at most ${issue.maximum} ${issue.origin === "string" ? "characters" : "items"}`;
  }
  return undefined;
}

function hintOf(path: Path): { readonly hint?: string } {
  return path.length === 1 && (path[0] === "servers" || path[0] === "scenarios")
    ? { hint: "Without servers and scenarios nothing would be tested." }
    : {};
}

function typeHint(path: Path, tree: Tree): { readonly hint?: string } {
  if (
    tree.kind === "scalar" &&
    typeof tree.value === "string" &&
    /^(?:yes|no|on|off)$/i.test(tree.text)
  ) {
    return { hint: `In YAML 1.2 ${tree.text} is text; write true or false.` };
  }
  if (path.at(-2) === "expect" && tree.kind === "list") {
    return { hint: wholeValue };
  }
  return {};
}
