import { variableText, type WithVariables, withVariables } from "../yaml.ts";
import type { FilledInput, Input } from "./schema.ts";

/** What an input comes to in a run file. */
export type Written =
  /** Fixed, defaulted, or asked of the environment when the run file is read. */
  | { readonly kind: "text"; readonly text: string | WithVariables }
  /** Not written, because nobody needs it. */
  | { readonly kind: "optional" }
  /** A secret, alone or inside other text; `name` is what to call it in the environment. */
  | { readonly kind: "secret"; readonly name: string; readonly whole: string };

/** The value of an input called `name`: the one given, else its default, else a variable of the environment. */
export function writtenValue(name: string, input: FilledInput): Written {
  if (input.value !== undefined) {
    return filled(input.value, input);
  }
  if (input.isSecret) {
    return input.isRequired
      ? { kind: "secret", name: environmentName(name), whole: "{}" }
      : { kind: "optional" };
  }
  if (input.default !== undefined) {
    return { kind: "text", text: input.default };
  }
  return input.isRequired
    ? { kind: "text", text: withVariables([asked(name, input)]) }
    : { kind: "optional" };
}

/** A name an environment variable may have. */
function environmentName(text: string): string {
  const plain = text
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toUpperCase();
  return /^[A-Z]/.test(plain) ? plain : `SERVER_${plain}`.replace(/_$/, "");
}

const braces = /\{([^{}]*)\}/g;

function filled(value: string, { variables, isSecret }: FilledInput): Written {
  const names = Array.from(value.matchAll(braces), (match) => match[1] ?? "");
  const secret = names.find((each) => variables[each]?.isSecret === true);
  if (secret !== undefined) {
    return {
      kind: "secret",
      name: environmentName(secret),
      whole: value.replace(`{${secret}}`, "{}"),
    };
  }
  if (isSecret) {
    // A secret that stands in a public file is none; it is a value like others.
    return { kind: "text", text: value };
  }
  const parts = value.split(braces).map((part, index) => {
    const variable = index % 2 === 1 ? variables[part] : undefined;
    if (variable === undefined) {
      return index % 2 === 1 ? `{${part}}` : part;
    }
    return variable.value ?? variable.default ?? asked(part, variable);
  });
  return { kind: "text", text: withVariables(parts) };
}

function asked(name: string, { description, choices }: Input) {
  const oneOf = choices === undefined || choices === null ? "" : ` (${choices.join(", ")})`;
  return variableText(environmentName(name), `${description ?? name}${oneOf}`);
}
