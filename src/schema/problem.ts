/** One thing wrong with a value. */
export interface SchemaProblem {
  /** JSON pointer (RFC 6901) to the part of the value that is wrong; empty for the value itself. */
  readonly pointer: string;
  /** What is wrong, in words that continue the name of the part: `is a number, not a string`. */
  readonly message: string;
  /** The keyword of the schema that says so; empty for the schema `false`. */
  readonly keyword: string;
}

/** The parts of a JSON pointer as one. */
export function pointerOf(parts: readonly (string | number)[]): string {
  return parts
    .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
