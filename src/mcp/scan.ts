/** Where a JSON value ends and how deep it nests, found without parsing it. */
export interface Scan {
  /** Index after the closing bracket of the value; -1 when it is not closed. */
  readonly end: number;
  readonly depth: number;
  /** Whether the text ends inside a string. */
  readonly inString: boolean;
}

const quoteMark = 0x22;
const backslash = 0x5c;

/**
 * Walks the object or array that starts at `start`.
 *
 * Stops early, with `end` -1, once `maxDepth` is exceeded. Iterative: no nesting can exhaust the stack.
 */
export function scanValue(text: string, start: number, maxDepth: number): Scan {
  let open = 0;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quoteMark) {
      at = endOfString(text, at);
      if (at === -1) {
        return { end: -1, depth, inString: true };
      }
    } else if (code === 0x7b || code === 0x5b) {
      open += 1;
      depth = Math.max(depth, open);
      if (depth > maxDepth) {
        return { end: -1, depth, inString: false };
      }
    } else if (code === 0x7d || code === 0x5d) {
      open -= 1;
      if (open <= 0) {
        return { end: at + 1, depth, inString: false };
      }
    }
  }
  return { end: -1, depth, inString: false };
}

/** Index of the closing quotation mark of the string opened at `start`, or -1. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) {
      at += 1;
    } else if (code === quoteMark) {
      return at;
    }
  }
  return -1;
}
