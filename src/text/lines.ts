// LF, CR, CRLF, VT, FF, the separators FS GS RS (Python's readers split there), NEL, U+2028, U+2029.
const lineBreak = new RegExp(String.raw`\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]`);

/** Splits at everything that some reader takes for the end of a line. */
export function splitLines(text: string): string[] {
  return text.split(lineBreak);
}
