/** How often an unbounded repetition is written out, beyond what it demands. */
interface Amount {
  readonly extra: number;
  readonly variant: number;
}

/** Writes out one part of a pattern. */
type Part = (amount: Amount) => string;

const longest = 10_000;

/**
 * A text that a regular expression matches, of a length within [min, max]; undefined when the pattern has something
 * that we do not write out (look-around, references, properties).
 *
 * The pattern is only read, never run: it is a server's, and may be one that takes for ever.
 */
export function textMatching(
  pattern: string,
  min: number,
  max: number,
  variant: number,
): string | undefined {
  try {
    const state = { text: pattern, at: 0, depth: 0 };
    const part = alternatives(state);
    return state.at === pattern.length ? longEnough(part, min, max, variant) : undefined;
  } catch (error) {
    if (error instanceof Unwritable) {
      return undefined;
    }
    throw error;
  }
}

function longEnough(part: Part, min: number, max: number, variant: number): string | undefined {
  for (let extra = 0, before = -1; ; extra += 1) {
    const text = part({ extra, variant });
    if (text.length >= min && text.length <= max) {
      return text;
    }
    // One repetition is written out even where none is demanded, so the first step may not grow.
    if (text.length > Math.min(max, longest) || (extra > 1 && text.length === before)) {
      return undefined;
    }
    before = text.length;
  }
}

interface State {
  readonly text: string;
  at: number;
  depth: number;
}

/** Ends the reading of a pattern that we do not write out. */
class Unwritable extends Error {}

function alternatives(state: State): Part {
  const branches = [sequence(state)];
  while (state.text[state.at] === "|") {
    state.at += 1;
    branches.push(sequence(state));
  }
  return (amount) => branches[amount.variant % branches.length]?.(amount) ?? "";
}

function sequence(state: State): Part {
  const parts: Part[] = [];
  while (state.at < state.text.length && !"|)".includes(state.text[state.at] ?? "")) {
    parts.push(repeated(atom(state), state));
  }
  return (amount) => parts.map((part) => part(amount)).join("");
}

function atom(state: State): Part {
  const character = state.text[state.at] ?? "";
  state.at += 1;
  switch (character) {
    case "^":
    case "$":
      return () => "";
    case ".":
      return () => "a";
    case "(":
      return group(state);
    case "[":
      return oneOf(characterClass(state));
    case "\\":
      return escaped(state);
    case "*":
    case "+":
    case "?":
    case "{":
      throw new Unwritable();
    default:
      return () => character;
  }
}

function group(state: State): Part {
  const opening = /^(?:\?:|\?<[A-Za-z_]\w*>)/.exec(state.text.slice(state.at, state.at + 80));
  if (opening === null && state.text[state.at] === "?") {
    throw new Unwritable();
  }
  state.at += opening?.[0].length ?? 0;
  state.depth += 1;
  if (state.depth > 50) {
    throw new Unwritable();
  }
  const inner = alternatives(state);
  if (state.text[state.at] !== ")") {
    throw new Unwritable();
  }
  state.at += 1;
  state.depth -= 1;
  return inner;
}

const lower = "abcdefghijklmnopqrstuvwxyz".split("");
const digits = "1234567890".split("");
const classes: Readonly<Record<string, readonly string[]>> = {
  d: digits,
  w: [...lower, ...digits, "_"],
  s: [" "],
  D: lower,
  W: ["-", " "],
  S: lower,
};
const controls: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", f: "\f", v: "\v" };

function escaped(state: State): Part {
  const letter = state.text[state.at] ?? "";
  state.at += 1;
  const known = classes[letter];
  if (known !== undefined) {
    return oneOf(known);
  }
  if (letter === "b") {
    return () => "";
  }
  const text = literal(letter, state);
  return () => text;
}

function literal(letter: string, state: State): string {
  const code = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\})/.exec(
    letter + state.text.slice(state.at, state.at + 8),
  );
  if (code !== null) {
    state.at += code[0].length - 1;
    return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? "61", 16));
  }
  if (/[A-Za-z0-9]/.test(letter) && controls[letter] === undefined) {
    throw new Unwritable();
  }
  return controls[letter] ?? letter;
}

function characterClass(state: State): readonly string[] {
  const negated = state.text[state.at] === "^";
  state.at += negated ? 1 : 0;
  const members: string[] = [];
  while (state.text[state.at] !== "]") {
    if (state.at >= state.text.length) {
      throw new Unwritable();
    }
    const first = classMember(state);
    const range = state.text[state.at] === "-" && state.text[state.at + 1] !== "]";
    if (!range || first.length !== 1) {
      members.push(...first);
      continue;
    }
    state.at += 1;
    members.push(...span(first[0] ?? "", classMember(state)[0] ?? ""));
  }
  state.at += 1;
  return negated
    ? [...lower, ...digits, " ", "-", "~"].filter((one) => !members.includes(one))
    : members;
}

function classMember(state: State): readonly string[] {
  const character = String.fromCodePoint(state.text.codePointAt(state.at) ?? 0);
  state.at += character.length;
  if (character !== "\\") {
    return [character];
  }
  const letter = state.text[state.at] ?? "";
  state.at += 1;
  return classes[letter] ?? [letter === "b" ? "\b" : literal(letter, state)];
}

/** Of a range, as many as a class may need to differ by. */
function span(from: string, to: string): string[] {
  const start = from.codePointAt(0) ?? 0;
  const end = Math.min(to.codePointAt(0) ?? 0, start + 127);
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) =>
    String.fromCodePoint(start + index),
  );
}

function oneOf(characters: readonly string[]): Part {
  if (characters.length === 0) {
    throw new Unwritable();
  }
  return ({ variant }) => characters[variant % characters.length] ?? "";
}

function repeated(part: Part, state: State): Part {
  const sign = /^(?:[*+?]|\{(\d{1,5})(,(\d{0,5}))?\})\??/.exec(
    state.text.slice(state.at, state.at + 16),
  );
  if (sign === null) {
    return part;
  }
  state.at += sign[0].length;
  const [written, least] = sign;
  const min = Number(least ?? (written.startsWith("+") ? 1 : 0));
  const open = sign[2] === undefined ? min : Number(sign[3] || Infinity);
  const max = "*+".includes(written[0] ?? "") ? Infinity : written.startsWith("?") ? 1 : open;
  return (amount) => {
    const times = Math.min(Math.max(min + amount.extra, Math.min(1, max)), max, longest);
    const once = part(amount);
    if (once.length * times > longest) {
      throw new Unwritable();
    }
    return once.repeat(times);
  };
}
