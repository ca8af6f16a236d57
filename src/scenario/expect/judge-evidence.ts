import type { Expectation, LoadedStep, Position } from "../../config/index.ts";
import type { Verdict } from "../types.ts";
import { documentOf, type Evidence } from "./evidence.ts";
import { lookUpPath } from "./json-path.ts";
import { type JudgeDeps, judge } from "./judge.ts";
import type { Judgement } from "./judgement.ts";
import { lookUp } from "./place.ts";
import { unaskedFailure } from "./unasked.ts";
import { expectedText, wordsOf } from "./words.ts";

/** What an answer is worth: reason is null when everything held. */
export interface Judged {
  readonly reason: string | null;
  readonly blame: "server" | "run file";
  readonly verdicts: readonly Verdict[];
  readonly captures: ReadonlyMap<string, unknown>;
}

/** The part of a step that judging needs, filled in. */
export type JudgedStep = Pick<LoadedStep, "action" | "expectations" | "capture" | "at">;

export interface EvidenceDeps extends JudgeDeps {
  /** Waits until it is worth looking at stderr again; false when it is not. */
  again(): Promise<boolean>;
}

/**
 * Judges what a step has to show by all its expectations, also after the first false one, then takes the captures.
 *
 * Throws NOT_JUDGEABLE when a pattern, path or schema is unsound or too slow.
 */
export async function judgeEvidence(
  step: JudgedStep,
  evidence: Evidence,
  deps: EvidenceDeps,
): Promise<Judged> {
  const { show } = deps;
  const verdicts: Verdict[] = [];
  const reasons: { reason: string; blame: Judged["blame"] }[] = [];
  const unasked = unaskedFailure(step, evidence.answer, show);
  if (unasked !== undefined) {
    const { reason, ...bare } = unasked;
    verdicts.push({ ...bare, predicate: "equals", ok: false, ...step.at });
    reasons.push({ reason, blame: "server" });
  }
  for (const expectation of step.expectations) {
    const { ok, actual, blame = "server" } = await judgeOne(expectation, evidence, deps);
    const { place, predicate, at } = expectation;
    const expected = expectedText(predicate, show);
    verdicts.push({ place, predicate: predicate.name, ok, expected, actual, ...at });
    if (!ok) {
      const words = wordsOf(predicate, show);
      reasons.push({ reason: `${place} is ${actual}; expected ${words}`, blame });
    }
  }
  const captures = new Map<string, unknown>();
  for (const [name, path] of reasons.length === 0 ? Object.entries(step.capture) : []) {
    const document = documentOf(evidence.answer);
    const found = await lookUpPath(path, document, show);
    if (found.found) {
      captures.set(name, found.value);
    } else {
      verdicts.push(captureVerdict(path, found.why, step.at));
      reasons.push({ reason: `capture ${name}: ${found.why} at ${path}`, blame: "server" });
    }
  }
  return {
    reason: firstOf(reasons.map(({ reason }) => reason)),
    blame: reasons[0]?.blame ?? "server",
    verdicts,
    captures: reasons.length === 0 ? captures : new Map(),
  };
}

async function judgeOne(
  { place, predicate }: Expectation,
  evidence: Evidence,
  deps: EvidenceDeps,
): Promise<Judgement> {
  for (;;) {
    const found = await lookUp(place, evidence, deps.show);
    const judgement = await judge(predicate, found, deps);
    // stderr travels on its own way and may arrive after the answer it belongs to.
    if (judgement.ok || place !== "stderr" || !(await deps.again())) {
      return judgement;
    }
  }
}

function captureVerdict(place: string, actual: string, at: Position): Verdict {
  return { place, predicate: "capture", ok: false, expected: "a value", actual, ...at };
}

function firstOf(reasons: readonly string[]): string | null {
  const [first = null, ...others] = reasons;
  return first === null || others.length === 0 ? first : `${first} (and ${others.length} more)`;
}
