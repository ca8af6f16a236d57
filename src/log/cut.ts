export interface CutText {
  readonly text: string;
  readonly truncated: boolean;
}

/** Text as at most `longest` bytes of UTF-8, never within a character; `wasCut` says that some is missing already. */
export function cutBytes(text: string, longest: number, wasCut = false): CutText {
  // A UTF-16 unit is at most three bytes of UTF-8.
  if (text.length * 3 <= longest) {
    return { text, truncated: wasCut };
  }
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(longest));
  return read === text.length
    ? { text, truncated: wasCut }
    : { text: text.slice(0, read), truncated: true };
}
