import { stringify } from "yaml";

const parts = Symbol("parts");

/** A text of which some parts are variables of the run file: they stay as they are. */
export interface WithVariables {
  readonly [parts]: readonly (string | VariableText)[];
}

/** `${NAME:?message}`: asked of the environment when the run file is read. */
export interface VariableText {
  readonly name: string;
  readonly message: string;
}

export function withVariables(text: readonly (string | VariableText)[]): WithVariables {
  return { [parts]: text };
}

/** A variable with what to say when it is not set; what would end the expression is left out of the message. */
export function variableText(name: string, message: string): VariableText {
  return {
    name,
    message: message
      .replace(/[^\p{L}\p{N}.,:;'()/+-]+/gu, " ")
      .trim()
      .slice(0, 120),
  };
}

/** Braces that a run file may fill in when the step is done. */
const braces = /\{\{[^{}]*\}\}/;
/** Keys that a run file does not take, whatever they are meant for. */
const refusedKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype", "<<"]);
const widest = 96;
const deepest = 50;

/**
 * A JSON value as YAML that reads back as the same value in a run file: `$` doubled where it would be filled in.
 *
 * One line where it is short, else several, of which none is indented more than YAML needs.
 */
export function yamlLines(value: unknown): readonly string[] {
  const [line, ...more] = written(value, "flow");
  return more.length === 0 && line !== undefined && line.length <= widest
    ? [line]
    : written(value, "block");
}

/** Why a value cannot stand in a run file; undefined when it can. */
export function unwritable(value: unknown, depth = 0): string | undefined {
  if (depth > deepest) {
    return `it is nested deeper than ${deepest} levels`;
  }
  if (typeof value === "string") {
    const found = braces.exec(value);
    return found === null ? undefined : `${found[0]} in it would be filled in`;
  }
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return `${value} in it is beyond the whole numbers that can be held exactly`;
  }
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  const refused = Object.keys(value).find((key) => refusedKeys.has(key));
  return refused === undefined
    ? Object.values(value)
        .map((member) => unwritable(member, depth + 1))
        .find((reason) => reason !== undefined)
    : `it has the key ${refused}, which a run file does not take`;
}

function written(value: unknown, collectionStyle: "flow" | "block"): string[] {
  const text = stringify(undollared(value), {
    collectionStyle,
    // Whatever a server named, a line of ours is one line: no folding, no block texts.
    lineWidth: 0,
    blockQuote: false,
    singleQuote: false,
    aliasDuplicateObjects: false,
    doubleQuotedMinMultiLineLength: 1_000_000,
  });
  return text.trimEnd().split("\n");
}

/** In a run file `${` begins a variable and `$$` stands for `$`. Keys are taken as they are. */
function undollared(value: unknown): unknown {
  if (typeof value === "string") {
    return value.replace(/\$(?=[${])/g, "$$$$");
  }
  if (Array.isArray(value)) {
    return value.map(undollared);
  }
  if (isWithVariables(value)) {
    // Every $ is doubled: one at the end of a part would else meet what the next begins with.
    return value[parts]
      .map((part) =>
        typeof part === "string"
          ? part.replaceAll("$", "$$$$")
          : `\${${part.name}:?${part.message}}`,
      )
      .join("");
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, below]) => [key, undollared(below)]))
    : value;
}

function isWithVariables(value: unknown): value is WithVariables {
  return typeof value === "object" && value !== null && parts in value;
}
