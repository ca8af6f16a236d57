import { forHtml } from "../../text/index.ts";

/** HTML that is known to be safe. Only `html` and `trusted` make it. */
export interface Markup {
  readonly [safe]: string;
}

const safe = Symbol("safe");

type Part = string | number | null | Markup | readonly Markup[];

/** A template whose values are escaped, unless they are markup themselves. Attribute values must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = strings.map(
    (string, index) => string + (index < parts.length ? inserted(parts[index] ?? null) : ""),
  );
  return { [safe]: text.join("") };
}

/** For constants of ours alone: the style sheet and the script. */
export function trusted(text: string): Markup {
  return { [safe]: text };
}

export function markupText(markup: Markup): string {
  return markup[safe];
}

export const nothing: Markup = trusted("");

function inserted(part: Part): string {
  if (part === null) {
    return "";
  }
  if (typeof part === "string" || typeof part === "number") {
    return forHtml(String(part));
  }
  return safe in part ? part[safe] : part.map(markupText).join("");
}
