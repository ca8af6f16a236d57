const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `NAME=value` lines; blank lines are skipped, blanks around a value stay. Problems name the line, never the value. */
export function parseVariables(text: string): {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
} {
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const equals = line.indexOf("=");
    const name = line.slice(0, equals).trim();
    if (line.trim() === "") {
      continue;
    }
    if (equals < 0 || !variableName.test(name)) {
      problems.push(`line ${index + 1} must be NAME=value`);
    } else if (values.has(name)) {
      problems.push(`line ${index + 1} gives ${name} a second time`);
    } else {
      values.set(name, line.slice(equals + 1));
    }
  }
  return { values: Object.fromEntries(values), problems };
}
