/** What differs from run to run in the texts of servers, and how a regular expression says "any of it". */
const volatile: readonly (readonly [RegExp, string])[] = [
  [
    /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi,
    "[0-9a-fA-F-]{36}",
  ],
  [
    /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g,
    "[-0-9]{10}[T ][0-9:.]{5,}(?:Z|[+-][0-9:]{4,6})?",
  ],
  [/\d{4}-\d\d-\d\d/g, "[0-9]{4}-[0-9]{2}-[0-9]{2}"],
  [/\b\d\d:\d\d:\d\d(?:\.\d+)?\b/g, "[0-9:.]{8,}"],
  // Milliseconds and seconds since 1970, of the years 2017 to 2033.
  [/\b1[5-9]\d{8}(?:\d{3})?\b/g, "[0-9]{10,13}"],
  [/\b\d+(?:\.\d+)? ?(?:ms|µs|seconds?)\b/g, "[0-9.]+ ?(?:ms|µs|seconds?)"],
  [/\b(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})\b/g, "[0-9a-f]{32,64}"],
  // What a secret was replaced by.
  [/\*{3}/g, ".*"],
];

const longest = 200;

/** The predicate that a text satisfies today and, as far as can be seen, tomorrow. */
export function textPredicate(text: string): Readonly<Record<string, unknown>> {
  if (text.length > longest || /[\n\r]/.test(text)) {
    const line = text
      .split(/[\n\r]+/)
      .map((one) => one.trim().slice(0, longest))
      .find((one) => one.length >= 3 && masked(one) === undefined);
    return line === undefined ? { matches: "." } : { contains: whole(line) };
  }
  const pattern = masked(text);
  return pattern === undefined ? { equals: text } : { matches: `^${pattern}$` };
}

/** Whether something in the value is likely to differ the next time. */
export function isVolatile(value: unknown): boolean {
  return masked(JSON.stringify(value) ?? "") !== undefined;
}

/** The text as a regular expression with every volatile part masked; undefined when there is none. */
function masked(text: string): string | undefined {
  const spans = spansOf(text);
  if (spans.length === 0) {
    return undefined;
  }
  let pattern = "";
  let done = 0;
  for (const { from, to, any } of spans) {
    pattern += escaped(text.slice(done, from)) + any;
    done = to;
  }
  return pattern + escaped(text.slice(done));
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly any: string;
}

/** Without overlaps; what stands first in the table goes first. */
function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const [pattern, any] of volatile) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (!spans.some((span) => from < span.to && span.from < to)) {
        spans.push({ from, to, any });
      }
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** A cut may have halved a character. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "").trimEnd();
}
