/** One `{{ name }}` in a step's text. Braces around anything but a name are left alone. */
export const captureReference = /\{\{\s*([A-Za-z_]\w*)\s*\}\}/g;

/** Names of the captures that `text` asks for. */
export function capturesIn(text: string): string[] {
  return Array.from(text.matchAll(captureReference), ([, name]) => name ?? "");
}
