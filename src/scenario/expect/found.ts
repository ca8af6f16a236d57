/**
 * What stands at a place, or why nothing does.
 *
 * `each` is there for a JSONPath that may match several values: all of them, also when there is one or none. Without it
 * `value` alone counts.
 */
export type Found =
  | { readonly found: true; readonly value: unknown; readonly each?: readonly unknown[] }
  | { readonly found: false; readonly why: string; readonly each?: readonly unknown[] };

export function present(value: unknown): Found {
  return { found: true, value };
}

export function absent(why: string): Found {
  return { found: false, why };
}
