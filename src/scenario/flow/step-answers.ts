import type { AnswerRule, JsonRecord } from "../../config/index.ts";
import type { Asked, Page } from "../answer/answer-book.ts";
import { fill, type Scope } from "../expect/fill.ts";
import { fillExpectation } from "../expect/fill-predicate.ts";
import type { Verdict } from "../types.ts";

const notesShown = 5;

/** A step's answers with captures and row values filled in. Throws RUN_FILE_INVALID for a name that stands for nothing. */
export function fillRules(rules: readonly AnswerRule[], scope: Scope): readonly AnswerRule[] {
  return rules.map((rule) => {
    const when = rule.when.map((expectation) => fillExpectation(expectation, scope));
    return typeof rule.reply === "object" && "result" in rule.reply
      ? // An object stays one: only a text can become something else.
        { ...rule, when, reply: { result: fill(rule.reply.result, scope) as JsonRecord } }
      : { ...rule, when };
  });
}

/** The failed verdict of each answer that the server never asked for. */
export function unusedVerdicts({ unused }: Page): readonly Verdict[] {
  return unused.map(({ method, at }) => ({
    place: "answers",
    predicate: "exists",
    ok: false,
    expected: method,
    actual: "the server never asked for it",
    ...at,
  }));
}

/** The reason that goes with them. */
export function unusedReason({ unused }: Page): string | null {
  const [first] = unused;
  return first === undefined
    ? null
    : `the server never asked for ${first.method}, to which the answer of line ${first.at.line} was ready`;
}

/** What the server asked and which rule answered, for people; null when it asked nothing. */
export function askedNote({ asked }: Page): string | null {
  const counts = new Map<string, number>();
  for (const one of asked) {
    const words = describe(one);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const notes = [...counts].map(([words, count]) => (count === 1 ? words : `${words} (${count}×)`));
  const more = notes.length > notesShown ? "; and more" : "";
  return notes.length === 0 ? null : `${notes.slice(0, notesShown).join("; ")}${more}`;
}

const told = {
  result: "answered",
  error: "refused",
  silence: "left unanswered",
  unscripted: "had no answer ready",
} as const;

function describe({ method, told: how, at }: Asked): string {
  return at === null
    ? `${shorten(method)} ${told[how]}`
    : `${method} ${told[how]} by the rule of line ${at.line}`;
}

/** A method for which there is no rule is the server's own word. */
function shorten(method: string): string {
  return method.length > 100 ? `${method.slice(0, 100)}…` : method;
}
