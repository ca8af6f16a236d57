const mostLines = 300;
const mostShown = 40;
/** Unchanged lines that are kept around a change. */
const around = 2;

interface Line {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

/**
 * Two JSON texts line by line, `-` expected and `+` actual, with a little of what is the same around; undefined when one
 * of them is not a map or list, or they are too long for this.
 *
 * Behind the actual value a remark in brackets may stand, as verdicts have it.
 */
export function jsonDiff(expected: string, actual: string): string | undefined {
  const [one, two] = [printed(expected), printed(withoutRemark(actual))];
  if (one === undefined || two === undefined || one.length > mostLines || two.length > mostLines) {
    return undefined;
  }
  const lines = compared(one, two);
  const kept = lines.filter((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ sign }) => sign !== " "),
  );
  const shown = kept.slice(0, mostShown).map(({ sign, text }) => `${sign} ${text}`);
  const more = kept.length > mostShown ? [`… ${kept.length - mostShown} lines more`] : [];
  return kept.length === 0 ? undefined : [...shown, ...more].join("\n");
}

function printed(json: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null
      ? JSON.stringify(value, null, 2).split("\n")
      : undefined;
  } catch {
    return undefined;
  }
}

function withoutRemark(text: string): string {
  const at = text.indexOf(" (/");
  return at === -1 ? text : text.slice(0, at);
}

/** The longest common lines stay, everything else went or came. */
function compared(one: readonly string[], two: readonly string[]): Line[] {
  const width = two.length + 1;
  const common = new Uint16Array((one.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = two.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        one[i] === two[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: Line[] = [];
  for (let i = 0, j = 0; i < one.length || j < two.length; ) {
    if (i < one.length && j < two.length && one[i] === two[j]) {
      lines.push({ sign: " ", text: one[i] ?? "" });
      i += 1;
      j += 1;
    } else if (i < one.length && (j >= two.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ sign: "-", text: one[i] ?? "" });
      i += 1;
    } else {
      lines.push({ sign: "+", text: two[j] ?? "" });
      j += 1;
    }
  }
  return lines;
}
