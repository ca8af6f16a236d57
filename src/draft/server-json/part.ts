/** Keys of a server in a run file, and what is to be said of them. */
export interface Part {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly remarks: readonly string[];
}

export function optional(name: string, description: string | undefined): string {
  return `Optional, not set: ${name}${description === undefined ? "" : `, ${description}`}`;
}
