import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { parseSync, Visitor } from "oxc-parser";
import { describe, expect, test } from "vitest";

const budgetMs = 100;
const length = 1_000_000;
/** No busy machine makes this of the budget. */
const hopelessMs = 1_000;

const fixed = [
  "a",
  " ",
  "\n",
  "\r\n",
  "\t ",
  "0",
  "9.",
  "-",
  "_a",
  "/",
  "//",
  "\\",
  "'",
  '"',
  "{{ ",
  "${a",
  "[",
  "(",
  "<",
  ">",
  "&#",
  "=",
  ":",
  ";",
  ",",
  "%",
  "|",
  "`",
  "*",
  "#",
  "@a",
  "\u001b[",
  "\u001b[0;",
  "\u2028",
  "\u00e9",
  "\ud83d\ude00",
  'a="',
  "a b",
  "A9-",
  "data:x;base64,",
  "http://a",
  "sha256:",
  "::error ",
];

/** What a pattern is made of, without what has a meaning: the texts that come nearest to it. */
function partsOf(source: string): string[] {
  const plain = source
    .replace(/\\[a-zA-Z]|\\u\{?[0-9a-fA-F]+\}?/g, " ")
    .split(/[^\w \-./:<>=@#%&'"]+/);
  return [...new Set([...plain.filter((part) => part !== ""), plain.join("")])].filter(
    (part) => part !== "",
  );
}

function unitsFor(source: string): readonly string[] {
  return [...fixed, ...partsOf(source)];
}

function run(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}

/** Patterns that never see a megabyte, and why. */
const bounded: Readonly<Record<string, string>> = {
  "\\B(?=(?:\\d{3})+$)": "a number's digits",
  "^\\s*(?:\\S+ => )?(\\/\\S+) \\(0x": "what ldd says when a base image is made",
  "^\\s*([^\\s:]+):(.*)$": "the kernel's table of interfaces",
  'exec: ".*": (executable file not found|stat .*: no such file|permission denied|is a directory)':
    "the first 4,000 characters of what the engine says",
  "\\bunknown tool\\b|\\bno such tool\\b|\\btool\\b.{0,300}\\b(?:not found|does not exist)\\b":
    "the first 1,000 characters of an error",
};

const script = new Script("work()");
const context = createContext({ work: undefined as unknown });

/** Processor time in ms; more than the budget as soon as it is certain. */
function timeOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  try {
    context["work"] = work;
    script.runInContext(context, { timeout: hopelessMs });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** As the pattern is used: a global one through the whole text. */
function timeOn(pattern: RegExp, text: string): number {
  return timeOf(() => (pattern.global ? text.replace(pattern, "") : pattern.test(text)));
}

/** The texts that take longest at a twentieth of the length, at their whole length; the best of three tries each. */
function slowest(pattern: RegExp): { readonly ms: number; readonly on: string } {
  const times: { readonly unit: string; readonly end: string; readonly ms: number }[] = [];
  for (const unit of unitsFor(pattern.source)) {
    for (const end of ["", "\u0000!"]) {
      const ms = timeOn(pattern, run(unit, length / 20) + end);
      if (ms > hopelessMs) {
        return { ms, on: run(unit, 20) };
      }
      times.push({ unit, end, ms });
    }
  }
  let worst = { ms: 0, on: "" };
  for (const { unit, end } of times.toSorted((a, b) => b.ms - a.ms).slice(0, 3)) {
    const text = run(unit, length) + end;
    let ms = timeOn(pattern, text);
    for (let again = 0; again < 2 && ms > budgetMs && ms < hopelessMs; again += 1) {
      ms = Math.min(ms, timeOn(pattern, text));
    }
    worst = ms > worst.ms ? { ms, on: text.slice(0, 20) } : worst;
  }
  return worst;
}

function patternsIn(
  root: string,
  path: string,
): { readonly place: string; readonly pattern: RegExp }[] {
  const text = readFileSync(`${root}/${path}`, "utf8");
  const found: { place: string; pattern: RegExp }[] = [];
  const { program } = parseSync(path, text);
  new Visitor({
    Literal(node) {
      if ("regex" in node) {
        const { pattern, flags } = node.regex;
        const line = text.slice(0, node.start).split("\n").length;
        found.push({ place: `${path}:${line}`, pattern: new RegExp(pattern, flags) });
      }
    },
  }).visit(program);
  return found;
}

describe("A42 a megabyte of anything takes no pattern of ours longer than 100 ms:", () => {
  const root = fileURLToPath(new URL("../../src", import.meta.url));
  const paths = globSync("**/*.ts", { cwd: root }).sort();
  const patterns = paths.flatMap((path) => patternsIn(root, path));

  test("there are patterns", () => {
    expect(patterns.length).toBeGreaterThan(30);
  });

  test("each pattern that is left out is there", () => {
    const sources = new Set(patterns.map(({ pattern }) => pattern.source));
    expect(Object.keys(bounded).filter((source) => !sources.has(source))).toEqual([]);
  });

  const tried = patterns.filter(({ pattern }) => bounded[pattern.source] === undefined);
  const named = tried.map(({ place, pattern }) => [place, pattern] as const);
  test.each(named)("%s %s", (_place, pattern) => {
    const { ms, on } = slowest(pattern);
    expect({
      ms: ms <= budgetMs,
      on: ms <= budgetMs ? "" : `${ms} ms on ${JSON.stringify(on)}`,
    }).toEqual({ ms: true, on: "" });
  });

  test.each([/(a+)+$/, /\s+$/])("a slow one such as %s is found", (pattern) => {
    expect(slowest(pattern).ms).toBeGreaterThan(budgetMs);
  });
});
