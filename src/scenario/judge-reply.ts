import type { Expectation, PredicateName } from "../config/index.ts";
import type { Reply } from "../mcp/index.ts";
import { fill } from "./fill.ts";
import { valuesAt } from "./json-path.ts";
import { lookUp } from "./place.ts";
import { judge } from "./predicate.ts";
import type { Show } from "./show.ts";
import type { StepInput, Verdict } from "./types.ts";
import { unaskedFailure } from "./unasked.ts";

/** What an answer is worth: reason is null when everything held. */
export interface Judged {
  readonly reason: string | null;
  readonly verdicts: readonly Verdict[];
  readonly captures: ReadonlyMap<string, unknown>;
}

const words: Partial<Record<PredicateName, string>> = {
  contains: "to contain ",
  matches: "to match ",
  above: "more than ",
  below: "less than ",
};

/**
 * Judges an answer by all its step's expectations, also after the first false one, then takes the captures.
 *
 * `known` are captures of earlier steps, filled into what is expected.
 *
 * Throws NOT_JUDGEABLE when a pattern or path is unsound or too slow.
 */
export async function judgeReply(
  step: StepInput,
  reply: Reply,
  known: ReadonlyMap<string, unknown>,
  show: Show,
): Promise<Judged> {
  const verdicts: Verdict[] = [];
  const reasons: string[] = [];
  const unasked = unaskedFailure(step, reply, show);
  if (unasked !== undefined) {
    const { place, reason } = unasked;
    verdicts.push({
      place,
      predicate: "equals",
      ok: false,
      expected: "false",
      actual: "true",
      ...step.at,
    });
    reasons.push(reason);
  }
  for (const expectation of step.expectations) {
    const verdict = await judgeOne(
      expectation,
      fill("value" in expectation.predicate ? expectation.predicate.value : undefined, known),
      reply,
      show,
    );
    verdicts.push({ ...verdict, ...expectation.at });
    if (!verdict.ok) {
      reasons.push(
        `${verdict.place} is ${verdict.actual}; expected ${words[expectation.predicate.name] ?? ""}${verdict.expected}`,
      );
    }
  }
  const captures = new Map<string, unknown>();
  if (reasons.length === 0) {
    for (const [name, path] of Object.entries(step.capture)) {
      const verdict = await captureOne(name, path, reply, captures, show);
      if (verdict !== undefined) {
        verdicts.push({ ...verdict, ...step.at });
        reasons.push(`capture ${name}: ${verdict.actual} at ${path}`);
      }
    }
  }
  return {
    reason: firstOf(reasons),
    verdicts,
    captures: reasons.length === 0 ? captures : new Map(),
  };
}

type Bare = Omit<Verdict, "line" | "column">;

async function judgeOne(
  { place, predicate }: Expectation,
  expected: unknown,
  reply: Reply,
  show: Show,
): Promise<Bare> {
  const found = await lookUp(place, reply, show);
  const { ok, actual } = found.found
    ? judge(predicate.name, expected, found.value, show)
    : { ok: false, actual: found.why };
  return { place, predicate: predicate.name, ok, expected: show(expected), actual };
}

/** The verdict of a capture that found nothing. */
async function captureOne(
  name: string,
  path: string,
  reply: Reply,
  captures: Map<string, unknown>,
  show: Show,
): Promise<Bare | undefined> {
  const document = documentOf(reply);
  const values = await valuesAt(path, document);
  if (values.length > 0) {
    captures.set(name, values.length === 1 ? values[0] : values);
    return undefined;
  }
  const actual = `nothing found in ${show(document)}`;
  return { place: path, predicate: "capture", ok: false, expected: "a value", actual };
}

function firstOf(reasons: readonly string[]): string | null {
  const [first = null, ...others] = reasons;
  return first === null || others.length === 0 ? first : `${first} (and ${others.length} more)`;
}

/** What JSONPath is applied to; a cancelled call has brought nothing. */
export function documentOf(reply: Reply): unknown {
  return reply.kind === "result" ? reply.result : reply.kind === "error" ? reply.error : null;
}
