/** A value as text for people: JSON, without secrets, cut. */
export type Show = (value: unknown) => string;

const longestShown = 500;

/** Secrets are removed from this many times what is kept, so that no cut leaves half of one. */
const margin = 4;

/** Text as at most `longest` UTF-16 units; what is cut says how much there was. */
function cut(text: string, longest: number, length = text.length): string {
  if (text.length <= longest) {
    return text;
  }
  const lastUnit = text.charCodeAt(longest - 1);
  const end = lastUnit >= 0xd800 && lastUnit <= 0xdbff ? longest - 1 : longest;
  return `${text.slice(0, end)}… (${length} characters in all)`;
}

/** Text cut after `redact` has seen well beyond the cut. */
export function cutRedacted(
  text: string,
  longest: number,
  redact: (text: string) => string,
): string {
  return cut(redact(text.slice(0, longest * margin)), longest, text.length);
}

/** JSON of a value; says so instead when the value is nested deeper than the stack allows. */
export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "nothing";
  } catch (error) {
    if (error instanceof RangeError) {
      return "(nested too deeply to show)";
    }
    throw error;
  }
}

/** How values are shown when `redact` removes secrets. */
export function showWith(redact: (text: string) => string): Show {
  return (value) => cutRedacted(toJson(value), longestShown, redact);
}

/** Several lines as one, for reasons that stand in tables and annotations. */
export function oneLine(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029\v\f\u0085]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" | ");
}
