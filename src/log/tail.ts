/** The last lines of a stream, in memory, oldest first. */
export interface Tail {
  add(line: string): void;
  lines(): readonly string[];
}

/** Keeps the last `count` lines. */
export function createTail(count: number): Tail {
  const ring: string[] = [];
  let next = 0;
  return {
    add(line) {
      ring[next] = line;
      next = (next + 1) % count;
    },
    lines: () => [...ring.slice(next), ...ring.slice(0, next)],
  };
}
