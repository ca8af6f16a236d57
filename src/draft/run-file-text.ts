import { jsonSchema } from "../config/index.ts";
import { forTerminalLine } from "../text/index.ts";
import { yamlLines } from "./yaml.ts";

/** A run file before it is text. Comments may hold what a server said: they are made harmless here. */
export interface Draft {
  /** Above everything. */
  readonly comments: readonly string[];
  /** Lines of other keys that stand above the servers. */
  readonly head?: string;
  /** Lines of the `servers` map, each already indented by two; or the map itself. */
  readonly servers: string;
  readonly scenarios: readonly DraftScenario[];
}

export interface DraftScenario {
  readonly name: string;
  /** Left out when there is only one server. */
  readonly server?: string;
  readonly comments: readonly string[];
  readonly steps: readonly DraftStep[];
  /** Why it is only written as a comment. */
  readonly out?: string;
}

export interface DraftStep {
  readonly comments: readonly string[];
  /** Keys of the step in their order: verb first. */
  readonly keys: Readonly<Record<string, unknown>>;
}

const longestComment = 200;
const longestName = 200;

/** The text of a run file, with the line by which editors find its schema. */
export function runFileText(draft: Draft): string {
  const names = uniqueNames(draft.scenarios.map(({ name }) => name));
  return [
    `# yaml-language-server: $schema=${schemaAddress()}`,
    ...draft.comments.map(comment),
    "version: 1",
    ...(draft.head ? [draft.head.trimEnd()] : []),
    "",
    "servers:",
    draft.servers.trimEnd(),
    "",
    "scenarios:",
    ...draft.scenarios.flatMap((scenario, index) => [
      ...(index === 0 ? [] : [""]),
      ...scenarioLines({ ...scenario, name: names[index] ?? scenario.name }),
    ]),
    "",
  ].join("\n");
}

/** The `servers` map of a draft with one server. */
export function serverText(name: string, keys: Readonly<Record<string, unknown>>): string {
  return [`  ${name}:`, ...entry("", keys).map((line) => `    ${line}`)].join("\n");
}

function schemaAddress(): string {
  return String(new Map<string, unknown>(Object.entries(jsonSchema())).get("$id"));
}

function scenarioLines(scenario: DraftScenario): string[] {
  const { name, server, steps, out } = scenario;
  const lines = [
    ...entry("- ", { name, ...(server === undefined ? {} : { server }) }),
    "  steps:",
    ...steps.flatMap((step) => [
      ...step.comments.map((text) => `    ${comment(text)}`),
      ...entry("- ", step.keys).map((line) => `    ${line}`),
    ]),
  ];
  const above = scenario.comments.map(comment);
  return out === undefined
    ? [...above, ...lines].map((line) => `  ${line}`)
    : [comment(`Not run: ${out}`), ...above, ...lines.map((line) => `# ${line}`)].map(
        (line) => `  ${line}`,
      );
}

/** A map as an element of a list, its short members on one line each. */
function entry(dash: string, keys: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(keys).flatMap(([key, value], index) => {
    const lead = index === 0 ? dash : " ".repeat(dash.length);
    const [first = "", ...more] = yamlLines(value);
    const isScalar = typeof value !== "object" || value === null;
    // A map or list of one entry may need one line and yet stand below its key.
    if (more.length === 0 && (isScalar || /^[[{]/.test(first))) {
      return [`${lead}${key}: ${isScalar && value === null ? "" : first}`.trimEnd()];
    }
    const below = " ".repeat(dash.length + 2);
    return [`${lead}${key}:`, ...[first, ...more].map((line) => below + line)];
  });
}

/** One line that is a comment and nothing else, whatever the text holds. */
function comment(text: string): string {
  const line = forTerminalLine(text);
  return `# ${line.length > longestComment ? `${line.slice(0, longestComment)}…` : line}`;
}

/** Names of scenarios must differ, also where case does not count; servers may offer two tools of one name. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = name.slice(0, longestName - 8).replace(/[\uD800-\uDBFF]$/, "") || "unnamed";
    let unique = base;
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
      unique = `${base} (${count})`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
