/** Shorter ones stand in ordinary words. */
const shortest = 4;

/** Replaces the values, and every line of one that has several, by `***` in texts. */
export function hiding(values: readonly string[]): (text: string) => string {
  const parts = values.flatMap((value) => value.split(/\r?\n/)).map((part) => part.trim());
  const hidden = [...new Set(parts)]
    .filter((part) => part.length >= shortest)
    .sort((a, b) => b.length - a.length);
  return (text) => hidden.reduce((rest, part) => rest.replaceAll(part, "***"), text);
}
