import { posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** Which rooms a room may import, which entries an entry may start, and which rooms alone may know a package. */
export interface Plan {
  readonly arrows: Readonly<Record<string, readonly string[]>>;
  readonly entries: Readonly<Record<string, readonly string[]>>;
  readonly packages: Readonly<Record<string, readonly string[]>>;
}

const maxLines = 300;

/** Text of the files of src by their path below it. */
export type Sources = Readonly<Record<string, string>>;

/** Every breach of the plan and of the rules for doors and sizes, as sentences. */
export function breaches(plan: Plan, sources: Sources): string[] {
  const found: string[] = [];
  for (const room of new Set(Object.keys(sources).map(roomOf))) {
    if (room !== undefined && plan.arrows[room] === undefined) {
      found.push(`${room}/ is not a room of the table`);
    } else if (room !== undefined && sources[`${room}/index.ts`] === undefined) {
      found.push(`${room}/ has no door (index.ts)`);
    }
  }
  for (const [path, text] of Object.entries(sources)) {
    found.push(...fileBreaches(plan, path, text));
  }
  return found;
}

function fileBreaches(plan: Plan, path: string, text: string): string[] {
  const found: string[] = [];
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  if (lines > maxLines) {
    found.push(`${path} has ${lines} lines, more than ${maxLines}`);
  }
  if (roomOf(path) === undefined && plan.entries[entryOf(path)] === undefined) {
    found.push(`${path} is neither in a room nor an entry`);
  }
  if (isDoor(path)) {
    found.push(...doorBreaches(path, text));
  }
  for (const specifier of importsOf(path, text)) {
    found.push(...importBreaches(plan, path, specifier));
  }
  return found;
}

function doorBreaches(path: string, text: string): string[] {
  const found: string[] = [];
  const comment = /^(?:\/\/.*\n)+/.exec(text)?.[0].trimEnd().split("\n").length ?? 0;
  if (comment < 1 || comment > 3) {
    found.push(`${path} must open with 1 to 3 comment lines, has ${comment}`);
  }
  const { program } = parseSync(path, text);
  if (program.body.some((node) => node.type === "ExportAllDeclaration")) {
    found.push(`${path} is a door and must export by name, not *`);
  }
  return found;
}

function importBreaches(plan: Plan, path: string, specifier: string | undefined): string[] {
  if (specifier === undefined) {
    return [`${path} imports a path that is not a literal`];
  }
  const from = roomOf(path);
  if (!specifier.startsWith(".")) {
    const owner = Object.entries(plan.packages).find(([prefix]) => specifier.startsWith(prefix));
    return owner === undefined || from === undefined || owner[1].includes(from)
      ? []
      : [`${path} imports ${specifier}, which only ${owner[1].join(", ")} may`];
  }
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  if (target.startsWith("..")) {
    return [`${path} imports ${specifier}, which is outside src`];
  }
  const to = roomOf(target);
  if (to === undefined) {
    const same = from === undefined && entryOf(target) === entryOf(path);
    const starts =
      from === undefined && plan.entries[entryOf(path)]?.includes(entryOf(target)) === true;
    return same || starts ? [] : [`${path} imports the entry ${target}`];
  }
  if (from === to) {
    return [];
  }
  const found: string[] = [];
  if (from !== undefined && plan.arrows[from] !== undefined && !plan.arrows[from].includes(to)) {
    found.push(`${path} imports ${to}: no arrow ${from} → ${to}`);
  }
  if (!isDoor(target)) {
    found.push(`${path} imports ${target}, which is not the room's door`);
  }
  return found;
}

/** Specifiers of every import, export-from, dynamic import and type import; undefined for one that is not a literal. */
function importsOf(path: string, text: string): (string | undefined)[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) {
    throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  }
  const found: (string | undefined)[] = [];
  new Visitor({
    ImportDeclaration: (node) => void found.push(node.source.value),
    ExportNamedDeclaration: (node) => void (node.source && found.push(node.source.value)),
    ExportAllDeclaration: (node) => void found.push(node.source.value),
    TSImportType: (node) => void found.push(node.source.value),
    ImportExpression: (node) => {
      const literal = node.source.type === "Literal" ? node.source.value : undefined;
      found.push(typeof literal === "string" ? literal : undefined);
    },
  }).visit(program);
  return found;
}

/** The room of a file; undefined for one that lies directly in src. */
export function roomOf(path: string): string | undefined {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : undefined;
}

function entryOf(path: string): string {
  return path.replace(/\.ts$/, "").replace(/-.*/, "");
}

function isDoor(path: string): boolean {
  return /^[^/]+\/index\.ts$/.test(path);
}
