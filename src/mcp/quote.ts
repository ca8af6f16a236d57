const maxBytes = 200;
/** Control characters and separators that a terminal or a log reader would act upon, and bidirectional overrides. */
// biome-ignore format: one class
const unsafe = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Foreign text in one printable line: quoted, control characters escaped, at most 200 bytes of it. */
export function quote(text: string): string {
  let head = text.slice(0, maxBytes);
  while (Buffer.byteLength(head) > maxBytes) {
    head = head.slice(0, -1);
  }
  const printable = JSON.stringify(head).replace(unsafe, escaped);
  return head.length < text.length ? `${printable}…` : printable;
}

/** A value of a message for a finding: texts quoted, all else as JSON. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    return quote(value);
  }
  const json = JSON.stringify(value) ?? "nothing";
  return json.length <= maxBytes ? json.replace(unsafe, escaped) : quote(json);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A count with thousands separators, for messages. */
export function count(value: number): string {
  // Not toLocaleString: its first call loads the locale data, 25 ms of a run of one second.
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
