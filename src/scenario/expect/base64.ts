/** Bytes of a base64 text of RFC 4648 with padding, or what is wrong with it, in words. */
export function decodeBase64(text: string): Uint8Array | string {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  // A search for the first wrong character is linear; Buffer would skip it silently.
  const wrong = /[^A-Za-z0-9+/]/.exec(padding === 0 ? text : text.slice(0, -padding));
  if (wrong !== null) {
    return `invalid base64: character ${JSON.stringify(wrong[0])} at position ${wrong.index}`;
  }
  return text.length % 4 === 0
    ? Buffer.from(text, "base64")
    : `invalid base64: its length ${text.length} is not a multiple of 4`;
}
