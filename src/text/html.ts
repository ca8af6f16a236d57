import { stripColour } from "./ansi.ts";
import { splitLines } from "./lines.ts";
import { showHidden } from "./visible.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Foreign text for HTML, as content or within a quoted attribute; line breaks stay as `\n`. */
export function forHtml(text: string): string {
  return splitLines(stripColour(text))
    .map(showHidden)
    .join("\n")
    .replace(/[&<>"']/g, entity);
}

function entity(character: string): string {
  return entities[character] ?? "";
}
