export interface DecodedLine {
  readonly text: string;
  /** Whether a UTF-8 byte order mark stood at its start; it is not part of the text. */
  readonly bom: boolean;
  /** Offset in the line of the first byte that is no UTF-8; undefined when all is well. */
  readonly invalidAt: number | undefined;
}

const replacement = "\uFFFD";

/** A line as text. Bytes that are no UTF-8 become U+FFFD, and the first of them is named. */
export function decodeLine(line: Buffer): DecodedLine {
  const bom = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf;
  const text = line.toString("utf8", bom ? 3 : 0);
  // The text of a pure ASCII line is searched at no cost, so the slow look happens only where it can matter.
  const invalidAt = text.includes(replacement) ? firstInvalidByte(line) : undefined;
  return { text, bom, invalidAt };
}

/** Offset of the first byte that does not belong to well-formed UTF-8 (Unicode 16, table 3-7). */
function firstInvalidByte(bytes: Buffer): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      return at;
    }
    at += length;
  }
  return undefined;
}

/** Bytes of the well-formed sequence at `at`, or 0. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) {
    return 1;
  }
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) {
    return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) {
    return 0;
  }
  for (let index = at + 2; index < at + length; index += 1) {
    const next = bytes[index] ?? 0;
    if (next < 0x80 || next > 0xbf) {
      return 0;
    }
  }
  return length;
}
