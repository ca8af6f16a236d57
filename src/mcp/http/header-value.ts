const prefix = "=?base64?";
const suffix = "?=";
/** Visible ASCII, spaces and tabs inside. */
const plain = /^(?:[\x21-\x7e](?:[\x20-\x7e\t]*[\x21-\x7e])?)?$/u;

/** A value as it may stand in a header: as it is, or in the Base64 sentinel of revision 2026-07-28. */
export function headerValue(value: string): string {
  const alike = value.startsWith(prefix) && value.endsWith(suffix);
  return plain.test(value) && !alike
    ? value
    : `${prefix}${Buffer.from(value, "utf8").toString("base64")}${suffix}`;
}
