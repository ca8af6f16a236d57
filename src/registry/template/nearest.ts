import { closest, distance } from "fastest-levenshtein";

/** `; did you mean "x"?` when a known name is near enough to be a slip of the fingers, else nothing. */
export function nearest(name: string, known: readonly string[]): string {
  const candidate = known.length === 0 ? undefined : closest(name, [...known]);
  const near =
    candidate !== undefined &&
    distance(name, candidate) <= Math.max(2, Math.floor(name.length / 3));
  return near ? `; did you mean "${candidate}"?` : "";
}
