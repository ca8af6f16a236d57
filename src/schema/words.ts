const maxBytes = 200;

/** What a value is, with its article. */
export function kindOf(value: unknown): string {
  if (value === null) {
    return "null";
  }
  if (Array.isArray(value)) {
    return "an array";
  }
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

const kinds: Readonly<Record<string, string>> = {
  null: "null",
  array: "an array",
  object: "an object",
  integer: "an integer",
};

/** The types of a schema's `type` in words: `a string or null`. */
export function kindsOf(types: readonly string[]): string {
  return types.map((type) => (Object.hasOwn(kinds, type) ? kinds[type] : `a ${type}`)).join(" or ");
}

/** A foreign value as JSON, of which at most 200 bytes are shown. */
export function showValue(value: unknown): string {
  // Cut before it is turned into JSON, for it may be of many megabytes; an object is named, not shown.
  if (typeof value === "object" && value !== null && !isSmall(value)) {
    return kindOf(value);
  }
  const json = JSON.stringify(typeof value === "string" ? value.slice(0, maxBytes) : value) ?? "";
  return Buffer.byteLength(json) <= maxBytes ? json : `${cut(json)}…`;
}

function isSmall(value: object): boolean {
  const entries: unknown[] = Object.values(value);
  return (
    entries.length <= 8 && entries.every((entry) => typeof entry !== "object" || entry === null)
  );
}

function cut(json: string): string {
  let head = json.slice(0, maxBytes);
  while (Buffer.byteLength(head) > maxBytes) {
    head = head.slice(0, -1);
  }
  return head;
}
