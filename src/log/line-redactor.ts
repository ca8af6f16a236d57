import type { Automaton } from "./automaton.ts";
import { compact } from "./compact.ts";
import { mask, type Range } from "./mask.ts";

/** Removes secrets from the lines of one stream, also where a line break was put into one. */
export interface LineRedactor<About> {
  /**
   * Takes the next line; releases it and those held before it, unless their end may be the beginning of a secret.
   *
   * A line that was cut is released at once, without the beginning of a secret at its end.
   */
  push(text: string, about: About, wasCut?: boolean): void;
  /** Releases what is held; half a secret or more at the end is removed. */
  flush(): void;
  readonly holding: boolean;
}

interface Held<About> {
  readonly text: string;
  readonly about: About;
  readonly ranges: Range[];
  /** Of the text without its line breaks, in the stream. */
  readonly start: number;
  readonly end: number;
  readonly original: (index: number) => number;
}

/** A stream of many short lines, each a piece of a secret, is held no longer than this. */
const mostHeld = 1_000;

export function createLineRedactor<About>(
  automaton: Automaton,
  release: (text: string, about: About) => void,
  onFound: () => void = () => undefined,
): LineRedactor<About> {
  let held: Held<About>[] = [];
  let state = 0;
  let position = 0;

  function hide(from: number, to: number): void {
    for (const line of held) {
      const start = Math.max(from, line.start);
      const end = Math.min(to, line.end);
      if (start < end) {
        line.ranges.push([
          line.original(start - line.start),
          line.original(end - line.start - 1) + 1,
        ]);
      }
    }
  }

  function releaseUpTo(end: number): void {
    let count = 0;
    for (let line = held[0]; line !== undefined && line.end <= end; line = held[count]) {
      release(mask(line.text, line.ranges), line.about);
      count += 1;
    }
    held = held.slice(count);
  }

  function flush(always: boolean): void {
    if (always || automaton.telling(state)) {
      hide(position - automaton.pending(state), position);
    }
    releaseUpTo(position);
  }

  return {
    push(text, about, wasCut = false) {
      const { text: kept, original } = compact(text, /[\r\n]+/g);
      const start = position;
      position += kept.length;
      held.push({ text, about, ranges: [], start, end: position, original });
      state = automaton.search(kept, state, (end, length) => {
        hide(start + end - length, start + end);
        onFound();
      });
      if (wasCut || held.length >= mostHeld) {
        flush(true);
        state = 0;
      } else {
        releaseUpTo(position - automaton.pending(state));
      }
    },
    flush: () => flush(false),
    get holding() {
      return held.length > 0;
    },
  };
}
