/** How many of the last lines an error quotes. */
const tailLines = 50;

/** Lines of one step that are handed on; what comes after them is counted. */
const shownLines = 1_000;

/** What of a line is kept; a step may print megabytes without a line break. */
const keptOfLine = 4_000;

/** What one step prints, as lines. */
export interface StepOutput {
  /** Text in pieces that end anywhere. */
  take(text: string): void;
  /** The step has ended: what has no line break yet is a line, and what was not shown is counted. */
  end(): void;
  readonly tail: readonly string[];
  /** Lines so far, those not shown included. */
  readonly total: number;
}

/** `shown` is what may be shown of a line. */
export function createStepOutput(
  onLine: (line: string) => void,
  shown: (line: string) => string,
): StepOutput {
  const tail: string[] = [];
  let unfinished = "";
  let total = 0;

  function line(text: string): void {
    // Of a progress bar that draws over itself, what was drawn last.
    const drawn = shown(text).replace(/\r+$/, "");
    const last = drawn.slice(drawn.lastIndexOf("\r") + 1);
    const kept = last.length > keptOfLine ? `${last.slice(0, keptOfLine)} …` : last;
    total += 1;
    tail.push(kept);
    if (tail.length > tailLines) {
      tail.shift();
    }
    if (total <= shownLines) {
      onLine(kept);
    }
  }

  return {
    take(text) {
      const lines = (unfinished + text).split("\n");
      // Twice what is kept: a secret over the edge is hidden before the line is cut.
      unfinished = (lines.pop() ?? "").slice(0, 2 * keptOfLine);
      lines.forEach(line);
    },
    end() {
      if (unfinished !== "") {
        line(unfinished);
        unfinished = "";
      }
      if (total > shownLines) {
        onLine(`… ${total - shownLines} more lines, ${total} in all; the last:`);
        onLine(tail.at(-1) ?? "");
      }
    },
    tail,
    get total() {
      return total;
    },
  };
}
