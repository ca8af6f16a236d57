/**
 * One `{{ name }}` in a step's text: a capture, or a column of the row, which may also be written `{{ row.name }}`. Braces
 * around anything else are left alone.
 */
export const captureReference = /\{\{\s*(row\.[^\s{}]+(?: [^\s{}]+)*|[A-Za-z_]\w*)\s*\}\}/g;

/** Names that `text` asks for, as they are written. */
export function capturesIn(text: string): string[] {
  return Array.from(text.matchAll(captureReference), ([, name]) => name ?? "");
}
