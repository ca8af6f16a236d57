/** Members that revisions add to results, or that say nothing about them. */
const ignored = new Set(["_meta", "ttlMs", "resultType", "cacheScope"]);
/** Ends of ISO 8601 times, UUIDs, long hexadecimal ids and milliseconds since the epoch: new in every run. */
const varying: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, "<time>"],
  [/(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, "<id>"],
  [/\b[0-9a-f]{32,64}\b/gi, "<id>"],
  [/\b1[5-9]\d{11}\b/g, "<time>"],
];

/** A recorded result without what may differ from run to run, members in order of their names. */
export function normalised(resultJson: string | null): string {
  if (resultJson === null) {
    return "nothing";
  }
  try {
    return JSON.stringify(plain(JSON.parse(resultJson)));
  } catch {
    // Cut to the cap of the record: what is there is compared as text.
    return masked(resultJson);
  }
}

function plain(value: unknown): unknown {
  if (typeof value === "string") {
    return masked(value);
  }
  if (typeof value === "number") {
    return value >= 15e11 && value < 2e12 ? "<time>" : value;
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([name]) => !ignored.has(name));
    const sorted = members.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(sorted.map(([name, member]) => [name, plain(member)]));
  }
  return value;
}

function masked(text: string): string {
  return varying.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);
}
