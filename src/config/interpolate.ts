/** What a name stands for; `problem` says why there is no value. */
export type Lookup = (name: string) => { readonly value: string } | { readonly problem: string };

export interface FilledIn {
  readonly text: string;
  /** Names that were asked for. */
  readonly names: readonly string[];
  /** The text is one `${…}` and nothing else. */
  readonly whole: boolean;
  /** `nth` counts the expressions of the text from 0, `$$` included. */
  readonly problems: readonly { readonly nth: number; readonly message: string }[];
}

const expression = /\$(?:\$|\{([^{}]*)\}|\{)/g;
const inner = /^([A-Za-z_][A-Za-z0-9_]*)(?:(:-|:\?)([^]*))?$/;
const forms = "write ${NAME}, ${NAME:-default} or ${NAME:?message}, and $$ for a plain $";

/**
 * Fills in `${NAME}`, `${NAME:-default}`, `${NAME:?message}` and `$$`, in one pass: what was filled in is
 * not looked at again. Default and message count when the name is not set or empty.
 */
export function fillIn(written: string, lookup: Lookup): FilledIn {
  const names: string[] = [];
  const problems: { nth: number; message: string }[] = [];
  let nth = -1;
  let whole = false;
  const text = written.replace(expression, (match, content: string | undefined) => {
    nth += 1;
    if (match === "$$") {
      return "$";
    }
    const parts = content === undefined ? null : inner.exec(content);
    const name = parts?.[1];
    if (name === undefined) {
      problems.push({ nth, message: `this \${ is not understood; ${forms}` });
      return match;
    }
    whole ||= match.length === written.length;
    names.push(name);
    const filled = valueFor(name, parts?.[2], parts?.[3] ?? "", lookup(name));
    if ("problem" in filled) {
      problems.push({ nth, message: filled.problem });
      return match;
    }
    return filled.value;
  });
  return { text, names, whole, problems };
}

/** Offsets of the expressions in `raw`, `$$` included. */
export function expressionOffsets(raw: string): number[] {
  return Array.from(raw.matchAll(expression), (match) => match.index);
}

/** Names in `${…}` anywhere in `raw`, whether or not the text is a valid run file. */
export function namesIn(raw: string): string[] {
  const names: string[] = [];
  for (const [, content] of raw.matchAll(expression)) {
    const name = content === undefined ? undefined : inner.exec(content)?.[1];
    if (name !== undefined) {
      names.push(name);
    }
  }
  return names;
}

function valueFor(
  name: string,
  operator: string | undefined,
  operand: string,
  found: ReturnType<Lookup>,
): ReturnType<Lookup> {
  const empty = "problem" in found || found.value === "";
  if (operator === ":-" && empty) {
    return { value: operand };
  }
  if (operator === ":?" && empty) {
    return { problem: `\${${name}} is needed: ${operand.trim() || "it is not set or empty"}` };
  }
  return found;
}
