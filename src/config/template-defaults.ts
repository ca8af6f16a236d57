import { asFault } from "../fault/index.ts";
import { isName } from "./fields.ts";
import type { ReadTree } from "./load.ts";
import { under } from "./merge-tree.ts";
import type { Finding } from "./source.ts";
import type { GivenParameters, ParameterProblem, TemplateBook } from "./template-book.ts";
import { child, type Entry, entriesOf, type MapTree, type Tree, textOf } from "./tree.ts";
import { plainOf } from "./values.ts";
import { showPath, showValue } from "./wording.ts";

/** The tree with what each server's template says put under the server's entry, and with what is wrong with parameters. */
export async function withTemplates(read: ReadTree, book: TemplateBook): Promise<ReadTree> {
  const servers = child(read.tree, "servers");
  if (read.tree.kind !== "map" || servers?.kind !== "map") {
    return read;
  }
  const applied = await Promise.all(
    entriesOf(servers).map(async ([name, entry]) => {
      const { value, findings } = await appliedTo(name, entry.value, book);
      return { name, entry: { ...entry, value }, findings };
    }),
  );
  const entries = new Map(applied.map(({ name, entry }) => [name, entry]));
  const tree = replaced(read.tree, "servers", { ...servers, entries });
  const findings = applied.flatMap((each) => each.findings);
  return { ...read, tree, findings: [...read.findings, ...findings] };
}

interface Applied {
  readonly value: Tree;
  readonly findings: readonly Finding[];
}

async function appliedTo(name: string, server: Tree, book: TemplateBook): Promise<Applied> {
  const named = child(server, "template");
  const template = textOf(named);
  // What is no template's name, or that of none, is told where the fields are checked.
  if (!named || template === undefined || !isName(template) || !book.names.includes(template)) {
    return { value: server, findings: [] };
  }
  try {
    const { server: defaults, problems } = await book.apply(template, givenIn(server));
    return {
      value: under(server, defaults, named.offset),
      findings: problems.map((problem) => findingOf(problem, name, server, named.offset)),
    };
  } catch (thrown) {
    const { message, problems } = asFault(thrown);
    const { offset } = named;
    const findings = problems.map(({ message: why, ...at }) => ({
      offset,
      message: why,
      elsewhere: at,
    }));
    return { value: server, findings: findings.length > 0 ? findings : [{ offset, message }] };
  }
}

/** Only what the schema of the run file takes for parameters; it tells of the rest. */
function givenIn(server: Tree): GivenParameters {
  const given = entriesOf(child(server, "with")).flatMap(([name, { value }]) => {
    const plain = plainOf(value, ["servers", "", "with", name]);
    return typeof plain === "string" || typeof plain === "number" || typeof plain === "boolean"
      ? [[name, plain] as const]
      : [];
  });
  return Object.fromEntries(given);
}

function findingOf(
  { parameter, message, aboutValue, hint }: ParameterProblem,
  server: string,
  tree: Tree,
  offset: number,
): Finding {
  const given = entryOf(tree, "with");
  const own = parameter === undefined ? undefined : entryOf(given?.value, parameter);
  const path = ["servers", server, "with", ...(parameter === undefined ? [] : [parameter])];
  return {
    offset: own?.keyOffset ?? given?.keyOffset ?? offset,
    message: `${showPath(path)}: ${message}${aboutValue && own ? `; got ${showValue(own.value)}` : ""}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

function entryOf(tree: Tree | undefined, key: string): Entry | undefined {
  return tree?.kind === "map" ? tree.entries.get(key) : undefined;
}

function replaced(map: MapTree, key: string, value: Tree): MapTree {
  const entry = map.entries.get(key);
  return entry === undefined
    ? map
    : { ...map, entries: new Map(map.entries).set(key, { ...entry, value }) };
}
