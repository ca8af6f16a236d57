import type { Form } from "./forms.ts";
import { buildTrie } from "./trie.ts";

/** Told each match: where it ends (exclusive) and its length; of matches ending at one place, the longest. */
export type OnMatch = (end: number, length: number) => void;

/**
 * Finds any of many texts in one pass (Aho and Corasick, 1975), regardless of ASCII case, and can go on from where an
 * earlier text ended.
 *
 * A search costs about two table look-ups per character, however many forms there are. Forms hold no line
 * breaks; the caller takes them out of the text too.
 */
export interface Automaton {
  /** Searches `text` from `state` (0 at the beginning); returns the state for what follows. */
  search(text: string, state: number, onMatch: OnMatch): number;
  /** How many characters before this state may be the beginning of a form. */
  pending(state: number): number;
  /** Whether what is pending is at least half of a form, and 4 characters: too much to show. */
  telling(state: number): boolean;
}

const shortestTelling = 4;

export function createAutomaton(forms: readonly Form[]): Automaton {
  const trie = buildTrie(forms);
  const { classOf, fail, anywhere, word, open, depth, shortestAhead } = trie;

  function follow(state: number, characterClass: number): number {
    for (let from = state; from !== 0; from = fail[from] ?? 0) {
      const to = trie.child(from, characterClass);
      if (to !== 0) {
        return to;
      }
    }
    return trie.child(0, characterClass);
  }

  return {
    search(text, from, onMatch) {
      let state = from;
      for (let index = 0; index < text.length; index += 1) {
        const characterClass = classOf[text.charCodeAt(index)] ?? 0;
        state = characterClass === 0 ? 0 : follow(state, characterClass);
        if (state === 0) {
          continue;
        }
        const length = anywhere[state] ?? 0;
        const wordLength = word[state] ?? 0;
        if (length > 0) {
          onMatch(index + 1, length);
        } else if (wordLength > 0 && isWholeWord(text, index + 1 - wordLength, index + 1)) {
          onMatch(index + 1, wordLength);
        }
      }
      return state;
    },
    pending: (state) => depth[open[state] ?? 0] ?? 0,
    telling(state) {
      const at = open[state] ?? 0;
      const seen = depth[at] ?? 0;
      return seen >= shortestTelling && seen * 2 >= (shortestAhead[at] ?? 0);
    },
  };
}

const wordCharacter = /\w/;

function isWholeWord(text: string, start: number, end: number): boolean {
  return start >= 0 && !joined(text, start) && !joined(text, end);
}

/** Whether the characters on both sides of an index belong to one word. */
function joined(text: string, index: number): boolean {
  return wordCharacter.test(text.charAt(index - 1)) && wordCharacter.test(text.charAt(index));
}
