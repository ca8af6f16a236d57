// Control characters but the tab, what no font draws (zero-width, bidi, fillers, tags; not the emoji selector U+FE0F),
// interlinear annotation, non-characters, and halves of a surrogate pair.
const hidden =
  /(?!\t|\uFE0F)[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\p{Noncharacter_Code_Point}\p{Cs}]/gu;

/** One line with everything that hides, reorders or rings shown as an escape such as `\u{202e}`. */
export function showHidden(line: string): string {
  return line.replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return code < 0x100 ? `\\x${hex.padStart(2, "0")}` : `\\u{${hex}}`;
  });
}
