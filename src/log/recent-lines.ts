/** Lines of a stream since any earlier moment, as long as they are kept. */
export interface RecentLines {
  add(line: string): void;
  /** The present moment. */
  readonly mark: () => number;
  /** What came since a moment; says so when its beginning is not kept any more. */
  since(mark: number): readonly string[];
}

/** Keeps the newest lines up to `most` and up to `mostCharacters` in all. */
export function createRecentLines(most = 5_000, mostCharacters = 2 ** 20): RecentLines {
  const lines: string[] = [];
  /** Number of the line that stands first in `lines`. */
  let first = 0;
  let begin = 0;
  let characters = 0;
  return {
    add(line) {
      lines.push(line);
      characters += line.length;
      while (
        lines.length - begin > most ||
        (characters > mostCharacters && lines.length - begin > 1)
      ) {
        characters -= lines[begin]?.length ?? 0;
        lines[begin] = "";
        begin += 1;
      }
      // Cut off in large pieces: one at a time would move the whole array for every line.
      if (begin > most) {
        lines.splice(0, begin);
        first += begin;
        begin = 0;
      }
    },
    mark: () => first + lines.length,
    since(mark) {
      const kept = lines.slice(Math.max(begin, mark - first));
      const lost = first + begin - mark;
      return lost > 0 ? [`[${lost} earlier lines are not kept]`, ...kept] : kept;
    },
  };
}
