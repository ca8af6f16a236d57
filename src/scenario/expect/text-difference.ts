/** Shorter texts are compared faster by eye. */
const shortText = 60;
/** Normalising longer ones takes too long for a hint. */
const longestNormalised = 1_000_000;

/** In which way two different texts differ, when it is not plain to see: in words, without quoting them. */
export function textDifference(expected: string, actual: string): string | undefined {
  if (
    expected.length <= longestNormalised &&
    actual.length <= longestNormalised &&
    expected.normalize("NFC") === actual.normalize("NFC")
  ) {
    return "they differ only in the Unicode form, composed or decomposed";
  }
  if (expected.trim() === actual.trim()) {
    return "they differ only in white space around them";
  }
  if (expected.length <= shortText && actual.length <= shortText) {
    return undefined;
  }
  const at = firstDifference(expected, actual);
  if (at === 0) {
    return undefined;
  }
  const before = actual.slice(0, at);
  const line = before.split("\n").length;
  return `first difference at line ${line}, column ${at - before.lastIndexOf("\n")}`;
}

function firstDifference(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    if (a.charCodeAt(index) !== b.charCodeAt(index)) {
      return index;
    }
  }
  return shared;
}
