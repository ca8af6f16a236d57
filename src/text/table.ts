const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u;
const narrow = /[\p{Mn}\p{Me}\uFE0F]/u;

export interface TableOptions {
  /** Columns, from 0, whose cells end at the same place: numbers. */
  readonly right?: readonly number[];
}

/** Aligned columns for a terminal, two spaces apart, one row per line. Cells must already be safe for the sink. */
export function table(rows: readonly (readonly string[])[], options: TableOptions = {}): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
    }
  }
  const right = new Set(options.right);
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const padding = " ".repeat((widths[column] ?? 0) - displayWidth(cell));
          return right.has(column) ? padding + cell : cell + padding;
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    width += narrow.test(character) ? 0 : wide.test(character) ? 2 : 1;
  }
  return width;
}
