import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";
import { resolveInside, staysInside } from "../paths.ts";
import { type Place, readInside } from "../read-inside.ts";
import { type Finding, readSource } from "../source.ts";
import { child, entriesOf, itemsOf, type Tree, textOf } from "../tree.ts";
import { showPath, showValue } from "../wording.ts";
import { rulesOfArchive } from "./har.ts";
import { type MockRule, mockRule } from "./http.ts";

const maxBytes = 16 * 2 ** 20;
const rules = z.array(mockRule).max(5_000);
const suited = /\.(?:ya?ml|json|har)$/i;

/** Where the files of answers of all mocks are named. */
export function mockFileTrees(root: Tree): readonly Tree[] {
  return entriesOf(child(root, "services")).flatMap(([, { value }]) =>
    filesOf(child(value, "mock_http")),
  );
}

/** What was recorded comes last. */
function filesOf(mock: Tree | undefined): readonly Tree[] {
  const recorded = child(mock, "recorded");
  return [...itemsOf(child(mock, "files")), ...(recorded === undefined ? [] : [recorded])];
}

/** Reads a file of answers, or all of a folder in the order of their names, into `answers`; what is wrong with them. */
export async function readMockFile(
  tree: Tree,
  root: Tree,
  place: Place,
  answers: Map<Tree, readonly MockRule[]>,
): Promise<readonly Finding[]> {
  const written = textOf(tree);
  if (written === undefined) {
    return [];
  }
  const findings: Finding[] = [];
  const all: MockRule[] = [];
  if (isRecorded(tree, root) && !existsSync(resolve(place.folder, written))) {
    // The first recording makes it.
    return staysInside(place.workspace, place.folder, written)
      ? []
      : [
          {
            offset: tree.offset,
            message: `the file ${showValue(tree)} lies outside the workspace`,
          },
        ];
  }
  for (const path of await filesAt(written, place)) {
    const found = await readInside(tree, path, maxBytes, place);
    if ("finding" in found) {
      findings.push(found.finding);
      continue;
    }
    const read = path.toLowerCase().endsWith(".har")
      ? archived(found.text, tree)
      : listed(found.text, tree, relative(place.workspace, resolve(place.folder, path)));
    all.push(...read.rules);
    findings.push(...read.findings);
  }
  answers.set(tree, all);
  return findings;
}

function isRecorded(tree: Tree, root: Tree): boolean {
  return entriesOf(child(root, "services")).some(
    ([, { value }]) => child(child(value, "mock_http"), "recorded") === tree,
  );
}

/** The file itself; of a folder what is in it. */
async function filesAt(path: string, { workspace, folder }: Place): Promise<readonly string[]> {
  try {
    const real = await resolveInside(workspace, folder, path);
    return statSync(real).isDirectory()
      ? readdirSync(real)
          .filter((name) => suited.test(name))
          .sort()
          .map((name) => join(path, name))
      : [path];
  } catch {
    // What is wrong is told where it is read.
    return [path];
  }
}

interface Read {
  readonly rules: readonly MockRule[];
  readonly findings: readonly Finding[];
}

function archived(text: string, tree: Tree): Read {
  const wrong = (message: string): Read => ({
    rules: [],
    findings: [{ offset: tree.offset, message: `the file ${showValue(tree)} ${message}` }],
  });
  try {
    const found = rulesOfArchive(JSON.parse(text));
    return typeof found === "string" ? wrong(found) : { rules: found, findings: [] };
  } catch {
    return wrong("is not JSON");
  }
}

function listed(text: string, { offset }: Tree, file: string): Read {
  const { document, counter, findings } = readSource(text);
  const there = (at: number, message: string): Finding => {
    const { line, col } = counter.linePos(at);
    return { offset, message, elsewhere: { file, line, column: col } };
  };
  if (document === undefined) {
    return { rules: [], findings: findings.map((each) => there(each.offset, each.message)) };
  }
  const read = rules.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (read.success) {
    return { rules: read.data, findings: [] };
  }
  const problems = read.error.issues.map(({ path, message }) => {
    const node = document.getIn(path, true);
    const at = hasRange(node) ? node.range[0] : 0;
    return there(at, `${showPath(path) || "the file"}: ${message}`);
  });
  return { rules: [], findings: problems };
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}

/** The services with the answers of their files behind their own. */
export function withAnswers<
  Service extends { readonly mock_http?: { readonly answers: readonly MockRule[] } | undefined },
>(
  services: Readonly<Record<string, Service>>,
  root: Tree,
  answers: ReadonlyMap<Tree, readonly MockRule[]>,
): Record<string, Service> {
  return Object.fromEntries(
    Object.entries(services).map(([name, service]) => {
      const mock = service.mock_http;
      const tree = child(child(child(root, "services"), name), "mock_http");
      const more = filesOf(tree).flatMap((file) => answers.get(file) ?? []);
      return [
        name,
        mock === undefined
          ? service
          : { ...service, mock_http: { ...mock, answers: [...mock.answers, ...more] } },
      ];
    }),
  );
}
