import { type Automaton, createAutomaton } from "./automaton.ts";
import { compact } from "./compact.ts";
import { type CutText, cutBytes } from "./cut.ts";
import { formsOf } from "./forms.ts";
import { createLineRedactor, type LineRedactor } from "./line-redactor.ts";
import { mask, type Range } from "./mask.ts";

/** Removes the secrets of a run from text: each of their forms becomes `***`. */
export interface Redactor {
  /** False when there is nothing to remove; then text passes untouched and at no cost. */
  readonly active: boolean;
  /** Also finds a form that line breaks, or JSON-escaped line breaks, stand in. */
  redact(text: string): string;
  /**
   * Removes secrets and cuts to `longest` UTF-8 bytes; the beginning of a secret at a cut goes too.
   *
   * `wasCut` says that something was cut off before.
   */
  cut(text: string, longest: number, wasCut?: boolean): CutText;
  /** For the lines of one stream, in order: finds forms that stand across lines, and tells of each. */
  lines<About>(
    release: (text: string, about: About) => void,
    onFound?: () => void,
  ): LineRedactor<About>;
}

const lineBreaks = /[\r\n]+/g;
/** A run of backslashes is tried from its beginning only, or a megabyte of them would take for ever. */
const escapedLineBreaks = /(?:(?<!\\)\\+[rn]|[\r\n])+/g;

/** A redactor of these secrets, by name; `formsOf` says which forms it knows. */
export function createRedactor(secrets: Readonly<Record<string, string>>): Redactor {
  const forms = Object.values(secrets).flatMap(formsOf);
  if (forms.length === 0) {
    return {
      active: false,
      redact: (text) => text,
      cut: cutBytes,
      lines: (release) => ({ push: release, flush() {}, holding: false }),
    };
  }
  const automaton = createAutomaton(forms);
  return {
    active: true,
    redact: (text) => mask(text, find(automaton, text).ranges),
    cut(text, longest, wasCut) {
      const cut = cutBytes(text, longest, wasCut);
      const { ranges, pendingFrom } = find(automaton, cut.text);
      if (!cut.truncated) {
        return { ...cut, text: mask(cut.text, ranges) };
      }
      return { truncated: true, text: mask(cut.text, [...ranges, [pendingFrom, cut.text.length]]) };
    },
    lines: (release, onFound) => createLineRedactor(automaton, release, onFound),
  };
}

/** Where secrets stand in a text, and from where on the end may be the beginning of one. */
function find(automaton: Automaton, text: string): { ranges: Range[]; pendingFrom: number } {
  const ranges: Range[] = [];
  let pendingFrom = search(automaton, text, lineBreaks, ranges);
  if (text.includes("\\n") || text.includes("\\r")) {
    pendingFrom = Math.min(pendingFrom, search(automaton, text, escapedLineBreaks, ranges));
  }
  return { ranges, pendingFrom };
}

function search(automaton: Automaton, text: string, ignored: RegExp, ranges: Range[]): number {
  const { text: kept, original } = compact(text, ignored);
  const state = automaton.search(kept, 0, (end, length) => {
    ranges.push([original(end - length), original(end - 1) + 1]);
  });
  const pending = automaton.pending(state);
  return pending === 0 ? text.length : original(kept.length - pending);
}
