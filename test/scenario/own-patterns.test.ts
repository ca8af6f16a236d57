import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createContext, Script } from "node:vm";
import { parseSync, Visitor } from "oxc-parser";
import { describe, expect, test } from "vitest";
import { unitsFor } from "./pattern-units.ts";

const budgetMs = 100;
const length = 1_000_000;
/** No busy machine makes this of the budget. */
const hopelessMs = 1_000;

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

interface Timed {
  readonly unit: string;
  readonly end: string;
  readonly ms: number;
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Processor time in ms; infinite as soon as it is certain to be more than the budget. */
function timeOf(work: () => unknown): number {
  const before = cpuMs();
  try {
    context["work"] = work;
    script.runInContext(context, { timeout: hopelessMs });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return cpuMs() - before;
}

/** As the pattern is used: a global one through the whole text. */
function use(pattern: RegExp, text: string): void {
  if (pattern.global) {
    text.replace(pattern, "");
  } else {
    pattern.test(text);
  }
}

/** Every text at a hundredth of the length, and how long it took; all in one go, since setting a limit takes longer. */
function screened(pattern: RegExp): readonly Timed[] {
  const texts = unitsFor(pattern.source).flatMap((unit) =>
    ["", "\u0000!"].map((end) => ({ unit, end, text: run(unit, length / 100) + end })),
  );
  const times: Timed[] = [];
  const whole = timeOf(() => {
    let before = cpuMs();
    for (const { unit, end, text } of texts) {
      use(pattern, text);
      const now = cpuMs();
      times.push({ unit, end, ms: now - before });
      before = now;
    }
  });
  const stuck = texts[times.length];
  return whole === Number.POSITIVE_INFINITY && stuck !== undefined
    ? [...times, { ...stuck, ms: whole }]
    : times;
}

/** The texts that take longest when short, at their whole length; the best of three tries each. */
function slowest(pattern: RegExp): { readonly ms: number; readonly on: string } {
  let worst = { ms: 0, on: "" };
  const longest = screened(pattern).toSorted((a, b) => b.ms - a.ms);
  for (const { unit, end } of longest.slice(0, 3)) {
    const text = run(unit, length) + end;
    let ms = timeOf(() => use(pattern, text));
    for (let again = 0; again < 2 && ms > budgetMs && ms < hopelessMs; again += 1) {
      ms = Math.min(
        ms,
        timeOf(() => use(pattern, text)),
      );
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
  const places = paths.flatMap((path) => patternsIn(root, path));
  // The same pattern in two places is tried once.
  const patterns = [...new Map(places.map((each) => [String(each.pattern), each])).values()];

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

  test.each([/(a+)+$/, /\s+$/, /[a-z]+@[a-z]+/, /"[^,]*,"/g])(
    "a slow one such as %s is found",
    (pattern) => {
      expect(slowest(pattern).ms).toBeGreaterThan(budgetMs);
    },
  );
});
