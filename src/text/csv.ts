import { stripColour } from "./ansi.ts";
import { splitLines } from "./lines.ts";
import { showHidden } from "./visible.ts";

// Spreadsheets take these for the start of a formula, the full-width forms too; a tab is skipped before one.
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^\t/;

/** Foreign text as one CSV field; a formula is disarmed with an apostrophe. */
export function forCsv(text: string): string {
  const field = splitLines(stripColour(text)).map(showHidden).join("\n");
  const safe = formula.test(field) ? `'${field}` : field;
  return /[",\n;\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
