import { stripAnsi } from "./ansi.ts";
import { splitLines } from "./lines.ts";
import { showHidden } from "./visible.ts";

/** Foreign text for a terminal: it cannot move the cursor, colour, link, ring, or write over our lines. */
export function forTerminal(text: string): string {
  return splitLines(stripAnsi(text)).map(showHidden).join("\n");
}

/** The same on one line. */
export function forTerminalLine(text: string): string {
  return forTerminal(text).replaceAll("\n", " ");
}
