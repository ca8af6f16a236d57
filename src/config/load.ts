import type { LineCounter } from "yaml";
import { clientOf } from "./answers-of.ts";
import { grow } from "./grow.ts";
import { findingsOf } from "./issues.ts";
import { scenariosOf } from "./load-scenarios.ts";
import type { LoadedRunFile } from "./loaded.ts";
import { type Fillings, lookupIn } from "./lookup.ts";
import { relaxationFindings } from "./meaning/hardening.ts";
import { imageFindings } from "./meaning/images.ts";
import { scenarioFindings } from "./meaning/scenarios.ts";
import { kindFindings, type Surroundings, serverFindings } from "./meaning/servers.ts";
import { serviceFindings } from "./meaning/services.ts";
import { seedsOf, withSeeds } from "./meaning/volumes.ts";
import { withAnswers } from "./mock/files.ts";
import { inGroups } from "./network.ts";
import { type Outside, readOutside } from "./outside.ts";
import { folderOf } from "./paths.ts";
import { notAllowed, problemsOf, refusal } from "./problems.ts";
import { maxRunFileBytes } from "./read.ts";
import { runFile } from "./run-file.ts";
import { type Finding, readSource } from "./source.ts";
import type { TemplateBook } from "./template-book.ts";
import { withTemplates } from "./template-defaults.ts";
import { folderTrees } from "./templates.ts";
import { nodeAt, offsetAt, type Path, positionOf, type Tree } from "./tree.ts";
import { plainOf } from "./values.ts";
import { overlapFindings } from "./writable-folders.ts";

export interface LoadRequest extends Fillings {
  /** As shown in messages; relative paths in the run file start from its folder. */
  readonly file: string;
  readonly text: string;
  /** Absolute path of the folder that no path of the run file may leave. */
  readonly workspace: string;
  /** When given, every name in a `secrets:` list must be in it. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** When given, templates are looked up: their names, their parameters, and what they say of a server. */
  readonly templates?: TemplateBook;
  /** When given, what servers ask for beyond their isolation must be named in it. */
  readonly allow?: readonly string[];
}

/**
 * Reads, fills in and checks a run file, with the files it refers to; also what a program wrote. Throws RUN_FILE_INVALID with
 * all problems, of which the first 20 are listed; RELAXATION_NOT_ALLOWED when there are no others.
 */
export async function loadRunFile(request: LoadRequest): Promise<LoadedRunFile> {
  const { templates } = request;
  const written = readTree(request);
  const read = templates === undefined ? written : await withTemplates(written, templates);
  return checked(read, await readOutside(read.tree, surroundingsOf(request)), request);
}

/** A run file that is YAML, with its values filled in. */
export interface ReadTree {
  /** With what templates say of the servers. */
  readonly tree: Tree;
  /** As it is in the file. */
  readonly written: Tree;
  readonly counter: LineCounter;
  readonly findings: readonly Finding[];
  readonly text: string;
  readonly names: ReadonlySet<string>;
}

/** The first half of loading: all that needs nothing but the text. */
export function readTree(request: LoadRequest): ReadTree {
  const text = request.text.replace(/^\ufeff/, "");
  const { file } = request;
  if (Buffer.byteLength(text) > maxRunFileBytes) {
    throw refusal(file, [
      { file, line: 1, column: 1, message: "the run file is larger than 256 KiB" },
    ]);
  }
  const { counter, document, findings } = readSource(text);
  if (document === undefined) {
    throw refusal(file, problemsOf(file, findings, counter));
  }
  const grown = grow(document, text, lookupIn(request));
  if (grown.tree.kind !== "map") {
    throw refusal(file, problemsOf(file, [...grown.findings, notAMap(grown.tree)], counter));
  }
  return { ...grown, written: grown.tree, counter };
}

/** The second half: everything is checked and, if it is sound, made into what is done. */
export function checked(read: ReadTree, outside: Outside, request: LoadRequest): LoadedRunFile {
  const { tree, counter } = read;
  const parsed = runFile.safeParse(plainOf(tree));
  const all = [
    ...read.findings,
    ...(parsed.success ? [] : findingsOf(parsed.error.issues, tree, counter)),
    ...outside.findings,
    ...folderFindings(tree, request.templates),
    ...kindFindings(read.written),
    ...serverFindings(tree, surroundingsOf(request), outside),
    ...serviceFindings(tree),
    ...imageFindings(tree),
    ...scenarioFindings(tree, outside),
  ];
  if (!parsed.success || all.length > 0) {
    throw refusal(request.file, problemsOf(request.file, all, counter));
  }
  const { servers, services } = parsed.data;
  const overlaps = overlapFindings({ servers, services }, tree, counter, request);
  if (overlaps.length > 0) {
    throw refusal(request.file, problemsOf(request.file, overlaps, counter));
  }
  const relaxed = [
    ...relaxationFindings("servers", servers, tree, counter, request),
    ...relaxationFindings("services", services, tree, counter, request),
  ];
  if (relaxed.length > 0) {
    throw notAllowed(request.file, problemsOf(request.file, relaxed, counter));
  }
  const locate = (path: Path) => positionOf(offsetAt(tree, path, counter), counter);
  const treeAt = (path: Path) => {
    const found = nodeAt(tree, path);
    return found.depth === path.length ? found.tree : undefined;
  };
  const loading = { locate, treeAt, schemas: outside.schemas, rows: outside.rows };
  const scenarios = scenariosOf(parsed.data, loading);
  const seeds = seedsOf([...Object.values(servers), ...Object.values(services)]);
  return {
    runFile: {
      ...parsed.data,
      servers: inGroups(withSeeds(servers, seeds), services),
      services: withAnswers(withSeeds(services, seeds), tree, outside.answers),
    },
    text: read.text,
    scenarios,
    clients: Object.fromEntries(
      Object.entries(parsed.data.servers).map(([name, spec]) => [
        name,
        clientOf(name, spec.client, scenarios, { ...loading, snapshotKey: (place) => place }),
      ]),
    ),
    unusedVariables: Object.keys(request.variables).filter((name) => !read.names.has(name)),
    locate,
  };
}

function surroundingsOf({ workspace, file, templates, secrets }: LoadRequest): Surroundings {
  return { workspace, folder: folderOf(file, workspace), templates: templates?.names, secrets };
}

function folderFindings(tree: Tree, templates: TemplateBook | undefined): readonly Finding[] {
  const folders = folderTrees(tree);
  return (templates?.folderProblems ?? []).map(({ nth, message }) => ({
    offset: folders[nth]?.offset ?? tree.offset,
    message,
  }));
}

function notAMap(tree: Tree): Finding {
  const what = tree.kind === "list" ? "a list" : "a single value";
  const empty = tree.kind === "scalar" && tree.value === null;
  const message = empty
    ? "the run file is empty"
    : `the run file is ${what}; expected a map with version, servers and scenarios`;
  return { offset: tree.offset, message };
}
