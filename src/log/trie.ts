import type { Form } from "./forms.ts";

/** The tables of the automaton. State 0 is the beginning; arrays are indexed by state. */
export interface Trie {
  /** UTF-16 unit → class; 0 for units of no form. Both cases of an ASCII letter are one class. */
  readonly classOf: Uint16Array;
  /** State after a class, without falling back; 0 when there is none. */
  readonly child: (state: number, characterClass: number) => number;
  /** State of the longest proper suffix that also begins a form. */
  readonly fail: Int32Array;
  /** Length of the longest form ending here that counts anywhere, else 0. */
  readonly anywhere: Int32Array;
  /** The same for forms that count only as whole words. */
  readonly word: Int32Array;
  /** This state, or the nearest by `fail`, from which a form that counts anywhere goes on. */
  readonly open: Int32Array;
  readonly depth: Int32Array;
  /** Length of the shortest form that counts anywhere and goes on from here; 0 when none does. */
  readonly shortestAhead: Int32Array;
}

/** Builds the tables; about 35 bytes per character of all forms. */
export function buildTrie(forms: readonly Form[]): Trie {
  const texts = forms.map(({ text, wholeWord }) => ({
    text: text.replace(/[\r\n]/g, ""),
    wholeWord,
  }));
  const size = texts.reduce((sum, { text }) => sum + text.length, 1);
  const { classOf, width } = classify(texts.map(({ text }) => text));
  const children = createChildren(size, width);
  const anywhere = new Int32Array(size);
  const word = new Int32Array(size);
  const depth = new Int32Array(size);
  const shortestAhead = new Int32Array(size);
  for (const { text, wholeWord } of texts) {
    let state = 0;
    for (let index = 0; index < text.length; index += 1) {
      if (!wholeWord) {
        shortestAhead[state] = Math.min(shortestAhead[state] || text.length, text.length);
      }
      state = children.findOrAdd(state, classOf[text.charCodeAt(index)] ?? 0);
      depth[state] = index + 1;
    }
    (wholeWord ? word : anywhere)[state] = text.length;
  }
  const { fail, open } = link(children, size, anywhere, word, shortestAhead);
  return { classOf, child: children.find, fail, anywhere, word, open, depth, shortestAhead };
}

function classify(texts: readonly string[]): { classOf: Uint16Array; width: number } {
  const classOf = new Uint16Array(0x10000);
  let width = 1;
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (classOf[unit] === 0) {
        classOf[unit] = width;
        classOf[otherCase(unit)] = width;
        width += 1;
      }
    }
  }
  return { classOf, width };
}

function otherCase(unit: number): number {
  const isLetter = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
  return isLetter ? unit ^ 0x20 : unit;
}

interface Children {
  readonly find: (state: number, characterClass: number) => number;
  readonly findOrAdd: (state: number, characterClass: number) => number;
  /** All states but the first, every parent before its children, nearest to the root first. */
  readonly breadthFirst: () => Generator<{ parent: number; characterClass: number; state: number }>;
}

/** Most states have one child, which stands in two arrays; the root has a row, other branches a map. */
function createChildren(size: number, width: number): Children {
  const root = new Int32Array(width);
  const onlyClass = new Uint16Array(size);
  const onlyChild = new Int32Array(size);
  const branches = new Map<number, Map<number, number>>();
  let states = 1;

  function find(state: number, characterClass: number): number {
    if (state === 0) {
      return root[characterClass] ?? 0;
    }
    if (onlyClass[state] === characterClass) {
      return onlyChild[state] ?? 0;
    }
    return branches.size === 0 ? 0 : (branches.get(state)?.get(characterClass) ?? 0);
  }

  function add(state: number, characterClass: number): number {
    const child = states;
    states += 1;
    if (state === 0) {
      root[characterClass] = child;
    } else if (onlyClass[state] === 0) {
      onlyClass[state] = characterClass;
      onlyChild[state] = child;
    } else {
      const branch = branches.get(state) ?? new Map<number, number>();
      branches.set(state, branch.set(characterClass, child));
    }
    return child;
  }

  function* childrenOf(state: number): Generator<readonly [number, number]> {
    if (state === 0) {
      for (const [characterClass, child] of root.entries()) {
        if (child !== 0) {
          yield [characterClass, child];
        }
      }
    } else if (onlyClass[state] !== 0) {
      yield [onlyClass[state] ?? 0, onlyChild[state] ?? 0];
      yield* branches.get(state) ?? [];
    }
  }

  return {
    find,
    findOrAdd: (state, characterClass) => find(state, characterClass) || add(state, characterClass),
    *breadthFirst() {
      const queue = [0];
      for (const parent of queue) {
        for (const [characterClass, state] of childrenOf(parent)) {
          queue.push(state);
          yield { parent, characterClass, state };
        }
      }
    },
  };
}

/** Fills in what a state takes over from shorter suffixes. */
function link(
  children: Children,
  size: number,
  anywhere: Int32Array,
  word: Int32Array,
  shortestAhead: Int32Array,
): { fail: Int32Array; open: Int32Array } {
  const fail = new Int32Array(size);
  const open = new Int32Array(size);
  for (const { parent, characterClass, state } of children.breadthFirst()) {
    let suffix = 0;
    for (let from = parent; from !== 0 && suffix === 0; ) {
      from = fail[from] ?? 0;
      suffix = children.find(from, characterClass);
    }
    fail[state] = suffix;
    anywhere[state] ||= anywhere[suffix] ?? 0;
    word[state] ||= word[suffix] ?? 0;
    open[state] = shortestAhead[state] === 0 ? (open[suffix] ?? 0) : state;
  }
  return { fail, open };
}
